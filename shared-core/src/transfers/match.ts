// Which orders a transfer may be for. What it finds is a suggestion with its reasons; a person confirms.
import { type Money, sameMoney } from '../money'
import type { WaitingOrder } from '../platform'
import type { BankTransfer } from './read-transfer'

/** reference: its number stands in the description. amount: it waits for exactly this. name, email: its buyer sent it. */
export type MatchReason = 'reference' | 'amount' | 'name' | 'email'

export interface Match {
  readonly order: WaitingOrder
  /** The strongest first. */
  readonly reasons: readonly MatchReason[]
}

const WEIGHTS: Readonly<Record<MatchReason, number>> = {
  ...{ reference: 4, amount: 3, name: 2, email: 2 },
}

const MOST = 10

export const matchesOf = (transfer: BankTransfer, orders: readonly WaitingOrder[]): readonly Match[] =>
  likeliest(orders, (order) => reasonsFor(transfer, order))

/** The likeliest first; an order for which nothing speaks is none of them. */
export function likeliest(
  orders: readonly WaitingOrder[],
  reasonsOf: (order: WaitingOrder) => readonly MatchReason[],
): readonly Match[] {
  return orders
    .map((order) => ({ order, reasons: reasonsOf(order) }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => weightOf(other) - weightOf(one) || age(one) - age(other))
    .slice(0, MOST)
}

/** With the orders whose number was asked for; with no reason where nothing speaks for one. */
export function withSought(
  matches: readonly Match[],
  waiting: readonly WaitingOrder[],
  number = '',
): readonly Match[] {
  const named = numbersIn(number)
  const isFound = (order: WaitingOrder) => matches.some((match) => match.order === order)
  const sought = waiting.filter((order) => numbersIn(order.number).some((each) => named.includes(each)))
  return [...matches, ...sought.filter((order) => !isFound(order)).map((order) => ({ order, reasons: [] }))]
}

const weightOf = ({ reasons }: Match): number => reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0)

const age = ({ order }: Match): number => order.record.createdAt.getTime()

function reasonsFor(transfer: BankTransfer, order: WaitingOrder): readonly MatchReason[] {
  const { amount, senderName, description } = transfer
  return [
    ...reasonsOfMoney({ amount, text: description }, order),
    ...(order.buyerNames.some((name) => isSamePerson(name, senderName)) ? (['name'] as const) : []),
  ]
}

/** The number of the order stands in this text, and it waits for exactly this. */
export function reasonsOfMoney(
  { amount, text }: { readonly amount: Money; readonly text: string },
  { number, record: { expected } }: WaitingOrder,
): readonly MatchReason[] {
  return [
    ...(numbersIn(text).includes(plainNumber(number)) ? (['reference'] as const) : []),
    ...(sameMoney(expected, amount) ? (['amount'] as const) : []),
  ]
}

/** Letters of one case without their signs: banks write names and descriptions so. */
const plain = (text: string): string =>
  text.toLocaleUpperCase('tr').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('I\u0307', 'I')

/** As `numbersIn` writes it. */
export const plainNumber = (number: string): string => plain(number).replace(/^#/, '')

const MOST_NUMBERS = 12

/** Words of a description that may be the number of an order: each that has a digit, or is as long as a code. */
export function numbersIn(description: string): readonly string[] {
  const words = plain(description).split(/[^\p{L}\p{N}_-]+/u)
  const digits = words.flatMap((word) => word.match(/\d+/g) ?? [])
  const codes = words.filter((word) => /\d/.test(word) || word.length >= 12)
  return [...new Set([...codes, ...digits])].filter((word) => word.length <= 40).slice(0, MOST_NUMBERS)
}

/** First and last name in either order, whatever stands between; one name alone says nothing. */
export function isSamePerson(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const [few, many] = words.length <= others.length ? [words, others] : [others, words]
  return few.length >= 2 && few.every((word) => many.includes(word))
}

export const wordsOf = (name: string): readonly string[] =>
  [...new Set(plain(name).split(/[^\p{L}]+/u))].filter((word) => word.length >= 2)
