import { amountIn } from '../messages/amounts'
import { EMPTY_ORDER, NOTHING_TO_PAY, sumsDiffer } from '../messages/basket'
import { allocate, isZero, type Money, money } from '../money'
import { itemName, type Row, toRows, weightsAfterDiscounts } from './basket-rows'
import { type CheckedOrder, invalidOrder, type OrderSnapshot, parseSnapshot } from './order-snapshot'
import { checkSellers, sharesAfterDiscounts } from './seller-shares'

/** One item of the payment at Craftgate: a line, a shipping charge or a fee of the order. */
export interface BasketItem {
  readonly externalId: string
  readonly name: string
  /** Always above zero. */
  readonly price: Money
  readonly seller?: ItemSeller
}

/** Of a marketplace: who gets which part of the item's price; the rest of it is the shop's. */
export interface ItemSeller {
  readonly memberId: number
  /** At most the item's price. */
  readonly share: Money
}

/**
 * free: the row itself costs nothing. discounted: order discounts took all of it.
 * too-small: its share of the total came to less than one minor unit.
 */
export type DropReason = 'free' | 'discounted' | 'too-small'

/** A row of the order that Craftgate is not told of, because an item of zero is refused. */
export interface DroppedRow {
  readonly externalId: string
  readonly reason: DropReason
}

/** What Craftgate is told is being bought. The prices of `items` sum to `price` exactly. */
export interface Basket {
  readonly price: Money
  /** Lines, then shipping, then fees, each in the order's own sequence. */
  readonly items: readonly BasketItem[]
  readonly dropped: readonly DroppedRow[]
}

/** What a shop says of an order that is gone, paid, or not of this attempt any more: there is nothing to pay. */
export const nothingToPay = (
  known: Pick<OrderSnapshot, 'number' | 'currency' | 'locale'>,
): OrderSnapshot => ({
  ...known,
  total: 0,
  pricesIncludeTax: true,
  lines: [],
  shipping: [],
  fees: [],
  discounts: [],
  credits: [],
  buyer: {},
})

/**
 * The shop's total may differ from its own rows by its rounding: one minor unit per row, and one more for the total.
 * @throws CraftgateError `order-sum-mismatch` for a greater difference (something is missing from the snapshot), and for
 * a total when no row is left worth anything.
 */
function checkSum(order: CheckedOrder, rows: readonly Row[], weights: readonly bigint[]): void {
  const worth = rows.reduce((sum, row) => sum + row.worth, 0n)
  const expected = worth - reductionsOf(order.discounts) - reductionsOf(order.credits)
  const difference = BigInt(order.total) - expected
  const allowed = BigInt(rows.length + 1)
  const worthless = weights.every((weight) => weight === 0n)
  if (worthless || difference > allowed || difference < -allowed) throw sumMismatch(order, expected)
}

function reductionsOf(reductions: CheckedOrder['discounts']): bigint {
  return reductions.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
}

function sumMismatch(order: CheckedOrder, expected: bigint) {
  const { currency, total } = order
  const rows = amountIn({ minor: Number(expected), currency })
  return invalidOrder('order-sum-mismatch', sumsDiffer(rows, amountIn({ minor: total, currency })))
}

/**
 * The basket that Craftgate is sent: its prices sum to the order's total to the minor unit.
 *
 * One rule, one rounding: the total is shared over the rows by largest remainder (see `allocate`), in proportion to
 * what each row is worth after order discounts (see `weightsAfterDiscounts`). Credits (gift cards, earlier payments)
 * and a small rounding difference of the shop thereby fall on every row alike.
 * Rows whose share is zero are left out and listed in `dropped`. What a seller gets of a row: `sharesAfterDiscounts`.
 * Expected of the shop: total = Σ(price × quantity - discount [+ tax when prices exclude it]) - discounts - credits.
 * @throws CraftgateError of kind `invalid-request`: `invalid-order` (names the field), `empty-order`,
 * `nothing-to-pay`, `negative-item`, `duplicate-item`, `order-sum-mismatch` (says both sums), `share-above-price`,
 * `sellers-only-in-lira`.
 */
export function toBasket(snapshot: OrderSnapshot): Basket {
  const order = parseSnapshot(snapshot)
  const rows = toRows(order)
  refuseNothing(order, rows)
  checkSellers(order, rows)
  const discounts = reductionsOf(order.discounts)
  const weights = weightsAfterDiscounts(rows, discounts)
  checkSum(order, rows, weights)
  const sellers = sharesAfterDiscounts(rows, discounts)
  return share(money(order.total, order.currency), rows, { weights, sellers })
}

function refuseNothing(order: CheckedOrder, rows: readonly Row[]): void {
  if (rows.length === 0) throw invalidOrder('empty-order', EMPTY_ORDER)
  if (order.total === 0) throw invalidOrder('nothing-to-pay', NOTHING_TO_PAY)
}

interface SharedRow extends Row {
  readonly ofSeller?: bigint
  readonly weight: bigint
  readonly share: Money
}

interface Weights {
  readonly weights: readonly bigint[]
  readonly sellers: readonly (bigint | undefined)[]
}

function share(price: Money, rows: readonly Row[], { weights, sellers }: Weights): Basket {
  const shares = allocate(price, weights)
  const shared = rows.map((row, index) => ({
    ...row,
    ofSeller: sellers[index],
    weight: weights[index] ?? 0n,
    share: shares[index] ?? money(0, price.currency),
  }))
  return {
    price,
    items: shared.filter(hasMoney).map(toItem),
    dropped: shared.filter((row) => !hasMoney(row)).map(toDropped),
  }
}

const hasMoney = (row: SharedRow) => !isZero(row.share)

const toItem = (row: SharedRow): BasketItem => ({
  externalId: row.externalId,
  name: itemName(row.name, row.externalId),
  price: row.share,
  ...(row.seller && { seller: { memberId: row.seller.memberId, share: boundedShare(row) } }),
})

/** What lowers a row beside its discounts (a gift card, the shop's rounding) is the shop's to bear as far as its part reaches. */
function boundedShare({ ofSeller = 0n, share }: SharedRow): Money {
  const most = BigInt(share.minor)
  return money(Number(ofSeller < most ? ofSeller : most), share.currency)
}

function toDropped(row: SharedRow): DroppedRow {
  const reason = row.worth === 0n ? 'free' : row.weight === 0n ? 'discounted' : 'too-small'
  return { externalId: row.externalId, reason }
}
