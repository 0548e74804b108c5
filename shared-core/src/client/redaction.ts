// Craftgate's descriptions may repeat what was sent ("Kart son kullanma yılı "2010" geçersiz"). Whatever could be a
// secret, a card or a person is redacted before a description goes into an error, because errors end up in logs.
import { passesLuhn } from '../luhn'

const REDACTED = '…'
const MAX_LENGTH = 300

/** Fields whose values are words of the API itself and may be repeated. */
const PLAIN_FIELDS: ReadonlySet<string> = new Set([
  'conversationId',
  'currency',
  'externalId',
  'paymentGroup',
  'paymentPhase',
  'refundDestinationType',
])

/** Every text and number that the value holds, at any depth. */
export function leavesOf(value: unknown, field = ''): string[] {
  if (typeof value === 'string' || typeof value === 'number')
    return PLAIN_FIELDS.has(field) ? [] : [String(value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    leavesOf(inner, Array.isArray(value) ? field : name),
  )
}

// Turkish has two letters i, and neither is the other's capital by the rules of a regular expression.
const pattern = (word: string): RegExp =>
  new RegExp(word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[iıİI]/g, '[iıİI]'), 'giu')

const redactWords = (text: string, words: readonly string[]): string =>
  [...words]
    .filter((word) => word.trim().length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replace(pattern(word), REDACTED), text)

const redactPatterns = (text: string): string =>
  text
    .replace(/["“”][^"“”]*["“”]/g, `"${REDACTED}"`)
    .replace(/\S+@\S+/g, REDACTED)
    .replace(/\d(?:[ -]?\d){5,}/g, REDACTED)

/** A description that may be logged: without quoted values, e-mail addresses, long numbers and the words given. */
export function safeText(description: string, words: readonly string[]): string {
  const flat = description.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  return redactPatterns(redactWords(flat, words)).slice(0, MAX_LENGTH)
}

const holdsCardNumber = (text: string): boolean => (text.match(/\d{13,19}/g) ?? []).some(passesLuhn)

/** The text when it looks like an identifier of a machine, not like a person or a card; else undefined. */
export function safeId(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined
  const text = String(value)
  return /^[\w.:-]{1,100}$/.test(text) && !holdsCardNumber(text) ? text : undefined
}
