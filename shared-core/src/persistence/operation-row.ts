import type { CurrencyCode } from '../money/money'
import type { ErrorFacts } from '../payment/outcome'
import type { DeferredRequest, OperationStep, PaymentOperation } from '../platform'

export interface StoredOperation {
  readonly operationKey: string
  readonly kind: PaymentOperation['kind']
  readonly account: string
  readonly paymentId: number
  readonly amount: number
  readonly currency: CurrencyCode
  readonly steps: readonly OperationStep[]
  readonly state: PaymentOperation['state']
  readonly request: DeferredRequest | null
  readonly cancelled: boolean | null
  readonly error: ErrorFacts | null
  readonly shopReference: string | null
  /** Null: the operation is open. Wants an index with `changedAt`. */
  readonly acknowledgedAt: Date | null
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
    request: operation.request ?? null,
    cancelled: operation.cancelled ?? null,
    error: operation.error ?? null,
    shopReference: operation.shopReference ?? null,
    acknowledgedAt: operation.acknowledgedAt ?? null,
    startedAt: createdAt,
    changedAt: updatedAt,
  }
}

export function operationOfRow(row: StoredOperation): PaymentOperation {
  return {
    key: row.operationKey,
    kind: row.kind,
    account: row.account,
    paymentId: row.paymentId,
    amount: { minor: row.amount, currency: row.currency },
    steps: row.steps,
    state: row.state,
    request: row.request ?? undefined,
    cancelled: row.cancelled ?? undefined,
    error: row.error ?? undefined,
    shopReference: row.shopReference ?? undefined,
    acknowledgedAt: row.acknowledgedAt ?? undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    version: row.version,
  }
}
