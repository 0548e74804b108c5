import type { Money } from '../money'

/** One item of the payment at Craftgate: a line, a shipping charge or a fee of the order. */
export interface BasketItem {
  readonly externalId: string
  readonly name: string
  /** Always above zero. */
  readonly price: Money
}

/**
 * free: the row itself costs nothing. discounted: order discounts took all of it.
 * too-small: its share of the total came to less than one minor unit.
 */
export type DropReason = 'free' | 'discounted' | 'too-small'

/** A row of the order that Craftgate is not told of, because an item of zero is refused. */
export interface DroppedRow {
  readonly externalId: string
  readonly reason: DropReason
}

/** What Craftgate is told is being bought. The prices of `items` sum to `price` exactly. */
export interface Basket {
  readonly price: Money
  /** Lines, then shipping, then fees, each in the order's own sequence. */
  readonly items: readonly BasketItem[]
  readonly dropped: readonly DroppedRow[]
}
