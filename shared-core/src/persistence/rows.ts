// Flat rows of records and operations: money as minor units beside its currency, null for what is absent; the names are
// those of the columns.
import { isMethod } from '../methods'
import type { CurrencyCode } from '../money/money'
import type { ErrorFacts } from '../payment/outcome'
import type {
  CheckoutRecord,
  CheckoutState,
  DeferredRequest,
  OperationStep,
  PaymentOperation,
} from '../platform'
import {
  isOpenInWallet,
  type WalletOperation,
  type WalletOperationDetails,
} from '../wallets/wallet-operation'

/**
 * The row of an attempt. So that a payment finds its attempt by an index and belongs to one only, its ids stand once more
 * in a table of their own: primary key account and payment id, beside the record's id. Written with the row, never removed.
 */
export interface StoredCheckout {
  /** conversationId and externalId at Craftgate. */
  readonly recordId: string
  readonly reference: string
  readonly attempt: number
  readonly account: string
  readonly order: string
  readonly context: Readonly<Record<string, string>>
  readonly phase: CheckoutRecord['phase']
  readonly state: CheckoutState
  readonly amount: number
  readonly currency: CurrencyCode
  readonly token: string | null
  readonly pageUrl: string | null
  readonly paymentIds: readonly number[]
  /** Lists are narrowed by it. */
  readonly method: string | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly stateSince: Date
  readonly expiresAt: Date | null
  /** Wants an index of the rows where it is not null. */
  readonly nextCheckAt: Date | null
  readonly note: string | null
  readonly version: number
}

export function toCheckoutRow(record: CheckoutRecord): StoredCheckout {
  const { id, expected, createdAt, updatedAt, ...rest } = record
  return {
    ...rest,
    recordId: id,
    amount: expected.minor,
    currency: expected.currency,
    token: record.token ?? null,
    pageUrl: record.pageUrl ?? null,
    method: record.method ?? null,
    startedAt: createdAt,
    changedAt: updatedAt,
    expiresAt: record.expiresAt ?? null,
    nextCheckAt: record.nextCheckAt ?? null,
    note: record.note ?? null,
  }
}

export function checkoutOfRow(row: StoredCheckout): CheckoutRecord {
  return {
    id: row.recordId,
    reference: row.reference,
    attempt: row.attempt,
    account: row.account,
    order: row.order,
    context: row.context,
    phase: row.phase,
    state: row.state,
    expected: { minor: row.amount, currency: row.currency },
    token: row.token ?? undefined,
    pageUrl: row.pageUrl ?? undefined,
    paymentIds: row.paymentIds,
    method: row.method !== null && isMethod(row.method) ? row.method : undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    stateSince: row.stateSince,
    expiresAt: row.expiresAt ?? undefined,
    nextCheckAt: row.nextCheckAt ?? undefined,
    note: row.note ?? undefined,
    version: row.version,
  }
}

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

export interface StoredWalletOperation {
  readonly operationKey: string
  readonly account: string
  readonly kind: WalletOperation['kind']
  readonly memberId: number
  readonly amount: number
  readonly currency: CurrencyCode
  readonly details: WalletOperationDetails
  readonly step: OperationStep
  readonly state: WalletOperation['state']
  readonly error: ErrorFacts | null
  /** Null while it is open. Wants an index with `changedAt`. */
  readonly endedAt: Date | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly version: number
}

export function toWalletOperationRow(operation: WalletOperation): StoredWalletOperation {
  const { key, amount, createdAt, updatedAt, ...rest } = operation
  return {
    ...rest,
    operationKey: key,
    amount: amount.minor,
    currency: amount.currency,
    error: operation.error ?? null,
    endedAt: isOpenInWallet(operation) ? null : updatedAt,
    startedAt: createdAt,
    changedAt: updatedAt,
  }
}

export function walletOperationOfRow(row: StoredWalletOperation): WalletOperation {
  return {
    key: row.operationKey,
    account: row.account,
    kind: row.kind,
    memberId: row.memberId,
    amount: { minor: row.amount, currency: row.currency },
    details: row.details,
    step: row.step,
    state: row.state,
    error: row.error ?? undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    version: row.version,
  }
}
