import { z } from 'zod'
import { CraftgateError } from '../../errors'
import { type CurrencyCode, exponentOf, fromDecimal, type Money, money } from '../../money'

/** A number as Craftgate writes it; some fields are documented as text. */
export const decimal = z.union([z.number(), z.string()])

/**
 * Reads what Craftgate answered. Throws CraftgateError when it cannot be read: what happened is then not known.
 * The message names fields, never values.
 */
export function readAnswer<T>(schema: z.ZodType<T>, answer: unknown): T {
  const read = schema.safeParse(answer)
  if (read.success) return read.data
  const fields = read.error.issues.map((issue) => issue.path.map(String).join('.') || 'the answer').join(', ')
  throw unreadable(`Craftgate's answer cannot be read: ${fields}`)
}

/** An amount, without whatever Craftgate writes below the currency's own decimals: never more than there is. */
export function readAmount(value: string | number, currency: string): Money {
  try {
    const known = money(0, currency).currency
    return fromDecimal(withoutDust(String(value), known), known)
  } catch (cause) {
    throw unreadable("Craftgate's answer holds an amount that cannot be read", cause)
  }
}

function withoutDust(text: string, currency: CurrencyCode): string {
  if (/^\d(?:\.\d+)?e-\d+$/.test(text)) return '0'
  const [whole = '', fraction = ''] = text.split('.')
  const kept = fraction.slice(0, exponentOf(currency))
  return kept === '' ? whole : `${whole}.${kept}`
}

function unreadable(message: string, cause?: unknown): CraftgateError {
  return new CraftgateError({
    kind: 'unknown-outcome',
    code: 'unreadable-answer',
    message,
    retry: 'ask-first',
    merchantMessage: {
      tr: "Craftgate'in cevabı okunamadı. Lütfen biraz sonra yeniden deneyin.",
      en: "Craftgate's answer could not be read. Please try again in a while.",
    },
    cause,
  })
}
