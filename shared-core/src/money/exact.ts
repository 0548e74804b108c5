// Our plain Money to and from dinero.js, the library that does the arithmetic (bigint, so no sum can lose a digit).
// Money itself stays a plain object: adapters store it, compare it and send it, which a Dinero object does not allow.
import { type Dinero, dinero, toSnapshot } from 'dinero.js/bigint'
import { iso4217 } from './iso-4217'
import { type CurrencyCode, type Money, money } from './money'

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
