/** What a merchant sells by a link. Amounts are minor units, dates milliseconds of the sandbox clock. */
export interface LinkProduct {
  readonly merchant: string
  readonly id: number
  readonly token: string
  status: 'ACTIVE' | 'PASSIVE'
  name: string
  description?: string
  channel?: string
  orderId?: string
  conversationId?: string
  externalId?: string
  price: number
  currency: string
  /** Absent where it may be sold for ever. */
  stock?: number
  /** The price may be paid in parts. */
  multiPayment?: boolean
  enabledInstallments: readonly number[]
  expiresAt?: number
  basketIdentifier?: string
}
