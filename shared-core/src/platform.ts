// THE PORT. What a shop platform must provide, and nothing else: an adapter implements this interface,
// mounts `CraftgateCommerce.handle` and holds no rule of its own.
import type { OrderSnapshot } from './basket/order-snapshot'
import type { Money } from './money/money'
import type { ErrorFacts, PaymentOutcome } from './payment/outcome'

/**
 * Life of one attempt to pay:
 * created -> open -> (review ->) authorized | captured | expired, or, when the money arrived and no order
 * can take it, returning -> returned (refunded) or kept (by option; the merchant decides).
 */
export type CheckoutState =
  | 'created'
  | 'open'
  | 'review'
  | 'authorized'
  | 'captured'
  | 'expired'
  | 'refunding'
  | 'refunded'
  | 'needs-review'

/** One attempt to pay. Core writes it through `saveCheckout`; the adapter stores it and adds nothing. */
export interface CheckoutRecord {
  /** Unique per attempt. It is conversationId and externalId at Craftgate. */
  readonly id: string
  /** What the pay link names: the shop's payment session. All attempts of one session share it. */
  readonly reference: string
  /** 1 for the first attempt of a reference, then 2, 3 … */
  readonly attempt: number
  /** Key of the Craftgate credentials in the options. */
  readonly merchant: string
  /** The shop's own pointer to the order; core never reads it. */
  readonly order: string
  /** Whatever else the adapter needs to find its way back (channel, language …); core never reads it. */
  readonly context: Readonly<Record<string, string>>
  readonly phase: 'AUTH' | 'PRE_AUTH'
  readonly state: CheckoutState
  /** What must be paid; every outcome is compared with it. */
  readonly expected: Money
  readonly token?: string
  readonly pageUrl?: string
  readonly paymentId?: number
  readonly createdAt: Date
  readonly updatedAt: Date
  /** When Craftgate's token dies; absent until the shopper went to pay. */
  readonly expiresAt?: Date
  /** The last thing that happened, in words a merchant can read. No personal data. */
  readonly note?: string
  /** 0 = never stored. The store raises it by one at each write. */
  readonly version: number
}

export type CheckoutQuery =
  | { readonly token: string }
  | { readonly paymentId: number }
  /** The newest attempt of this session. */
  | { readonly reference: string }

/** A part of a money call that Craftgate sees as one request. */
export interface OperationStep {
  /** conversationId of the request; asked for when the answer was unclear. */
  readonly key: string
  /** Absent when the step is about the whole payment. */
  readonly transactionId?: number
  /** What is asked of Craftgate for this step (card money: of paidPrice). */
  readonly amount: Money
  /** The part of the order's own price that this step gives back. */
  readonly price: Money
  readonly state: 'planned' | 'sent' | 'done' | 'waiting' | 'failed'
  /** Craftgate's id of the refund. */
  readonly refundId?: number
  /** When the request last left, ISO 8601 (text, so that a store may keep the steps as JSON). */
  readonly sentAt?: string
  /** When Craftgate was first asked about that request and surely should have known it, but did not. */
  readonly missedAt?: string
}

/**
 * A money call written down before it is made, so that no crash, timeout or second click can lose or double it.
 * `unknown` means: sent, and Craftgate's answer is not known yet. It is asked about, never repeated blindly.
 */
export interface PaymentOperation {
  readonly key: string
  readonly kind: 'capture' | 'void' | 'refund'
  readonly merchant: string
  readonly paymentId: number
  /** In the order's price, not in what the card was charged. */
  readonly amount: Money
  readonly steps: readonly OperationStep[]
  readonly state: 'planned' | 'unknown' | 'waiting' | 'done' | 'failed'
  /** True when Craftgate cancelled the payment (same day, whole) instead of refunding it. */
  readonly cancelled?: boolean
  readonly error?: ErrorFacts
  /** The shop's own id of this refund or capture, once the shop has saved it. */
  readonly shopReference?: string
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
}

/** applied: the order moved; already: it had moved before; orphan: no order can take this money any more. */
export type ApplyResult = 'applied' | 'already' | 'unexpected'

export interface CommercePlatform {
  /** Reads the order that this attempt pays, from the shop's database; never from the browser. */
  readOrder(record: CheckoutRecord): Promise<OrderSnapshot>

  /**
   * Inserts (version 0) or updates the record, unless somebody wrote it since this version was read.
   * Returns what is stored now, or 'conflict' (also when another attempt with the same id or token exists).
   */
  saveCheckout(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'>
  findCheckout(by: CheckoutQuery): Promise<CheckoutRecord | undefined>
  /** Attempts in one of these states, last written before `before`, oldest first, read page by page. */
  openCheckouts(query: {
    readonly states: readonly CheckoutState[]
    readonly before: Date
  }): AsyncIterable<CheckoutRecord>

  /**
   * Moves the shop's order by this outcome, idempotently, under the shop's own lock for the order.
   * Called for captured, authorized, review and declined. Throws when the shop cannot decide now (try later).
   * Answers 'already' for a payment that the order holds; else 'unexpected' when the stored record is returning, returned
   * or kept: that money is promised back already. Core asks once more after it wrote that down, so that an order which
   * took the money in that very moment keeps it.
   */
  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult>

  /** Where the shopper goes next. Its origin must be in the allow-list of the options. */
  returnUrl(record: CheckoutRecord, outcome: PaymentOutcome): Promise<string>

  /** Runs the work while no other process does money calls for this payment. Only operations are written inside. */
  exclusively<T>(paymentId: number, work: () => Promise<T>): Promise<T>
  /** Like saveCheckout, but committed at once, outside of any transaction that may roll back later. */
  saveOperation(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'>
  operationsOf(paymentId: number): Promise<readonly PaymentOperation[]>
  /** Operations that are planned, unknown or waiting, last written before `before`. */
  openOperations(query: { readonly before: Date }): AsyncIterable<PaymentOperation>
  /** Tells the shop what became of a money call that it had to leave pending. Idempotent. */
  applyOperation(operation: PaymentOperation): Promise<void>

  /** True when this webhook event was marked as handled. */
  eventHandled(eventKey: string): Promise<boolean>
  markEventHandled(eventKey: string): Promise<void>
}
