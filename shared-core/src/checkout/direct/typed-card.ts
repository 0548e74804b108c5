// What the shopper types on core's card page, checked before anything is sent. It is kept nowhere and told to nobody but
// Craftgate, not even in the page that answers him: what is wrong is said by the field's name.
import { passesLuhn } from '../../luhn'
import type { CardField, CardProblem } from '../../messages/card-entry'

export interface TypedCard {
  readonly cardHolderName: string
  readonly cardNumber: string
  readonly expireYear: string
  readonly expireMonth: string
  readonly cvc: string
}

export type CardProblems = Readonly<Partial<Record<CardField, CardProblem>>>

type Typed = Readonly<Record<string, string>>

const digitsOf = (typed = ''): string => typed.replace(/[\s-]/g, '')

/** The first eight digits, which tell bank and family; undefined for a text that begins otherwise. */
export const binOf = (typed: string | undefined): string | undefined => /^\d{8}/.exec(digitsOf(typed))?.[0]

/** The card, or what is wrong beside which field. */
export function readTypedCard(typed: Typed, now: Date): TypedCard | { readonly problems: CardProblems } {
  const cardHolderName = holderIn(typed.holder)
  const cardNumber = numberIn(typed.number)
  const expiry = expiryIn(typed.expiry)
  const cvc = cvcIn(typed.cvc, cardNumber)
  const isOver = expiry !== undefined && isPast(expiry, now)
  if (cardHolderName && cardNumber && expiry && cvc && !isOver)
    return { cardHolderName, cardNumber, ...expiry, cvc }
  const problems: Partial<Record<CardField, CardProblem>> = {
    ...(cardHolderName ? {} : { holder: 'holder' }),
    ...(cardNumber ? {} : { number: 'number' }),
    ...(expiry ? {} : { expiry: 'expiry' }),
    ...(isOver ? { expiry: 'expired' } : {}),
    ...(cvc ? {} : { cvc: isAmex(digitsOf(typed.number)) ? 'cvc-amex' : 'cvc' }),
  }
  return { problems }
}

/** A number that was typed into the wrong field is no name. */
function holderIn(typed = ''): string | undefined {
  const name = typed.trim().replace(/\s+/g, ' ')
  const isName = /^[^\p{C}]{2,80}$/u.test(name) && /\p{L}/u.test(name) && !/\d(?:[ -]?\d){5}/.test(name)
  return isName ? name : undefined
}

function numberIn(typed: string | undefined): string | undefined {
  const digits = digitsOf(typed)
  return /^\d{13,19}$/.test(digits) && passesLuhn(digits) ? digits : undefined
}

/** `07/44`, `7 / 2044`, `0744`. */
function expiryIn(typed = ''): Pick<TypedCard, 'expireYear' | 'expireMonth'> | undefined {
  const [, month = '', year = ''] =
    /^(0?[1-9]|1[0-2])[\s./-]+(\d{4}|\d{2})$|^(0[1-9]|1[0-2])(\d{4}|\d{2})$/
      .exec(typed.trim())
      ?.filter((part) => part !== undefined) ?? []
  if (month === '') return undefined
  return { expireMonth: month.padStart(2, '0'), expireYear: year.length === 2 ? `20${year}` : year }
}

/** A card is good to the last day of its month. Who is a day ahead of the world's clock is judged by the bank. */
function isPast(
  { expireYear, expireMonth }: Pick<TypedCard, 'expireYear' | 'expireMonth'>,
  now: Date,
): boolean {
  return `${expireYear}-${expireMonth}` < now.toISOString().slice(0, 7)
}

const isAmex = (digits: string): boolean => /^3[47]/.test(digits)

/** American Express prints four digits, everybody else three. */
function cvcIn(typed = '', number = ''): string | undefined {
  const digits = typed.trim()
  return (isAmex(number) ? /^\d{4}$/ : /^\d{3}$/).test(digits) ? digits : undefined
}
