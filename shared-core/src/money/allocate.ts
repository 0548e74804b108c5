import { InvalidMoneyError, type Money, money } from './money'

// Ours and not dinero's: its `allocate` hands the remainder to the greatest weights, not to the greatest remainders.

/**
 * Largest remainder: every share is rounded down to whole minor units, and the units left over go, one each, to the
 * shares that lost the greatest fraction, the earlier one first when two lost the same.
 * So the shares sum to the total exactly, none is a whole minor unit away from its exact size, and a zero weight gets
 * nothing. A negative total is shared like the positive one, with the sign put back.
 * @throws InvalidMoneyError when a weight is negative or not whole, or there is money but no weight above zero.
 */
export function allocate(total: Money, weights: readonly (number | bigint)[]): Money[] {
  const sign = total.minor < 0 ? -1 : 1
  const shares = largestRemainder(BigInt(Math.abs(total.minor)), weights.map(toWeight))
  return shares.map((share) => money(sign * Number(share), total.currency))
}

function largestRemainder(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = weights.reduce((all, weight) => all + weight, 0n)
  if (whole === 0n) return nothingToShare(total, weights)
  const shares = weights.map((weight) => (total * weight) / whole)
  const left = shares.reduce((rest, share) => rest - share, total)
  const lucky = new Set(byRemainder(weights.map((weight) => (total * weight) % whole)).slice(0, Number(left)))
  return shares.map((share, index) => (lucky.has(index) ? share + 1n : share))
}

/** Positions by remainder, greatest first; sort is stable, so equal remainders keep their order. */
function byRemainder(remainders: readonly bigint[]): number[] {
  return [...remainders.keys()].sort((a, b) => {
    const [left = 0n, right = 0n] = [remainders[a], remainders[b]]
    return left === right ? 0 : left > right ? -1 : 1
  })
}

function nothingToShare(total: bigint, weights: readonly bigint[]): bigint[] {
  if (total === 0n) return weights.map(() => 0n)
  throw new InvalidMoneyError('weights', 'there is money to share but no weight above zero')
}

function toWeight(weight: number | bigint, index: number): bigint {
  if (typeof weight === 'number' && !Number.isSafeInteger(weight)) {
    throw new InvalidMoneyError(`weights[${index}]`, `${weight} is not a whole number`)
  }
  if (weight < 0) throw new InvalidMoneyError(`weights[${index}]`, `${weight} is negative`)
  return BigInt(weight)
}
