import type { StorefrontPayment } from '@craftgate-commerce/storefront'

/** Of the script element in which the server leaves what it rendered. */
export const RENDERED_PAYMENT_ID = 'rendered-payment'

/** What the server rendered of this payment; undefined when it did not, or of another one. */
export function renderedPayment(reference: string): StorefrontPayment | undefined {
  const text = document.getElementById(RENDERED_PAYMENT_ID)?.textContent
  const payment = text ? (JSON.parse(text) as StorefrontPayment) : undefined
  return payment?.reference === reference ? payment : undefined
}
