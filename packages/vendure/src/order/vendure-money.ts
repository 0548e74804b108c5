import { type Money, money } from '@craftgate-commerce/core'
import { exponentOf, isCurrency } from '@craftgate-commerce/core/adapter'

/**
 * Vendure stores every amount with the decimals of the MoneyStrategy (2 by default), whatever the currency; Craftgate
 * wants the currency's own decimals (JPY 0, KWD 3). With two decimals 1,250 yen are stored as 125000 and 1.25 dinars
 * as 125. The conversion is exact: an amount that the currency cannot express (12.50 yen) is refused, never rounded.
 */
export interface MoneyScale {
  /** `entityOptions.moneyStrategy.precision`. */
  readonly precision: number
}

export class AmountNotRepresentable extends Error {
  override readonly name = 'AmountNotRepresentable'
}

/**
 * A stored Vendure amount as exact money.
 * Throws InvalidMoneyError for a currency that Craftgate does not charge, AmountNotRepresentable for half a yen.
 */
export function fromVendure(amount: number, currency: string, scale: MoneyScale): Money {
  const { whole, rest } = split(amount, currency, scale)
  if (rest === 0) return money(whole, currency)
  throw new AmountNotRepresentable(
    `${amount} (${scale.precision} decimals) is no whole amount in ${currency}; ` +
      'use prices and a rounding MoneyStrategy that fit the currency',
  )
}

/** The whole minor units in a Vendure amount, rounded towards zero; for parts whose sum is exact. */
export function wholeFromVendure(amount: number, currency: string, scale: MoneyScale): number {
  return split(amount, currency, scale).whole
}

/** The amount as Vendure stores it; undefined when Vendure's decimals cannot express it (1.2345 dinars in 2). */
export function toVendure(amount: Money, scale: MoneyScale): number | undefined {
  const shift = exponentOf(amount.currency) - scale.precision
  const units = shift <= 0 ? amount.minor * 10 ** -shift : amount.minor / 10 ** shift
  return Number.isInteger(units) ? units : undefined
}

function split(amount: number, currency: string, scale: MoneyScale): { whole: number; rest: number } {
  const known = isCurrency(currency) ? currency : money(0, currency).currency
  const shift = scale.precision - exponentOf(known)
  if (shift <= 0) return { whole: amount * 10 ** -shift, rest: 0 }
  const divisor = 10 ** shift
  const rest = amount % divisor
  return { whole: (amount - rest) / divisor, rest }
}
