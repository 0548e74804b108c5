// A refund of some pieces of what was bought: how many pieces an item has left, and what some of them are worth.
import { fromDecimal, type Money } from '@craftgate-commerce/core'
import { isZero, proportion, subtract, sum, transactionViews } from '@craftgate-commerce/core/adapter'
import type { RefundedItem, SoldItem } from '../panel-host'
import type { OrderPayment } from './actions'

/** An item of the order with what our own refunds left of it. */
export interface ItemLeft extends SoldItem {
  readonly price: Money
  readonly left: Money
  /** Begun pieces count. */
  readonly piecesLeft: number
  /** The member at Craftgate whose goods it is; absent: the shop's own. */
  readonly seller?: number
}

/** What of the basket can be refunded still, in basket order. */
export function itemsLeft(
  { facts, payment: { operations } }: OrderPayment,
  sold: readonly SoldItem[],
): readonly ItemLeft[] {
  const { currency } = facts.price
  const views = transactionViews(facts, operations)
  const ids = [...new Set(views.flatMap(({ externalId }) => externalId ?? []))]
  return ids.map((externalId) => {
    const its = views.filter((view) => view.externalId === externalId)
    const inAll = (name: 'price' | 'refundable') =>
      sum(
        its.map((view) => fromDecimal(view[name], currency)),
        currency,
      )
    const known = sold.find((item) => item.externalId === externalId)
    const item = known ?? { externalId, name: externalId, quantity: 1 }
    const [price, left] = [inAll('price'), inAll('refundable')]
    const seller = facts.transactions.find((each) => each.externalId === externalId)?.seller?.memberId
    return { ...item, price, left, piecesLeft: piecesOf({ ...item, price, left }), seller }
  })
}

/** Those of each seller of whose goods something is left, with all pieces of it that are. */
export function leftBySeller(items: readonly ItemLeft[]): ReadonlyMap<number, readonly ItemLeft[]> {
  const bySeller = new Map<number, readonly ItemLeft[]>()
  for (const item of items)
    if (item.seller !== undefined && !isZero(item.left))
      bySeller.set(item.seller, [...(bySeller.get(item.seller) ?? []), item])
  return bySeller
}

type Priced = Pick<ItemLeft, 'price' | 'quantity' | 'left'>

/** What the first so many pieces cost: whole minor units, and all of them exactly the price. */
const costOf = ({ price, quantity }: Priced, pieces: number): Money => proportion(price, pieces, quantity)

function piecesOf(item: Priced): number {
  const { left, price, quantity } = item
  if (price.minor === 0) return 0
  let pieces = Math.max(0, Math.floor((left.minor / price.minor) * quantity) - 1)
  while (pieces < item.quantity && costOf(item, pieces).minor < item.left.minor) pieces += 1
  return pieces
}

/**
 * So many of the pieces that are left: what there is beyond the cost of the others. So the pieces of an item always come to
 * its price, and of one that a part went back of the rest is given first.
 */
const worthOf = (item: ItemLeft, pieces: number): Money =>
  subtract(item.left, costOf(item, item.piecesLeft - pieces))

/** The fields of a form are named so, before the item's id. */
export const PIECES = 'pieces-'

/** Instead of a number: all pieces that are left, however many they are by now. */
export const ALL_PIECES = 'all'

/**
 * What was chosen of it. 'pieces' where a number is none, or more than is left; 'none-left' where all that is left was asked for,
 * and nothing is. Undefined where nothing was chosen.
 */
export function readItems(
  read: (name: string) => string | undefined,
  items: readonly ItemLeft[],
): readonly RefundedItem[] | 'pieces' | 'none-left' | undefined {
  const asked = items.map((item) => ({ item, typed: (read(PIECES + item.externalId) ?? '').trim() || '0' }))
  const chosen = asked.map(({ item, typed }) => ({ item, quantity: quantityOf(typed, item) }))
  if (!chosen.every(({ item, quantity }) => quantity <= item.piecesLeft)) return 'pieces'
  const pieces = chosen.flatMap(({ item, quantity }) => {
    const { externalId, name } = item
    return quantity === 0 ? [] : [{ externalId, name, quantity, amount: worthOf(item, quantity) }]
  })
  if (pieces.length > 0) return pieces
  return asked.some(({ typed }) => typed === ALL_PIECES) ? 'none-left' : undefined
}

function quantityOf(typed: string, { piecesLeft }: ItemLeft): number {
  if (typed === ALL_PIECES) return piecesLeft
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN
}

export const sumOfItems = (items: readonly RefundedItem[], { currency }: Pick<Money, 'currency'>): Money =>
  sum(
    items.map(({ amount }) => amount),
    currency,
  )
