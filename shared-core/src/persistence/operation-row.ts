import type { CurrencyCode } from '../money/money'
import type { ErrorFacts } from '../payment/outcome'
import type { OperationStep, PaymentOperation } from '../platform'

export interface StoredOperation {
  readonly operationKey: string
  readonly kind: PaymentOperation['kind']
  readonly merchant: string
  readonly paymentId: number
  readonly amount: number
  readonly currency: CurrencyCode
  readonly steps: readonly OperationStep[]
  readonly state: PaymentOperation['state']
  readonly cancelled: boolean | null
  readonly error: ErrorFacts | null
  readonly shopReference: string | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly version: number
}

export function toOperationRow(operation: PaymentOperation): StoredOperation {
  const { key, amount, createdAt, updatedAt, ...rest } = operation
  return {
    ...rest,
    operationKey: key,
    amount: amount.minor,
    currency: amount.currency,
    cancelled: operation.cancelled ?? null,
    error: operation.error ?? null,
    shopReference: operation.shopReference ?? null,
    startedAt: createdAt,
    changedAt: updatedAt,
  }
}

export function operationOfRow(row: StoredOperation): PaymentOperation {
  return {
    key: row.operationKey,
    kind: row.kind,
    merchant: row.merchant,
    paymentId: row.paymentId,
    amount: { minor: row.amount, currency: row.currency },
    steps: row.steps,
    state: row.state,
    cancelled: row.cancelled ?? undefined,
    error: row.error ?? undefined,
    shopReference: row.shopReference ?? undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    version: row.version,
  }
}
