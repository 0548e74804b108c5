import { type CurrencyCode, toDecimal } from '../money'
import { invalidOrder } from './invalid-order'
import type { CheckedOrder } from './parse-snapshot'
import type { Row } from './rows'

/**
 * The shop's total may differ from its own rows by its rounding: one minor unit per row, and one more for the total.
 * @throws CraftgateError `order-sum-mismatch` for a greater difference (something is missing from the snapshot), and for
 * a total when no row is left worth anything.
 */
export function checkSum(order: CheckedOrder, rows: readonly Row[], weights: readonly bigint[]): void {
  const worth = rows.reduce((sum, row) => sum + row.worth, 0n)
  const expected = worth - reductionsOf(order.discounts) - reductionsOf(order.credits)
  const difference = BigInt(order.total) - expected
  const allowed = BigInt(rows.length + 1)
  const worthless = weights.every((weight) => weight === 0n)
  if (worthless || difference > allowed || difference < -allowed) throw sumMismatch(order, expected)
}

export function reductionsOf(reductions: CheckedOrder['discounts']): bigint {
  return reductions.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
}

function sumMismatch(order: CheckedOrder, expected: bigint) {
  const [rows, total] = [inWords(expected, order.currency), inWords(BigInt(order.total), order.currency)]
  return invalidOrder('order-sum-mismatch', {
    tr:
      `satırlar indirim ve mahsuplardan sonra ${rows} ediyor, sipariş toplamı ise ${total}; ` +
      'pricesIncludeTax, vergi, kargo, ücret, indirim ve hediye kartlarının eksiksiz geldiğini denetleyin',
    en:
      `the rows come to ${rows} after discounts and credits, but the order's total is ${total}; ` +
      'check pricesIncludeTax and that every tax, shipping charge, fee, discount and gift card is in the snapshot',
  })
}

const inWords = (minor: bigint, currency: CurrencyCode) =>
  `${toDecimal({ minor: Number(minor), currency })} ${currency}`
