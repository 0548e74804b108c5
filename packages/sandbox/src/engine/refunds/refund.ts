export type RefundStatus = 'SUCCESS' | 'FAILURE' | 'WAITING'

interface RefundFacts {
  readonly id: number
  readonly merchant: string
  readonly paymentId: number
  readonly createdAt: number
  readonly conversationId?: string
  readonly currency: string
  /** What is told instead, when the payment tells another currency (`tamper`). */
  readonly tamperedCurrency?: string
  /** Minor units of what the card was charged. */
  readonly amount: number
  readonly destination: string
  /** What of it the wallet had paid, and has back. */
  readonly walletAmount?: number
  /** The merchant bears the seller's part of it (`chargeFromMe`, where the seller's balance was too small). */
  readonly chargedToMerchant?: boolean
  status: RefundStatus
  error?: {
    readonly code: string
    readonly group?: string
    readonly description: { readonly tr: string; readonly en: string }
  }
  readonly authCode: string
  readonly hostReference: string
  readonly transId: string
}

/** A cancelled payment: the whole of it, before the bank's day was closed. */
export interface Refund extends RefundFacts {
  readonly type: 'CANCEL'
}

/** Money given back for one transaction of a payment. */
export interface TransactionRefund extends RefundFacts {
  /** A payout had a part of the transaction by then. */
  readonly isAfterSettlement?: boolean
  readonly transactionId: number
}
