// Which orders a payment of a link may be for. What it finds is a suggestion with its reasons; a person confirms.
import type { Money } from '../money'
import type { WaitingOrder } from '../platform'
import {
  isSamePerson,
  likeliest,
  type Match,
  type MatchReason,
  reasonsOfMoney,
  wordsOf,
} from '../transfers/match'

export interface Payer {
  readonly price: Money
  /** The link's name and description. */
  readonly text: string
  /** On the card, and of the member who paid. */
  readonly names: readonly string[]
  readonly email?: string
}

export const matchesOfPayment = (payer: Payer, orders: readonly WaitingOrder[]): readonly Match[] =>
  likeliest(orders, (order) => reasonsFor(payer, order))

function reasonsFor({ price, text, names, email }: Payer, order: WaitingOrder): readonly MatchReason[] {
  const { buyerNames, buyerEmail } = order
  const isNamed = buyerNames.some(
    (name) => isIn(name, text) || names.some((each) => isSamePerson(name, each)),
  )
  const isBuyers = buyerEmail !== undefined && isEmailOf(buyerEmail, { text, email })
  return [
    ...reasonsOfMoney({ amount: price, text }, order),
    ...(isNamed ? (['name'] as const) : []),
    ...(isBuyers ? (['email'] as const) : []),
  ]
}

/** First and last name at least; one name alone says nothing. */
function isIn(name: string, text: string): boolean {
  const [words, others] = [wordsOf(name), wordsOf(text)]
  return words.length >= 2 && words.every((word) => others.includes(word))
}

const isEmailOf = (buyers: string, { text, email = '' }: Pick<Payer, 'text' | 'email'>): boolean =>
  buyers !== '' && [email, ...text.split(/[\s,;()<>]+/)].some((each) => isSameEmail(each, buyers))

const isSameEmail = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()
