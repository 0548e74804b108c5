import { html } from 'hono/html'
import type { CheckoutView, InstallmentOption } from '../hosted-page-service'
import type { PageOptions } from './page-options'
import { priceText } from './price-text'
import type { Html } from './shell'
import { textsOf } from './texts'

/**
 * Who is paid, for what, how much. The headline is what the card is charged; where instalments cost more, or less, the
 * price and the difference stand below it. On a phone the basket folds behind the total.
 */
export function basketSummary(view: CheckoutView, options: PageOptions, chosen?: InstallmentOption): Html {
  const t = textsOf(options.lang)
  const price = (amount: string) => priceText(amount, view.currency, options.lang)
  return html`<aside class="summary" aria-labelledby="merchant">
    <p class="eyebrow">${t.payTo}</p>
    <h1 id="merchant">${view.merchantName}</h1>
    <p class="grand" id="charged" aria-live="polite">${price(chosen?.totalPrice ?? view.price)}</p>
    <dl class="charge" id="charge" ${differs(chosen) ? '' : 'hidden'}>
      <dt>${t.price}</dt><dd class="amount">${price(view.price)}</dd>
      <dt>${t.interest}</dt><dd class="amount" id="interest">${price(chosen?.interest ?? '0')}</dd>
      <dt>${t.charged}</dt><dd class="amount" id="charge-total">${price(chosen?.totalPrice ?? view.price)}</dd>
    </dl>
    <details class="basket" open>
      <summary><span>${t.basket}</span> <span class="count">${t.basketCount(view.items.length)}</span></summary>
      <ul>
        ${view.items.map((item) => html`<li><span>${item.name}</span> <span class="amount">${price(item.price)}</span></li>`)}
      </ul>
      <p class="sum"><span>${t.total}</span> <span class="amount">${price(view.price)}</span></p>
    </details>
    ${view.preAuthorized ? html`<p class="note pre-auth">${t.preAuth}</p>` : ''}
  </aside>`
}

/** Whether an option costs something else than the price. */
export const differs = (option: InstallmentOption | undefined): boolean =>
  option !== undefined && /[1-9]/.test(option.interest)
