import type { Schema } from '@craftgate-commerce/openapi'

/** A transfer that came to an account of the merchant's which Craftgate watches. */
export interface BankRecord {
  readonly id: number
  readonly merchant: string
  /** The bank's own key of it. */
  readonly key: string
  /** When the bank booked it. */
  readonly createdAt: number
  /** When Craftgate looks at the account next: nobody knows of the transfer before. */
  readonly seenAt: number
  readonly senderName: string
  readonly senderIban: string
  readonly description: string
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  readonly source: Schema<'BankAccountTrackingSource'>
  /** The webhook was sent. */
  notified: boolean
}
