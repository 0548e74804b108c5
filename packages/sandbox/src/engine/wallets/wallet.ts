import type { Schema } from '@craftgate-commerce/openapi'

/** One move of a member's wallet; amounts are minor units, below zero when the wallet pays. */
export interface WalletMove {
  readonly id: number
  readonly merchant: string
  readonly memberId: number
  readonly type: Schema<'WalletTransactionType'>
  readonly amount: number
  readonly currency: string
  readonly createdAt: number
  /** The payment or the refund that it comes from. */
  readonly transactionId: number
}
