import { type CheckoutRecord, toDecimal } from '@craftgate-commerce/core'

/** An attempt for the merchant, without token and page address: who holds them can pay. */
export const shownCheckout = (record: CheckoutRecord) => ({
  reference: record.reference,
  attempt: record.attempt,
  merchant: record.merchant,
  phase: record.phase,
  state: record.state,
  price: toDecimal(record.expected),
  currency_code: record.expected.currency,
  craftgate_payment_id: record.paymentId ?? null,
  started_at: record.createdAt,
  changed_at: record.updatedAt,
  expires_at: record.expiresAt ?? null,
  note: record.note ?? null,
})
