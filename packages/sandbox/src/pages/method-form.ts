import { html } from 'hono/html'
import type { CheckoutView, MethodView } from '../hosted-page-service'
import { testAppCode } from '../testing/shopper/test-cards'
import { labelOf, methodTextsOf } from './method-texts'
import { methodPath, type PageOptions, withOptions } from './page-options'
import { priceText } from './price-text'
import type { Html } from './shell'
import { textsOf } from './texts'

type MethodField = 'phone' | 'cardNumber' | 'code' | 'bankCode'

/** Whether the page shows the error at a field of its own. */
export const isField = (name: string): boolean => ['phone', 'cardNumber', 'code', 'bankCode'].includes(name)

/** What was typed on a tab comes back after an error, but for codes and card numbers. */
export interface MethodInput {
  readonly phone?: string
  readonly bankCode?: string
  readonly error?: { readonly field: string; readonly text: string }
}

export interface MethodState {
  readonly view: CheckoutView
  readonly options: PageOptions
  readonly method: MethodView
  readonly input?: MethodInput
}

/** A tab that is none of the card's: what it asks, and a button that leads on. */
export function methodForm(state: MethodState): Html {
  const { view, options, method } = state
  const t = methodTextsOf(options.lang)
  const { asks, name, page } = method
  const total = priceText(view.price, view.currency, options.lang)
  return html`<form id="method-form" class="method" method="post" action="${withOptions(methodPath(view.token, name), options)}" novalidate>
    <h2>${labelOf(method, options.lang)}</h2>
    ${page === 'none' ? '' : html`<p>${t.leads(labelOf(method, options.lang))}</p>`}
    ${asks === 'phone' || asks === 'phone-and-code' ? field(state, { name: 'phone', label: t.phone, type: 'tel', autocomplete: 'tel', maxLength: 20, value: state.input?.phone ?? '' }) : ''}
    ${asks === 'card-number' ? field(state, { name: 'cardNumber', label: t.cardNumber, type: 'text', autocomplete: 'off', maxLength: 23 }) : ''}
    ${asks === 'phone-and-code' ? field(state, { name: 'code', label: t.appCode, type: 'text', autocomplete: 'one-time-code', maxLength: 6, hint: html`${t.appCodeHint} <code>${testAppCode}</code>` }) : ''}
    ${method.banks === undefined ? '' : bankChoice(state, method.banks)}
    <button class="primary" type="submit">${textsOf(options.lang).payAmount(total)}</button>
  </form>`
}

interface Field {
  readonly name: MethodField
  readonly label: string
  readonly type: 'tel' | 'text'
  readonly autocomplete: string
  readonly maxLength: number
  readonly value?: string
  readonly hint?: Html
}

function field({ input }: MethodState, { name, label, type, hint, ...more }: Field): Html {
  const error = input?.error?.field === name ? input.error.text : ''
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input id="${name}" name="${name}" type="${type}" inputmode="numeric" autocomplete="${more.autocomplete}" maxlength="${more.maxLength}"
      value="${more.value ?? ''}" aria-describedby="${name}-error${hint === undefined ? '' : ` ${name}-hint`}" ${error === '' ? '' : html`aria-invalid="true"`}>
    <p class="error" id="${name}-error">${error}</p>
    ${hint === undefined ? '' : html`<p class="hint" id="${name}-hint">${hint}</p>`}
  </div>`
}

function bankChoice({ input, options }: MethodState, banks: NonNullable<MethodView['banks']>): Html {
  const t = methodTextsOf(options.lang)
  const error = input?.error?.field === 'bankCode' ? input.error.text : ''
  return html`<div class="field">
    <label for="bankCode">${t.bank}</label>
    <select id="bankCode" name="bankCode" aria-describedby="bankCode-error" ${error === '' ? '' : html`aria-invalid="true"`}>
      <option value="">${t.chooseBank}</option>
      ${banks.map(({ bankCode, bankName }) => html`<option value="${bankCode}" ${input?.bankCode === bankCode ? 'selected' : ''}>${bankName}</option>`)}
    </select>
    <p class="error" id="bankCode-error">${error}</p>
  </div>`
}
