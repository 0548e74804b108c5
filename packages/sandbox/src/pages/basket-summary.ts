import { html } from 'hono/html'
import type { CheckoutView } from '../hosted-page-service'
import type { PageOptions } from './page-options'
import { priceText } from './price-text'
import type { Html } from './shell'
import { textsOf } from './texts'

/** Who is paid, for what, how much. On a phone the lines fold behind the total. */
export function basketSummary(view: CheckoutView, options: PageOptions): Html {
  const t = textsOf(options.lang)
  const price = (amount: string) => priceText(amount, view.currency, options.lang)
  return html`<aside class="summary" aria-labelledby="merchant">
    <p class="eyebrow">${t.payTo}</p>
    <h1 id="merchant">${view.merchantName}</h1>
    <p class="grand" data-total="${view.price}">${price(view.price)}</p>
    <p class="paid-price" id="paid-price" aria-live="polite" hidden></p>
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
