import type { PricedLine } from '../checkouts/price-checkout'

/** A paid, authorized or pending checkout. What of its money moved is counted from its sessions. */
export interface Order {
  readonly id: string
  /** Like "#1001". */
  readonly number: string
  readonly shop: string
  readonly checkoutId: string
  /** Id of the payment session that paid it. */
  sessionId: string
  amount: number
  currency: string
  readonly lines: readonly PricedLine[]
  readonly email?: string
  readonly createdAt: number
}
