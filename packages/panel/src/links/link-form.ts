import type { PaymentLinkTerms } from '@craftgate-commerce/core'
import { isCurrency } from '@craftgate-commerce/core/adapter'
import { dayAt, endOfDay, readDay } from '../days/days'
import { readPrice } from '../money/read-price'
import type { LinkWords } from './words'

export type LinkField = keyof LinkWords['wrong']

export interface TypedLink {
  readonly merchant: string
  readonly terms: PaymentLinkTerms
  /** The form's own key: sent twice it makes one link. */
  readonly once: string
}

/** What was typed, or the fields that are wrong. */
export type ReadLink =
  | { readonly ok: true; readonly typed: TypedLink }
  | { readonly ok: false; readonly wrong: ReadonlySet<LinkField> }

const YEAR_MS = 366 * 86_400_000
const LONGEST = 100

interface Reading {
  readonly merchants: readonly string[]
  readonly now: Date
  /** Whose days the shop counts by. */
  readonly timeZone: string
  /** The end of the link that is changed: it may stay as it is, over or not. */
  readonly expiresAt?: Date
}

export function readLinkForm(form: URLSearchParams, reading: Reading): ReadLink {
  const { merchants } = reading
  const given = (name: string) => (form.get(name) ?? '').trim()
  const name = given('name').slice(0, LONGEST)
  const merchant = given('merchant') || (merchants[0] ?? '')
  const price = readPrice(given('price'), given('currency'))
  const stock = whole(given('stock'), 1_000_000)
  const until = untilOf(given('until'), reading)
  const installments = whole(given('installments') || '1', 12)
  const wrong = new Set<LinkField>()
  if (name === '') wrong.add('name')
  if (!isCurrency(given('currency'))) wrong.add('currency')
  else if (price === undefined) wrong.add('price')
  if (stock === 'wrong') wrong.add('stock')
  if (until === 'wrong') wrong.add('until')
  if (typeof installments !== 'number') wrong.add('installments')
  if (!merchants.includes(merchant)) wrong.add('merchant')
  if (wrong.size > 0 || price === undefined || typeof installments !== 'number') return { ok: false, wrong }
  const terms = {
    name,
    price,
    installments: Array.from({ length: installments }, (_, at) => at + 1),
    ...(given('description') && { description: given('description').slice(0, 10 * LONGEST) }),
    multiPayment: form.get('multiPayment') === 'on',
    ...(typeof stock === 'number' && { stock }),
    ...(until instanceof Date && { expiresAt: until }),
  }
  return { ok: true, typed: { merchant, terms, once: given('once').slice(0, LONGEST) } }
}

/** The last second of a day of the shop's that is not over, within a year. */
function untilOf(typed: string, { now, timeZone, expiresAt }: Reading): Date | undefined | 'wrong' {
  if (typed === '') return undefined
  const day = readDay(typed)
  if (day === undefined) return 'wrong'
  if (expiresAt !== undefined && day === dayAt(expiresAt, timeZone)) return expiresAt
  const end = new Date(endOfDay(day, timeZone).getTime() - 1_000)
  const left = end.getTime() - now.getTime()
  return left > 0 && left < YEAR_MS ? end : 'wrong'
}

function whole(typed: string, most: number): number | undefined | 'wrong' {
  if (typed === '') return undefined
  const number = Number(typed)
  return Number.isSafeInteger(number) && number >= 1 && number <= most ? number : 'wrong'
}
