import type { Context } from 'hono'
import { html } from 'hono/html'
import type { MultiPaymentView } from '../multi-payment-service'
import { labelOf } from './method-texts'
import { multiTextsOf } from './multi-texts'
import { multiPath, type PageOptions, withOptions } from './page-options'
import { clockText, priceText, typedText } from './price-text'
import { answerPage, type Html } from './shell'
import { textsOf } from './texts'

interface MultiState {
  readonly view: MultiPaymentView
  readonly options: PageOptions
  /** An amount was typed that cannot be paid. */
  readonly invalid: boolean
}

/** What is paid of a sum and what is left, and the amount of the next part, whose page follows. */
export function multiPage(c: Context, { view, options, invalid }: MultiState) {
  const t = multiTextsOf(options.lang)
  const price = (amount: string) => priceText(amount, view.currency, options.lang)
  const body = html`<main class="checkout">
    <aside class="summary" aria-labelledby="merchant">
      <p class="eyebrow">${t.title}</p>
      <h1 id="merchant">${view.merchantName}</h1>
      <p class="grand">${price(view.price)}</p>
      <dl class="charge">
        <dt>${t.total}</dt><dd class="amount">${price(view.price)}</dd>
        <dt>${t.left}</dt><dd class="amount" id="left" data-left="${view.open}">${price(view.open)}</dd>
      </dl>
      ${view.parts.length === 0 ? '' : html`<h2 class="eyebrow">${t.paidParts}</h2><ul class="parts">${view.parts.map((part) => html`<li><span>${t.part(labelOf(part, options.lang), part.lastFour)}</span> <span class="amount">${price(part.price)}</span></li>`)}</ul>`}
    </aside>
    <section class="payment" aria-label="${t.title}">
      ${nextPart(view, options, invalid)}
      ${leaveForm(view, options)}
    </section>
  </main>`
  return answerPage(c, { title: view.merchantName, body, options, status: invalid ? 422 : 200 })
}

function nextPart(view: MultiPaymentView, options: PageOptions, invalid: boolean): Html {
  const t = multiTextsOf(options.lang)
  if (view.state === 'expired') return html`<p class="note" data-notice="expired">${t.expired}</p>`
  // All that is left is on its way.
  if (/^[0.]*$/.test(view.open)) return html`<p class="note">${t.pending}</p>`
  const help = view.mustPayAll ? t.mustPayAll : t.amountHelp
  return html`${view.pending ? html`<p class="note">${t.pending}</p>` : ''}
    ${invalid ? html`<div class="alert" role="alert" tabindex="-1" data-invalid="true"><h2>${textsOf(options.lang).fixFields}</h2><p>${t.invalid}</p></div>` : ''}
    <form id="part-form" method="post" action="${withOptions(`${multiPath(view.token)}/parts`, options)}">
      <div class="field">
        <label for="amount">${t.amount}</label>
        <input id="amount" name="amount" inputmode="decimal" maxlength="20" autocomplete="off" required
          value="${typedText(view.open, options.lang)}" aria-describedby="amount-help" ${view.mustPayAll ? 'readonly' : ''}>
        <p class="help" id="amount-help">${help}</p>
      </div>
      <button class="primary" type="submit">${t.pay}</button>
      <p class="foot">${textsOf(options.lang).validUntil(clockText(view.expiresAt, options.lang))}</p>
    </form>`
}

const leaveForm = ({ token }: MultiPaymentView, options: PageOptions): Html =>
  html`<form id="leave-form" method="post" action="${withOptions(`${multiPath(token)}/leave`, options)}">
    <button class="quiet" type="submit">${textsOf(options.lang).leave}</button>
  </form>`
