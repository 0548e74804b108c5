import { add, allocate, compare, type Money, money, proportion, subtract, sum } from '../money'
import type { SellerShare } from '../payment'

// How much card money goes back for a part of the order's price.
//
// Reckoned on the sum and not on the part: after `c` of the price p went back in all, round(ceiling × c ÷ p) of the
// card money has gone back in all, and a refund gives the difference. So rounding never piles up: no sum of refunds
// exceeds the ceiling, and the refund that takes the last of the price brings it to the ceiling exactly.
// The ceiling is the transaction's paidPrice, or, by the option `price`, its price when that is less (interest stays
// paid; a card that was charged less than the price by a campaign never gets more than its charge).
// Refunds made in Craftgate's panel count in card money only: what they left bounds everything, and the refund that
// takes the last of the price that this bound leaves gives all of it.

/** One transaction of a payment as a refund sees it. All amounts are of one currency. */
export interface TransactionShare {
  readonly paymentId: number
  readonly id: number
  /** The basket item's externalId. */
  readonly externalId?: string
  /** Its part of the order's price. */
  readonly price: Money
  /** Its part of what the card was charged. */
  readonly paidPrice: Money
  /** Card money that Craftgate says is still refundable, whoever refunded the rest. */
  readonly refundable: Money
  /** Of `price`, what our own refunds gave back or may still give back. */
  readonly refundedPrice: Money
  /** Of `paidPrice`, likewise. */
  readonly refundedPaid: Money
  /** The part of `paidPrice` that the shopper's wallet paid. */
  readonly walletShare?: Money
  readonly seller?: SellerShare
}

/** Whether a partial refund gives back a share of the instalment interest too. */
export type PartialRefunds = 'proportional' | 'price'

/** The part of the order's price that this transaction can still give back. */
export function priceLeft(share: TransactionShare, mode: PartialRefunds): Money {
  const ours = notNegative(subtract(share.price, share.refundedPrice))
  const remaining = cardRemaining(share, mode)
  if (compare(remaining, ownRemaining(share, mode)) >= 0) return ours
  return least(ours, worthOf(remaining, share, mode))
}

/** The card money that goes back with `price`, which is at most `priceLeft`. */
export function cardMoney(share: TransactionShare, price: Money, mode: PartialRefunds): Money {
  const takesTheLast = compare(price, priceLeft(share, mode)) === 0
  return takesTheLast ? cardRemaining(share, mode) : dueFor(share, price, mode)
}

/** True when somebody else (the panel) refunded a part of this transaction. */
export function touchedElsewhere(share: TransactionShare): boolean {
  return compare(share.refundable, subtract(share.paidPrice, share.refundedPaid)) < 0
}

function dueFor(share: TransactionShare, price: Money, mode: PartialRefunds): Money {
  const goneAfter = share.refundedPrice.minor + price.minor
  const target = proportion(ceiling(share, mode), goneAfter, share.price.minor)
  return notNegative(subtract(target, share.refundedPaid))
}

/**
 * The part of the price whose card money fits into `remaining`. Starts at the rounded share of the sum, at most a few units
 * off, also when earlier refunds followed the other mode.
 */
function worthOf(remaining: Money, share: TransactionShare, mode: PartialRefunds): Money {
  const top = ceiling(share, mode)
  if (remaining.minor === 0 || top.minor === 0) return money(0, remaining.currency)
  const inAll = proportion(share.price, share.refundedPaid.minor + remaining.minor, top.minor)
  let worth = notNegative(subtract(inAll, share.refundedPrice))
  while (worth.minor > 0 && compare(dueFor(share, worth, mode), remaining) > 0) {
    worth = money(worth.minor - 1, worth.currency)
  }
  return worth
}

function ceiling(share: TransactionShare, mode: PartialRefunds): Money {
  return mode === 'price' ? least(share.price, share.paidPrice) : share.paidPrice
}

function cardRemaining(share: TransactionShare, mode: PartialRefunds): Money {
  return notNegative(least(share.refundable, ownRemaining(share, mode)))
}

function ownRemaining(share: TransactionShare, mode: PartialRefunds): Money {
  return notNegative(subtract(ceiling(share, mode), share.refundedPaid))
}

const least = (a: Money, b: Money): Money => (compare(a, b) <= 0 ? a : b)

const notNegative = (amount: Money): Money => (amount.minor < 0 ? money(0, amount.currency) : amount)

// Which transaction gives how much of the order's price.

export interface Source {
  readonly externalId?: string
  readonly left: Money
  readonly seller?: unknown
}

export interface NamedAmount {
  readonly externalId: string
  readonly amount: Money
}

/** What is taken from the source at the same position of the list. */
export type Allocation = readonly Money[]

/**
 * The named items give first, each as far as it reaches, then the rest comes from the first transaction on; where any has a
 * seller, from all in proportion to what is left of each, because no seller shall bear alone what is about none of them. What
 * named items ask beyond `amount` is not taken. The parts sum to `amount` whenever the sources hold that much; none exceeds
 * what is left there.
 */
export function allocatePrice(
  amount: Money,
  named: readonly NamedAmount[],
  sources: readonly Source[],
): Allocation {
  const start = { sources, open: amount, parts: sources.map(() => money(0, amount.currency)) }
  const byName = named.reduce(takeNamed, start)
  return sources.some(({ seller }) => seller !== undefined)
    ? takeOfAll(byName)
    : take(byName.open, byName).parts
}

function takeOfAll({ sources, parts, open }: Draft): Allocation {
  const { currency } = open
  const left = sources.map((source, index) => subtract(source.left, parts[index] ?? money(0, currency)))
  const inAll = sum(left, currency)
  if (inAll.minor === 0) return parts
  const more = allocate(
    least(open, inAll),
    left.map(({ minor }) => minor),
  )
  return parts.map((part, index) => add(part, more[index] ?? money(0, currency)))
}

interface Draft {
  readonly sources: readonly Source[]
  readonly parts: Money[]
  /** What is still to be taken. */
  readonly open: Money
}

function takeNamed(draft: Draft, { externalId, amount }: NamedAmount): Draft {
  return take(least(amount, draft.open), draft, (source) => source.externalId === externalId)
}

function take(wanted: Money, draft: Draft, from: (source: Source) => boolean = () => true): Draft {
  let left = wanted
  const parts = draft.sources.map((source, index) => {
    const before = draft.parts[index] ?? money(0, wanted.currency)
    if (left.minor === 0 || !from(source)) return before
    const part = least(left, subtract(source.left, before))
    left = subtract(left, part)
    return add(before, part)
  })
  return { ...draft, parts, open: subtract(draft.open, subtract(wanted, left)) }
}
