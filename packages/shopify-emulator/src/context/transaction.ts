import type { StateChange } from './payment-session'

export type TransactionKind = 'refund' | 'capture' | 'void'

/** "undelivered": no try reached the app; the merchant may send it again, under the same id. */
export type TransactionState = 'pending' | 'resolved' | 'rejected' | 'undelivered'

/** A refund, capture or void session of an order. */
export interface Transaction {
  readonly kind: TransactionKind
  readonly id: string
  readonly gid: string
  readonly shop: string
  readonly checkoutId: string
  /** Minor units; of a void, what was authorized. */
  readonly amount: number
  readonly currency: string
  readonly createdAt: number
  state: TransactionState
  /** Shopify has read the app's answer to the request that began it. */
  startAnswered: boolean
  reason?: string
  message?: string
  readonly history: StateChange<TransactionState>[]
  readonly body: TransactionBody
}

/** Money that may still move: it counts against what can be asked for. */
export const isUnderway = ({ state }: Transaction): boolean => state === 'pending' || state === 'undelivered'

/** What Shopify posts to the app of a refund or capture; a void has neither amount nor currency. */
export interface TransactionBody {
  readonly id: string
  readonly gid: string
  /** Id of the original payment session, of captured payments too. */
  readonly payment_id: string
  readonly amount?: string
  readonly currency?: string
  readonly test: boolean
  readonly merchant_locale: string
  readonly proposed_at: string
}
