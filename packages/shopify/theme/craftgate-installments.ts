// What the theme's block runs: the element, and the price of the variant that is chosen.
import { CraftgateInstallments } from '@craftgate-commerce/storefront'

if (!customElements.get('craftgate-installments'))
  customElements.define('craftgate-installments', CraftgateInstallments)

/** Themes tell a chosen variant by the `id` of their product form. */
document.addEventListener('change', ({ target }) => {
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  if (target.name !== 'id' || !target.form?.action.includes('/cart/add')) return
  for (const element of document.querySelectorAll('craftgate-installments')) {
    const price = pricesIn(element)[target.value]
    if (price !== undefined) element.setAttribute('amount', price)
  }
})

/** By the variant's id. */
function pricesIn(element: Element): Readonly<Record<string, string>> {
  const prices = element.querySelector('script[type="application/json"]')?.textContent
  return prices ? (JSON.parse(prices) as Record<string, string>) : {}
}
