import { html } from 'hono/html'
import type { BinView, InstallmentOption } from '../hosted-page-service'
import { differs } from './basket-summary'
import type { PageOptions } from './page-options'
import { priceText } from './price-text'
import type { Html } from './shell'
import { textsOf } from './texts'

export interface InstallmentChoice {
  readonly bin: BinView | undefined
  readonly currency: string
  readonly selected: number
  readonly options: PageOptions
}

/** The instalment radios of a card. Also answered alone, as the fragment that the page fetches while the shopper types. */
export function installmentList(choice: InstallmentChoice): Html {
  const { bin, selected } = choice
  const t = textsOf(choice.options.lang)
  if (bin === undefined) return html`<p class="hint with-script">${t.installmentsHint}</p>${onlyOnce}`
  const offered = bin.options.some((option) => option.installment === selected) ? selected : 1
  return html`<div class="offer" data-bank="${bin.bankName}" data-brand="${bin.brand}"
    data-association="${bin.association}" data-force3ds="${String(bin.force3ds)}">
    <p class="issuer">${[bin.bankName, bin.brand].filter((word) => word !== '').join(' · ')}</p>
    <ul class="options">${bin.options.map((option) => row(option, choice, offered))}</ul>
    ${bin.options.length > 1 ? '' : html`<p class="hint">${t.installmentsNone}</p>`}
    ${bin.options.length > 0 ? '' : onlyOnce}
  </div>`
}

const onlyOnce = html`<input type="hidden" name="installment" value="1">`

function row(option: InstallmentOption, { currency, options }: InstallmentChoice, selected: number): Html {
  const t = textsOf(options.lang)
  const show = (amount: string) => priceText(amount, currency, options.lang)
  const { installment, totalPrice, interest } = option
  const free = !differs(option)
  return html`<li><label class="option">
    <input type="radio" name="installment" value="${installment}" data-total="${show(totalPrice)}"
      data-interest="${show(interest)}" data-extra="${String(!free)}" ${installment === selected ? 'checked' : ''}>
    <span class="times">${installment === 1 ? t.installmentOne : t.installmentMany(installment)}</span>
    <span class="month">${installment === 1 ? '' : t.perMonth(show(option.installmentPrice))}</span>
    <span class="amount">${show(totalPrice)}</span>
    ${installment > 1 && free ? html`<span class="badge">${t.noInterest}</span>` : ''}
  </label></li>`
}
