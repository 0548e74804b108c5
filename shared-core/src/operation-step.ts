import type { Money } from './money/money'

/** One request of a payment operation. Stored as JSON, so times are text (ISO 8601). */
export interface OperationStep {
  /** Random, and stored before it is sent: conversationId and x-idempotency-key of the request. */
  readonly key: string
  readonly paymentId: number
  /** Absent when the step is about the whole payment. */
  readonly transactionId?: number
  /** What is asked of Craftgate for this step (card money: of paidPrice). */
  readonly amount: Money
  /** The part of the order's own price that this step moves. */
  readonly price: Money
  /** Of a refund: `RefundDestination`, in capitals; absent: to where the money came from. */
  readonly destination?: 'WALLET' | 'OUTSIDE'
  readonly state: 'planned' | 'sent' | 'done' | 'waiting' | 'failed'
  /** Craftgate's id of the refund. */
  readonly refundId?: number
  /** Of a capture, where Craftgate told them: what the bank keeps of it, and when it pays the rest out. */
  readonly bankCommission?: Money
  readonly blockageResolvedAt?: string
  /** Of a marketplace: the shop pays this refund where the seller's balance is too small. */
  readonly chargeFromMe?: true
  /** When the request last left. */
  readonly sentAt?: string
  /** Fingerprint of the API key that it was sent with: a step's key may mean nothing to another API key. */
  readonly sentWith?: string
  /** It was sent once more while an earlier request with its key may have been at work. */
  readonly repeated?: true
  /** When Craftgate was first asked about that request and did not know it. */
  readonly notFoundAt?: string
  /** The 5xx that Craftgate answered this key with, and how often: it may be one remembered answer. */
  readonly serverError?: { readonly code: string; readonly times: number }
  /** Keys of this step that were given up. What Craftgate did under one of them counts. */
  readonly earlierKeys?: readonly string[]
}
