import type { Row } from './rows'

/**
 * What every row is worth once the order discounts are off, as whole-number weights that keep the exact proportions.
 *
 * Order discounts lower the lines, each in proportion to its worth. Shipping and fees bear only what the lines cannot:
 * the lines then weigh nothing and the total falls on the charges alone. (A discount of shipping is that charge's own
 * `discount`.) Credits lower everything in proportion, so they change no weight.
 */
export function weightsAfterDiscounts(rows: readonly Row[], discounts: bigint): bigint[] {
  const lines = rows.filter(isLine).reduce((sum, row) => sum + row.worth, 0n)
  const left = discounts < lines ? lines - discounts : 0n
  // A line is worth × left ÷ lines, a charge its worth; both times `lines`, to stay whole.
  return rows.map((row) => row.worth * (isLine(row) ? left : lines || 1n))
}

const isLine = (row: Row) => row.kind === 'line'
