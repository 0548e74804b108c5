import type { Schema } from '@craftgate-commerce/openapi'

/** One move of a member's wallet; amounts are minor units, below zero when the wallet pays. */
export interface WalletMove {
  readonly id: number
  readonly merchant: string
  readonly memberId: number
  readonly type: Schema<'WalletTransactionType'>
  readonly amount: number
  /** What of it may go back to a card: a wallet's own share of a refund may not. Absent: all of it. */
  readonly returnable?: number
  readonly currency: string
  readonly createdAt: number
  /** The payment or the refund that it comes from. */
  readonly transactionId: number
}

/** A part of a move that went back to the card, or wherever it had come from. */
export interface WalletRefund {
  readonly id: number
  readonly merchant: string
  readonly moveId: number
  readonly amount: number
  readonly currency: string
  readonly createdAt: number
  readonly origin: Schema<'WalletTransactionRefundTransactionType'>
  /** The payment, the transaction or the move that it had come from. */
  readonly transactionId: number
  readonly authCode: string
  readonly hostReference: string
  readonly transId: string
}
