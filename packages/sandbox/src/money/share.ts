/** Rates are ten-thousandths of a percent: 4.25 % = 42500. */
export const RATE_SCALE = 10_000
const WHOLE = BigInt(100 * RATE_SCALE)

/** `amount` × rate, rounded half up. */
export function rateOf(amount: number, rate: number): number {
  return Number((BigInt(amount) * BigInt(rate) * 2n + WHOLE) / (WHOLE * 2n))
}

/** What `part` is of `whole`, as a rate; negative when the part is. */
export function rateBetween(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((BigInt(part) * WHOLE) / BigInt(whole))
}

/**
 * Splits `total` in the proportion of `weights`, exactly: everybody gets the whole part, and the minor units that are
 * left go to the largest remainders, the earlier first.
 */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((left, right) => left + BigInt(right), 0n)
  if (sum === 0n) return weights.map(() => 0)
  const exact = weights.map((weight) => BigInt(weight) * BigInt(total))
  const parts = exact.map((value) => Number(value / sum))
  const left = total - parts.reduce((a, b) => a + b, 0)
  const order = exact.map((value, index) => ({ index, rest: value % sum })).sort(byRest)
  for (const { index } of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

function byRest(a: { index: number; rest: bigint }, b: { index: number; rest: bigint }): number {
  if (a.rest === b.rest) return a.index - b.index
  return a.rest > b.rest ? -1 : 1
}
