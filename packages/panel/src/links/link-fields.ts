import { CURRENCIES } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { Html } from '../ui/html'
import type { LinkField } from './link-form'
import { linkWords } from './words'

/** A form that was not taken: what was typed, and what is wrong of it. */
export interface FailedForm {
  readonly form: URLSearchParams
  readonly wrong: ReadonlySet<LinkField>
}

interface Filled {
  readonly form: URLSearchParams
  readonly wrong?: ReadonlySet<LinkField>
}

type FieldName = Exclude<LinkField, 'merchant' | 'currency'> | 'description'

interface Field {
  readonly name: FieldName
  readonly help?: string
  readonly mode?: 'text' | 'decimal' | 'numeric'
  readonly type?: 'text' | 'date'
}

/** The terms of a link as fields, with what was typed. */
export function linkFields(request: UserRequest, { form, wrong }: Filled): Html {
  const words = linkWords[request.lang]
  const chosen = form.get('currency')
  const fields: readonly Field[] = [
    { name: 'description' },
    { name: 'installments', mode: 'numeric' },
    { name: 'stock', mode: 'numeric' },
    { name: 'until', type: 'date', help: words.untilHelp },
  ]
  const input = (field: Field) => fieldOf(request, field, { form, wrong })
  return html`${input({ name: 'name', help: words.nameHelp })}${input({ name: 'price', mode: 'decimal', help: words.priceHelp })}
    <div class="field"><label for="currency">${words.currency}</label><select id="currency" name="currency">${CURRENCIES.map(
      (code) => html`<option value="${code}" ${code === chosen ? html`selected` : ''}>${code}</option>`,
    )}</select></div>${fields.map(input)}${partsBox(request, form)}`
}

const partsBox = ({ lang }: UserRequest, form: URLSearchParams): Html =>
  html`<div class="field"><label class="row"><input type="checkbox" name="multiPayment" aria-describedby="parts-help" ${form.get('multiPayment') === 'on' ? html`checked` : ''}> ${linkWords[lang].inParts}</label><p class="help" id="parts-help">${linkWords[lang].inPartsHelp}</p></div>`

function fieldOf(
  { lang }: UserRequest,
  { name, help = '', mode = 'text', type = 'text' }: Field,
  { form, wrong }: Filled,
): Html {
  const words = linkWords[lang]
  const error = name !== 'description' && wrong?.has(name) ? words.wrong[name] : ''
  return html`<div class="field"><label for="${name}">${words[name]}</label>
    <input id="${name}" name="${name}" type="${type}" inputmode="${mode}" value="${form.get(name) ?? ''}" maxlength="1000" aria-describedby="${name}-help ${name}-error" ${error === '' ? '' : html`aria-invalid="true"`}>
    <p class="help" id="${name}-help">${help}</p><p class="error" id="${name}-error">${error}</p></div>`
}
