export type FraudAction = 'BLOCK' | 'REVIEW'
export type CheckStatus = 'WAITING' | 'FRAUD' | 'NOT_FRAUD'

/** What a payment request tells the merchant's rules alone. */
export interface FraudParams {
  readonly buyerExternalId?: string
  readonly buyerPhoneNumber?: string
  readonly buyerEmail?: string
  readonly customFraudVariable?: string
}

/** A payment that a fraud rule caught. */
export interface FraudCheck {
  readonly id: number
  readonly merchant: string
  readonly paymentId: number
  readonly action: FraudAction
  readonly ruleId: number
  readonly createdAt: number
  status: CheckStatus
}
