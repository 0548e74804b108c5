import { allocate, isZero, type Money, money } from '../money'
import type { Basket, BasketItem, DroppedRow } from './basket'
import { checkSum, reductionsOf } from './check-sum'
import { invalidOrder } from './invalid-order'
import { itemName } from './item-name'
import type { OrderSnapshot } from './order-snapshot'
import { type CheckedOrder, parseSnapshot } from './parse-snapshot'
import { type Row, toRows } from './rows'
import { weightsAfterDiscounts } from './weights'

/**
 * The basket that Craftgate is sent: its prices sum to the order's total to the minor unit.
 *
 * One rule, one rounding: the total is shared over the rows by largest remainder (see `allocate`), in proportion to
 * what each row is worth after order discounts (see `weightsAfterDiscounts`). Credits (gift cards, earlier payments)
 * and a small rounding difference of the shop thereby fall on every row alike.
 * Rows whose share is zero are left out and listed in `dropped`.
 * Expected of the shop: total = Σ(price × quantity - discount [+ tax when prices exclude it]) - discounts - credits.
 * @throws CraftgateError of kind `invalid-request`: `invalid-order` (names the field), `empty-order`,
 * `nothing-to-pay`, `negative-item`, `duplicate-item`, `order-sum-mismatch` (says both sums).
 */
export function toBasket(snapshot: OrderSnapshot): Basket {
  const order = parseSnapshot(snapshot)
  const rows = toRows(order)
  refuseNothing(order, rows)
  const weights = weightsAfterDiscounts(rows, reductionsOf(order.discounts))
  checkSum(order, rows, weights)
  return share(money(order.total, order.currency), rows, weights)
}

function refuseNothing(order: CheckedOrder, rows: readonly Row[]): void {
  if (rows.length === 0) {
    throw invalidOrder('empty-order', {
      tr: 'siparişte satır, kargo veya ücret yok (lines, shipping ve fees boş)',
      en: 'it has no line, shipping charge or fee (lines, shipping and fees are empty)',
    })
  }
  if (order.total === 0) {
    throw invalidOrder('nothing-to-pay', {
      tr: 'ödenecek tutar yok (total 0); siparişi ödeme almadan tamamlayın',
      en: 'there is nothing to pay (total is 0); complete the order without a payment',
    })
  }
}

interface SharedRow extends Row {
  readonly weight: bigint
  readonly share: Money
}

function share(price: Money, rows: readonly Row[], weights: readonly bigint[]): Basket {
  const shares = allocate(price, weights)
  const shared = rows.map((row, index) => ({
    ...row,
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
})

function toDropped(row: SharedRow): DroppedRow {
  const reason = row.worth === 0n ? 'free' : row.weight === 0n ? 'discounted' : 'too-small'
  return { externalId: row.externalId, reason }
}
