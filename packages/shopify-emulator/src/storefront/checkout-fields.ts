import { html } from 'hono/html'
import type { PricedCheckout } from '../checkouts/price-checkout'
import type { Checkout } from '../context/checkout'
import { priceText } from '../money/amount-text'
import type { Lang } from '../pages/lang'
import type { Html } from '../pages/shell'
import { ADDRESS_FIELDS } from './take-checkout-form'
import { type StorefrontTexts, storefrontTexts } from './texts'

const autocomplete = {
  given_name: 'given-name',
  family_name: 'family-name',
  line1: 'address-line1',
  line2: 'address-line2',
  city: 'address-level2',
  postal_code: 'postal-code',
  country_code: 'country',
} as const

export const contactFields = ({ customer }: Checkout, t: StorefrontTexts): Html =>
  html`<fieldset class="card">
    <legend>${t.contact}</legend>
    <div class="two">
      <div class="field"><label for="email">${t.email}</label>
        <input id="email" name="email" type="email" autocomplete="email" value="${customer.email ?? ''}"></div>
      <div class="field"><label for="phone">${t.phone}</label>
        <input id="phone" name="phone" type="tel" autocomplete="tel" value="${customer.phone ?? ''}"></div>
      ${ADDRESS_FIELDS.map(
        (name) => html`<div class="field"><label for="${name}">${t[name]}</label>
        <input id="${name}" name="${name}" autocomplete="${autocomplete[name]}" value="${customer.address[name] ?? ''}"></div>`,
      )}
    </div>
  </fieldset>`

export function methodFields(
  { methods, method }: PricedCheckout,
  { currency, lang }: { readonly currency: string; readonly lang: Lang },
): Html {
  const t = storefrontTexts[lang]
  return html`<fieldset class="card">
    <legend>${t.shipping}</legend>
    ${methods.length === 0 ? html`<p class="soft">${t.noShipping}</p>` : ''}
    ${methods.map(
      ({ code, title, price }) => html`<label class="choice">
      <input type="radio" name="shipping" value="${code}" ${code === method?.code ? 'checked' : ''}> ${title}
      <span class="number">${priceText(price[currency] ?? 0, currency, lang)}</span></label>`,
    )}
  </fieldset>`
}
