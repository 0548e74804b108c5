import { type CheckoutRecord, toDecimal } from '@craftgate-commerce/core'
import { noteIn, sentenceIn } from '@craftgate-commerce/core/adapter'

/**
 * An attempt for the merchant, without token and page address: who holds them can pay.
 * @param language Of the note: an IETF tag, English without it.
 */
export const checkoutView = (record: CheckoutRecord, language: string | undefined) => ({
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
  note: noteText(record.note, language),
})

export const noteText = (note: string | undefined, language: string | undefined): string | null =>
  note === undefined ? null : sentenceIn(language, noteIn(note))

/** The names of Medusa's API: paid_price for paidPrice; null for what is not there. */
export function inSnakeCase(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replace(/[A-Z]+/g, (letters) => `_${letters.toLowerCase()}`),
      value ?? null,
    ]),
  )
}
