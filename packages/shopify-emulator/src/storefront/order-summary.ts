import { html } from 'hono/html'
import type { PricedCheckout } from '../checkouts/price-checkout'
import type { Checkout } from '../context/checkout'
import type { PricedLine } from '../context/order'
import { priceText } from '../money/amount-text'
import { currenciesOf, type ShopSeed } from '../options/shop-seed'
import type { Lang } from '../pages/lang'
import type { Html } from '../pages/shell'
import { type StorefrontTexts, storefrontTexts } from './texts'

interface SummaryInput {
  readonly priced: PricedCheckout
  readonly seed: ShopSeed
  readonly lang: Lang
}

/** Lines with quantities, coupon, currency and sums. */
export function orderSummary(
  { currency, coupon = '' }: Checkout,
  { priced, seed, lang }: SummaryInput,
): Html {
  const t = storefrontTexts[lang]
  const price = (minor: number) => priceText(minor, currency, lang)
  return html`<section class="card">
    <h2>${t.summary}</h2>
    <ul class="lines">${priced.lines.map((one) => line(one, price, t))}</ul>
    <div class="coupon">
      <div class="field"><label for="coupon">${t.coupon}</label><input id="coupon" name="coupon" value="${coupon}" autocomplete="off"></div>
      <button type="submit">${t.apply}</button>
    </div>
    ${currencyField(currenciesOf(seed), currency, t)}
    <dl class="sums">
      <dt>${t.subtotal}</dt><dd class="number">${price(priced.subtotal)}</dd>
      ${priced.discount === 0 ? '' : html`<dt>${t.discount} (${coupon})</dt><dd class="number">−${price(priced.discount)}</dd>`}
      <dt>${t.shipping}</dt><dd class="number">${price(priced.shipping)}</dd>
      <dt class="grand">${t.total}</dt><dd class="number grand" id="total">${price(priced.total)}</dd>
    </dl>
    <p class="right"><button type="submit">${t.change}</button></p>
  </section>`
}

const line = (
  { id, title, quantity, price }: PricedLine,
  text: (minor: number) => string,
  t: StorefrontTexts,
) =>
  html`<li>
    <span>${title}</span><span class="number">${text(price)}</span>
    <span class="quantity"><input type="number" min="0" max="999" name="quantity-${id}" value="${quantity}" aria-label="${t.quantity(title)}"></span>
  </li>`

const currencyField = (currencies: readonly string[], chosen: string, t: StorefrontTexts): Html | '' =>
  currencies.length < 2
    ? ''
    : html`<div class="field"><label for="currency">${t.currency}</label>
    <select id="currency" name="currency">${currencies.map(
      (one) => html`<option ${one === chosen ? 'selected' : ''}>${one}</option>`,
    )}</select></div>`
