import type { OrderSnapshot } from './order-snapshot'

/** What a shop says of an order that is gone, paid, or not of this attempt any more: there is nothing to pay. */
export const nothingToPay = (
  known: Pick<OrderSnapshot, 'number' | 'currency' | 'locale'>,
): OrderSnapshot => ({
  ...known,
  total: 0,
  pricesIncludeTax: true,
  lines: [],
  shipping: [],
  fees: [],
  discounts: [],
  credits: [],
  buyer: {},
})
