// Flat rows of records and operations: money as minor units beside its currency, null for what is absent; the names are
// those of the columns.
import { isMethod } from '../methods'
import type { ErrorFacts } from '../payment/outcome'
import type {
  CheckoutRecord,
  CheckoutState,
  DeferredRequest,
  OperationStep,
  PaymentOperation,
  PaymentStanding,
} from '../platform'
import {
  isOpenInWallet,
  type WalletOperation,
  type WalletOperationDetails,
} from '../wallets/wallet-operation'
import { moneyOfRow, type StoredMoney, toMoneyRow } from './money-row'

/**
 * The row of an attempt. So that a payment finds its attempt by an index and belongs to one only, its ids stand once more
 * in a table of their own: primary key account and payment id, beside the record's id. Written with the row, never removed.
 */
export interface StoredCheckout extends StoredMoney {
  /** conversationId and externalId at Craftgate. */
  readonly recordId: string
  readonly reference: string
  readonly attempt: number
  readonly order: string
  readonly context: Readonly<Record<string, string>>
  readonly phase: CheckoutRecord['phase']
  readonly state: CheckoutState
  readonly token: string | null
  readonly pageUrl: string | null
  readonly paymentIds: readonly number[]
  /** Lists are narrowed by it. */
  readonly method: string | null
  readonly stateSince: Date
  /** Lists are narrowed by it. */
  readonly standing: PaymentStanding | null
  readonly expiresAt: Date | null
  /** Wants an index of the rows where it is not null. */
  readonly nextCheckAt: Date | null
  readonly note: string | null
}

export function toCheckoutRow(record: CheckoutRecord): StoredCheckout {
  const { id, expected, createdAt: _from, updatedAt: _to, ...rest } = record
  return {
    ...rest,
    ...toMoneyRow({ ...record, amount: expected }),
    recordId: id,
    token: record.token ?? null,
    pageUrl: record.pageUrl ?? null,
    method: record.method ?? null,
    standing: record.standing ?? null,
    expiresAt: record.expiresAt ?? null,
    nextCheckAt: record.nextCheckAt ?? null,
    note: record.note ?? null,
  }
}

export function checkoutOfRow(row: StoredCheckout): CheckoutRecord {
  const { amount: expected, ...money } = moneyOfRow(row)
  return {
    ...money,
    expected,
    id: row.recordId,
    reference: row.reference,
    attempt: row.attempt,
    order: row.order,
    context: row.context,
    phase: row.phase,
    state: row.state,
    token: row.token ?? undefined,
    pageUrl: row.pageUrl ?? undefined,
    paymentIds: row.paymentIds,
    method: row.method !== null && isMethod(row.method) ? row.method : undefined,
    stateSince: row.stateSince,
    standing: row.standing ?? undefined,
    expiresAt: row.expiresAt ?? undefined,
    nextCheckAt: row.nextCheckAt ?? undefined,
    note: row.note ?? undefined,
  }
}

export interface StoredOperation extends StoredMoney {
  readonly operationKey: string
  readonly kind: PaymentOperation['kind']
  readonly paymentId: number
  readonly steps: readonly OperationStep[]
  readonly state: PaymentOperation['state']
  readonly request: DeferredRequest | null
  readonly cancelled: boolean | null
  readonly error: ErrorFacts | null
  readonly shopReference: string | null
  /** Null: the operation is open. Wants an index with `changedAt`. */
  readonly acknowledgedAt: Date | null
}

export function toOperationRow(operation: PaymentOperation): StoredOperation {
  const { key, createdAt: _from, updatedAt: _to, ...rest } = operation
  return {
    ...rest,
    ...toMoneyRow(operation),
    operationKey: key,
    request: operation.request ?? null,
    cancelled: operation.cancelled ?? null,
    error: operation.error ?? null,
    shopReference: operation.shopReference ?? null,
    acknowledgedAt: operation.acknowledgedAt ?? null,
  }
}

export function operationOfRow(row: StoredOperation): PaymentOperation {
  return {
    ...moneyOfRow(row),
    key: row.operationKey,
    kind: row.kind,
    paymentId: row.paymentId,
    steps: row.steps,
    state: row.state,
    request: row.request ?? undefined,
    cancelled: row.cancelled ?? undefined,
    error: row.error ?? undefined,
    shopReference: row.shopReference ?? undefined,
    acknowledgedAt: row.acknowledgedAt ?? undefined,
  }
}

export interface StoredWalletOperation extends StoredMoney {
  readonly operationKey: string
  readonly kind: WalletOperation['kind']
  readonly memberId: number
  readonly details: WalletOperationDetails
  readonly step: OperationStep
  readonly state: WalletOperation['state']
  readonly error: ErrorFacts | null
  /** Null while it is open. Wants an index with `changedAt`. */
  readonly endedAt: Date | null
}

export function toWalletOperationRow(operation: WalletOperation): StoredWalletOperation {
  const { key, createdAt: _from, updatedAt, ...rest } = operation
  return {
    ...rest,
    ...toMoneyRow(operation),
    operationKey: key,
    error: operation.error ?? null,
    endedAt: isOpenInWallet(operation) ? null : updatedAt,
  }
}

export function walletOperationOfRow(row: StoredWalletOperation): WalletOperation {
  return {
    ...moneyOfRow(row),
    key: row.operationKey,
    kind: row.kind,
    memberId: row.memberId,
    details: row.details,
    step: row.step,
    state: row.state,
    error: row.error ?? undefined,
  }
}
