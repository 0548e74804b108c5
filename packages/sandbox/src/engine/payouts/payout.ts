import type { Schema } from '@craftgate-commerce/openapi'

/** Several payouts that the merchant sends to the bank together, in the panel. */
export interface SettlementFile {
  readonly id: number
  readonly merchant: string
  readonly createdAt: number
  readonly type: Schema<'SettlementType'>
  status: Schema<'FileStatus'>
}

/** A part of a payout: what it pays of one transaction, or takes back of it. Minor units. */
export interface PayoutRow {
  readonly transactionId: number
  readonly transactionType: 'PAYMENT_TX' | 'REFUND_TX' | 'WITHDRAW'
  readonly amount: number
}

/** Who is paid: the merchant, or a seller of it. */
export interface Payee {
  readonly type: Schema<'MerchantType'>
  readonly id: number
  readonly currency: string
}

/** Money on its way to a merchant or a seller. Amounts are minor units. */
export interface Payout {
  readonly id: number
  readonly merchant: string
  readonly fileId: number
  readonly payee: Payee
  /** Whose bank account it is. */
  readonly account: PayoutAccountHolder
  readonly destination: Schema<'SettlementEarningsDestination'>
  readonly source: Schema<'SettlementSource'>
  readonly amount: number
  readonly createdAt: number
  /** When the bank, or the wallet, had it. */
  completedAt?: number
  updatedAt: number
  bounceStatus: Schema<'BounceStatus'>
  /** What is paid again, where the bank sent it back before. */
  readonly again?: number
  readonly rows: readonly PayoutRow[]
}

export interface PayoutAccountHolder {
  readonly iban?: string
  readonly contactName?: string
  readonly contactSurname?: string
  readonly legalCompanyTitle?: string
}

/** Where payouts in a foreign currency go. */
export interface PayoutAccount {
  readonly id: number
  readonly merchant: string
  readonly currency: string
  readonly accountOwner: Schema<'AccountOwner'>
  readonly subMerchantMemberId?: number
  type: Schema<'PayoutAccountType'>
  externalAccountId: string
}
