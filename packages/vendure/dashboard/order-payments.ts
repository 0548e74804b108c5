// The payments of Vendure's order page that are ours: Vendure has loaded them, and their metadata says whose they are.

/** A payment of Vendure's that we made. */
export interface OrderPayment {
  readonly id: string
  readonly createdAt: string
  readonly state: string
  readonly metadata: {
    /** The merchant and environment at Craftgate. */
    readonly account: string
    readonly reference: string
  }
}

/** Oldest first; none of an order that Craftgate has no part in. */
export function craftgatePayments(order: unknown): readonly OrderPayment[] {
  const { payments } = (order ?? {}) as { readonly payments?: readonly Partial<OrderPayment>[] }
  return (payments ?? [])
    .filter((payment): payment is OrderPayment => typeof payment.metadata?.account === 'string')
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt))
}

export const isPaidByCraftgate = (order: unknown): boolean => craftgatePayments(order).length > 0

export const isDeclined = ({ state }: OrderPayment): boolean => state === 'Declined' || state === 'Error'

/** A seller's part of an order that was split. */
export interface SellerOrder {
  readonly id: string
}

export function sellerOrderOf(order: unknown): SellerOrder | undefined {
  const { id, type } = (order ?? {}) as { readonly id?: string; readonly type?: string }
  return type === 'Seller' && id !== undefined ? { id } : undefined
}
