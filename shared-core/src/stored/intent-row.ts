import type { CurrencyCode } from '../money/money'
import type { ErrorFacts } from '../payment/outcome'
import type { IntentLeg, MoneyIntent } from '../platform'

export interface StoredIntent {
  readonly intentKey: string
  readonly kind: MoneyIntent['kind']
  readonly merchant: string
  readonly paymentId: number
  readonly amount: number
  readonly currency: CurrencyCode
  readonly legs: readonly IntentLeg[]
  readonly state: MoneyIntent['state']
  readonly cancelled: boolean | null
  readonly error: ErrorFacts | null
  readonly shopReference: string | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly version: number
}

export function toIntentRow(intent: MoneyIntent): StoredIntent {
  const { key, amount, createdAt, updatedAt, ...rest } = intent
  return {
    ...rest,
    intentKey: key,
    amount: amount.minor,
    currency: amount.currency,
    cancelled: intent.cancelled ?? null,
    error: intent.error ?? null,
    shopReference: intent.shopReference ?? null,
    startedAt: createdAt,
    changedAt: updatedAt,
  }
}

export function intentOfRow(row: StoredIntent): MoneyIntent {
  return {
    key: row.intentKey,
    kind: row.kind,
    merchant: row.merchant,
    paymentId: row.paymentId,
    amount: { minor: row.amount, currency: row.currency },
    legs: row.legs,
    state: row.state,
    cancelled: row.cancelled ?? undefined,
    error: row.error ?? undefined,
    shopReference: row.shopReference ?? undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    version: row.version,
  }
}
