import type { Checkout } from '../checkouts/checkout'
import type { Violation } from '../control/violation'
import type { ShopState } from '../oauth/shop-state'
import type { Order } from '../orders/order'
import type { PaymentSession } from '../sessions/payment-session'
import type { Transaction } from '../sessions/transaction'

/** Everything that is remembered. Plain data: it is written to the state file as it is. */
export interface State {
  savedAt?: number
  lastOrderNumber: number
  readonly shops: Record<string, ShopState>
  readonly checkouts: Checkout[]
  readonly sessions: PaymentSession[]
  readonly transactions: Transaction[]
  readonly orders: Order[]
  readonly violations: Violation[]
}

export const emptyState = (): State => ({
  lastOrderNumber: 1000,
  shops: {},
  checkouts: [],
  sessions: [],
  transactions: [],
  orders: [],
  violations: [],
})
