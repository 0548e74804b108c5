export interface SoldFor {
  /** The seller's number at Craftgate. */
  readonly memberId: number
  /** Minor units. */
  readonly share: number
}

/** Goods of another seller: the shop keeps a tenth of their price. `memberId` is what the merchant wrote beside them. */
export const soldFor = (memberId: unknown, price: number): SoldFor | undefined =>
  typeof memberId === 'number' && memberId > 0
    ? { memberId, share: price - Math.round(price / 10) }
    : undefined
