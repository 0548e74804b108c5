import type { Price } from '../../money/price'

/**
 * Medusa's amounts are JSON numbers of the currency's main unit, such as 659.37. They are only ever read as text: what
 * JavaScript prints is the decimal that Medusa sent, and no arithmetic is done with it.
 */
export const priceOf = (amount: number, currency: string): Price => ({
  decimal: String(amount),
  currency: currency.toUpperCase(),
})

/** The same amount taken away. */
export function discountOf(amount: number, currency: string): Price {
  const { decimal, ...price } = priceOf(amount, currency)
  return { ...price, decimal: `-${decimal}` }
}
