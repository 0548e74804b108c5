import type { CurrencyCode } from '../money/money'
import type { CheckoutRecord, CheckoutState } from '../platform'

export interface StoredCheckout {
  /** conversationId and externalId at Craftgate. */
  readonly recordId: string
  readonly reference: string
  readonly attempt: number
  readonly merchant: string
  readonly order: string
  readonly context: Readonly<Record<string, string>>
  readonly phase: CheckoutRecord['phase']
  readonly state: CheckoutState
  readonly amount: number
  readonly currency: CurrencyCode
  readonly token: string | null
  readonly pageUrl: string | null
  readonly paymentId: number | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly expiresAt: Date | null
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
    paymentId: record.paymentId ?? null,
    startedAt: createdAt,
    changedAt: updatedAt,
    expiresAt: record.expiresAt ?? null,
    note: record.note ?? null,
  }
}

export function checkoutOfRow(row: StoredCheckout): CheckoutRecord {
  return {
    id: row.recordId,
    reference: row.reference,
    attempt: row.attempt,
    merchant: row.merchant,
    order: row.order,
    context: row.context,
    phase: row.phase,
    state: row.state,
    expected: { minor: row.amount, currency: row.currency },
    token: row.token ?? undefined,
    pageUrl: row.pageUrl ?? undefined,
    paymentId: row.paymentId ?? undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    expiresAt: row.expiresAt ?? undefined,
    note: row.note ?? undefined,
    version: row.version,
  }
}
