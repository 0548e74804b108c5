import type { Schema } from '@craftgate-commerce/openapi'
import type { PaymentError } from '../../errors/payment-errors'
import type { RefundStatus } from '../refunds/refund'

/** A member has at most one wallet in each currency (our reading). Amounts are minor units. */
export interface Wallet {
  readonly id: number
  readonly merchant: string
  readonly memberId: number
  readonly currency: string
  /** What it held at the start, where the seed says so. */
  readonly opening: number
  /** How far below zero its owner may spend; zero or less. */
  readonly negativeAmountLimit: number
  readonly createdAt: number
  /** When its limit was changed last. */
  readonly changedAt?: number
}

/** One move of a wallet; amounts are minor units, below zero when the wallet pays. */
export interface WalletMove {
  readonly id: number
  readonly merchant: string
  readonly memberId: number
  readonly type: Schema<'WalletTransactionType'>
  readonly amount: number
  /** What of it may go back to a card: a wallet's own share of a refund may not. Absent: all of it. */
  readonly returnable?: number
  /** Money "that the member can only spend inside the system" (api, REDEEM_ONLY_LOYALTY): it is never withdrawn. */
  readonly loyalty?: true
  readonly currency: string
  readonly createdAt: number
  /** The payment, refund, remittance, withdraw or payout that it comes from. */
  readonly transactionId: number
}

/**
 * A part of a move on its way back to the card, or wherever it had come from. While the bank works on it (WAITING) the
 * wallet keeps the money, and its owner may not use it.
 */
export interface WalletRefund {
  readonly id: number
  readonly merchant: string
  readonly memberId: number
  readonly moveId: number
  readonly amount: number
  readonly currency: string
  readonly createdAt: number
  readonly origin: Schema<'WalletTransactionRefundTransactionType'>
  status: RefundStatus
  /** Why the bank did not give it back. */
  error?: PaymentError
  /** The payment, the transaction or the move that it had come from. */
  readonly transactionId: number
  readonly authCode: string
  readonly hostReference: string
  readonly transId: string
}

/** Money between the merchant's wallet and a member's. The amount is minor units. */
export interface Remittance {
  readonly id: number
  readonly merchant: string
  readonly createdAt: number
  readonly memberId: number
  /** SEND: to the member. RECEIVE: back from him. */
  readonly type: Schema<'RemittanceType'>
  readonly reason: Schema<'RemittanceReasonType'>
  readonly amount: number
  readonly currency: string
  readonly description: string
}

/** A seller's wish to have money of his wallet at his bank. The amount is minor units. */
export interface Withdraw {
  readonly id: number
  readonly merchant: string
  readonly createdAt: number
  readonly memberId: number
  readonly amount: number
  readonly currency: string
  readonly description?: string
  payoutStatus: Schema<'TransactionPayoutStatus'>
  /** Once a payout file has it. */
  payoutId?: number
}
