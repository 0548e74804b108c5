import type { Opener } from '../../commerce'
import type { DirectField, DirectStart } from '../../methods'
import { mobileDigits } from '../../mobile-digits'
import type { Answers } from './family'

const digitsOf = (typed: string): string => typed.replace(/\D/g, '')

const matching = (typed: string, pattern: RegExp): string | undefined =>
  pattern.test(typed) ? typed : undefined

/** Google's and Apple's tokens are JSON of a few kilobytes. */
function deviceToken(given: string): string | undefined {
  if (given.length > 8 * 1024) return undefined
  try {
    const token: unknown = JSON.parse(given)
    return typeof token === 'object' && token !== null ? given : undefined
  } catch {
    return undefined
  }
}

/** What was typed, as Craftgate takes it; undefined for what it surely refuses. */
const READERS: Readonly<Record<DirectField, (typed: string) => string | undefined>> = {
  phone: mobileDigits,
  'phone-abroad': (typed) => matching(digitsOf(typed), /^\d{5,15}$/),
  'card-number': (typed) => matching(digitsOf(typed), /^\d{16}$/),
  'member-number': (typed) => matching(digitsOf(typed), /^\d{4,20}$/),
  'app-code': (typed) => matching(digitsOf(typed), /^\d{6}$/),
  'full-name': (typed) => matching(typed.trim(), /^[^\p{C}]{3,80}$/u),
  email: (typed) => matching(typed.trim(), /^[^\s@]{1,60}@[^\s@]{3,60}$/),
  'birth-date': (typed) => matching(typed, /^(19|20)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  'identity-number': (typed) => matching(digitsOf(typed), /^[1-9]\d{10}$/),
  'device-token': deviceToken,
  'card-name': (given) => matching(given, /^[^\p{C}]{1,60}$/u),
  'card-bin': (given) => matching(given, /^(\d{6}|\d{8})$/),
  installment: (given) => matching(given, /^\d{1,2}-\d{1,15}$/),
  bank: (typed) => matching(typed, /^[\w-]{1,40}$/),
  'stored-card': (typed) => matching(typed, /^[0-9a-f]{32}-\d{1,2}-\d{1,15}$/),
  term: (typed) => matching(typed, /^[1-9]\d?$/),
}

/** absent: nothing was sent, so the shopper is asked. invalid: he has to look at it again. */
export function readAnswers(
  { asks }: DirectStart,
  { answers = {} }: Pick<Opener, 'answers'>,
): Answers | 'absent' | 'invalid' {
  if (asks.length > 0 && asks.every(({ field }) => answers[field] === undefined)) return 'absent'
  const read: Record<string, string> = {}
  for (const { field, parameter } of asks) {
    const answer = READERS[field](answers[field] ?? '')
    if (answer === undefined) return 'invalid'
    read[parameter] = answer
  }
  return read
}

/** A one-time code, or the secret code of a card; undefined for what can be none. */
export const readCode = ({ answers = {} }: Pick<Opener, 'answers'>): string | undefined =>
  matching((answers.code ?? '').trim(), /^[A-Za-z0-9]{4,12}$/)
