import { type CheckoutRecord, toDecimal } from '@craftgate-commerce/core'

/** An attempt for the merchant, without token and page address: who holds them can pay. */
export const checkoutView = (record: CheckoutRecord) => ({
  reference: record.reference,
  attempt: record.attempt,
  account: record.account,
  phase: record.phase,
  state: record.state,
  price: toDecimal(record.expected),
  currency_code: record.expected.currency,
  craftgate_payment_id: record.paymentIds[0] ?? null,
  craftgate_payment_ids: record.paymentIds,
  started_at: record.createdAt,
  changed_at: record.updatedAt,
  expires_at: record.expiresAt ?? null,
  note: record.note ?? null,
})

/** The names of Medusa's API: paid_price for paidPrice; null for what is not there. */
export function inSnakeCase(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replace(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`),
      value ?? null,
    ]),
  )
}
