// What the sellers of a marketplace get of each row of the order.
import { SELLERS_ONLY_IN_LIRA, shareAbovePrice } from '../messages/basket'
import type { Row } from './basket-rows'
import { type CheckedOrder, invalidOrder } from './order-snapshot'

/**
 * A share is a part of its row, and a marketplace is paid in lira only
 * (developer.craftgate.io/api/payment/multi-currency-payment).
 * @throws CraftgateError `share-above-price`, `sellers-only-in-lira`
 */
export function checkSellers({ currency }: CheckedOrder, rows: readonly Row[]): void {
  const sold = rows.filter(({ seller }) => seller !== undefined)
  if (sold.length > 0 && currency !== 'TRY') throw invalidOrder('sellers-only-in-lira', SELLERS_ONLY_IN_LIRA)
  const above = sold.find(({ seller, worth }) => BigInt(seller?.share ?? 0) > worth)
  if (above?.seller === undefined) return
  throw invalidOrder('share-above-price', shareAbovePrice(above.path, above.seller.share, above.worth))
}

/**
 * Each seller's share once the order's discounts are off, rounded half up: seller and shop bear a discount alike, so the
 * share falls in the same proportion as its row. Discounts fall on the lines first, on charges what the lines cannot bear.
 * Whoever pays by instalments pays the interest to the shop, which bears the bank's commission in turn.
 */
export function sharesAfterDiscounts(rows: readonly Row[], discounts: bigint): (bigint | undefined)[] {
  const [lines, charges] = [worthOf(rows, 'line'), worthOf(rows, 'charge')]
  const beyond = discounts > lines ? discounts - lines : 0n
  const left = { line: lines - (discounts - beyond), charge: charges > beyond ? charges - beyond : 0n }
  const of = { line: lines || 1n, charge: charges || 1n }
  return rows.map(
    ({ seller, kind }) => seller && roundedPart(BigInt(seller.share), { left: left[kind], of: of[kind] }),
  )
}

const worthOf = (rows: readonly Row[], kind: Row['kind']): bigint =>
  rows.reduce((sum, row) => (row.kind === kind ? sum + row.worth : sum), 0n)

const roundedPart = (share: bigint, { left, of }: { readonly left: bigint; readonly of: bigint }): bigint =>
  (2n * share * left + of) / (2n * of)
