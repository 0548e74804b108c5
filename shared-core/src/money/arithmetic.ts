// Our plain Money to and from dinero.js, the library that does the arithmetic (bigint, so no sum can lose a digit).
// Money itself stays a plain object: adapters store it, compare it and send it, which a Dinero object does not allow.
import {
  type Dinero,
  dinero,
  add as exactAdd,
  compare as exactCompare,
  subtract as exactSubtract,
  toSnapshot,
} from 'dinero.js/bigint'
import { iso4217 } from './iso-4217'
import { type CurrencyCode, InvalidMoneyError, type Money, money } from './money'

export type Exact = Dinero<bigint, CurrencyCode>

/** `scale` is the number of decimals in `minor` when it is not the currency's own. */
export function exact(minor: bigint, currency: CurrencyCode, scale?: bigint): Exact {
  return dinero({ amount: minor, currency: iso4217(currency), scale })
}

export const toExact = (amount: Money): Exact => exact(BigInt(amount.minor), amount.currency)

export function fromExact(value: Exact): Money {
  const { amount, currency } = toSnapshot(value)
  return money(Number(amount), currency.code)
}

// Every function here throws InvalidMoneyError for two currencies, and for a result of more than 15 digits.

export function add(a: Money, b: Money): Money {
  return fromExact(exactAdd(...pair(a, b)))
}

export function subtract(a: Money, b: Money): Money {
  return fromExact(exactSubtract(...pair(a, b)))
}

/** The same amount of the same currency. */
export const sameMoney = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency

/** -1 when a < b, 0 when equal, 1 when a > b. */
export function compare(a: Money, b: Money): -1 | 0 | 1 {
  return exactCompare(...pair(a, b))
}

export function isZero(amount: Money): boolean {
  return amount.minor === 0
}

/** The sum of any number of amounts of one currency; zero when there are none. */
export function sum(amounts: readonly Money[], currency: CurrencyCode): Money {
  return amounts.reduce(add, money(0, currency))
}

function pair(a: Money, b: Money): [Exact, Exact] {
  if (a.currency !== b.currency) {
    throw new InvalidMoneyError('currency', `${a.currency} and ${b.currency} cannot be reckoned together`)
  }
  return [toExact(a), toExact(b)]
}

/**
 * amount × numerator ÷ denominator, rounded half up (away from zero when negative) to whole minor units, exactly.
 * For "the same share of paidPrice": `proportion(paidPrice, refunded.minor, price.minor)`.
 * @throws InvalidMoneyError when numerator is not whole or negative, or denominator is not whole and above zero.
 */
export function proportion(amount: Money, numerator: number, denominator: number): Money {
  const [by, of] = [whole('numerator', numerator), whole('denominator', denominator)]
  if (of === 0n) throw new InvalidMoneyError('denominator', 'is zero; there is no share of nothing')
  const size = BigInt(Math.abs(amount.minor))
  const rounded = (2n * size * by + of) / (2n * of)
  return money(Math.sign(amount.minor) * Number(rounded), amount.currency)
}

function whole(field: string, value: number): bigint {
  if (Number.isSafeInteger(value) && value >= 0) return BigInt(value)
  throw new InvalidMoneyError(field, `${value} is not a whole number of zero or more`)
}
