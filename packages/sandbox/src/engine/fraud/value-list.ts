export type FraudValueType = 'CARD' | 'IP' | 'PHONE_NUMBER' | 'EMAIL' | 'OTHER'

export interface FraudValue {
  readonly id: string
  readonly value: string
  label?: string
  /** Absent for one that stays. */
  expiresAt?: number
}

/** A merchant's list that its fraud rules name with an @. */
export interface FraudValueList {
  readonly merchant: string
  readonly name: string
  readonly type: FraudValueType
  values: FraudValue[]
}
