import { add as exactAdd, compare as exactCompare, subtract as exactSubtract } from 'dinero.js/bigint'
import { type Exact, fromExact, toExact } from './exact'
import { InvalidMoneyError } from './invalid-money-error'
import { type CurrencyCode, type Money, money } from './money'

// Every function here throws InvalidMoneyError for two currencies, and for a result of more than 15 digits.

export function add(a: Money, b: Money): Money {
  return fromExact(exactAdd(...pair(a, b)))
}

export function subtract(a: Money, b: Money): Money {
  return fromExact(exactSubtract(...pair(a, b)))
}

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
