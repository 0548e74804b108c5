import { type Money, money } from '@craftgate-commerce/core'
import { exponentOf, isCurrency, notWholeAmount } from '@craftgate-commerce/core/adapter'

/**
 * Vendure stores every amount with the decimals of the MoneyStrategy (2 by default), whatever the currency; Craftgate
 * wants the currency's own decimals (JPY 0, KWD 3). With two decimals 1,250 yen are stored as 125000 and 1.25 dinars
 * as 125. What an order is charged is rounded to the currency once, at the end, half away from zero: 1,212.50 yen (a coupon
 * of 3 %, a strategy of three decimals) are charged as 1,213, and Vendure's payment still covers the order's own amount.
 * Who gives back or captures all that is left of a payment moves what is left of its charge. Everything else is exact: a
 * part that a merchant names (a refund, a capture) and that the currency cannot express is refused, never rounded.
 */
export interface MoneyScale {
  /** `entityOptions.moneyStrategy.precision`. */
  readonly precision: number
}

export class AmountNotRepresentable extends Error {
  override readonly name = 'AmountNotRepresentable'

  /** `sentence` is for the merchant. */
  constructor(readonly sentence: { readonly tr: string; readonly en: string }) {
    super(sentence.en)
  }
}

/**
 * A stored Vendure amount as exact money.
 * Throws InvalidMoneyError for a currency that Craftgate does not charge, AmountNotRepresentable for half a yen.
 */
export function fromVendure(amount: number, currency: string, scale: MoneyScale): Money {
  const { whole, rest } = split(amount, currency, scale)
  const exact = money(whole, currency)
  if (rest === 0) return exact
  throw new AmountNotRepresentable(notWholeAmount(exact.currency, inMainUnits(amount, scale)))
}

/** Decimal text; 1212500 with three decimals is 1212.500. */
function inMainUnits(amount: number, { precision }: MoneyScale): string {
  const digits = String(Math.abs(amount)).padStart(precision + 1, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -precision)}.${digits.slice(-precision)}`
}

/**
 * What is charged for a stored amount: whole minor units, rounded half away from zero.
 * Throws InvalidMoneyError for a currency that Craftgate does not charge.
 */
export function chargedFor(amount: number, currency: string, scale: MoneyScale): Money {
  const { whole, rest, divisor } = split(amount, currency, scale)
  const isUp = 2 * Math.abs(rest) >= divisor
  return money(whole + (isUp ? Math.sign(rest) : 0), currency)
}

/** What is charged more than the stored amount (less: negative), as Vendure stores amounts; 0 as a rule. */
export function roundingOf(amount: number, currency: string, scale: MoneyScale): number {
  const { rest, divisor } = split(amount, currency, scale)
  return 2 * Math.abs(rest) >= divisor ? Math.sign(rest) * divisor - rest : 0 - rest
}

interface Part {
  /** What is moved of `whole`, as Vendure stores it. */
  readonly amount: number
  /** What is left of the payment. */
  readonly whole: number
  readonly currency: string
}

/** What is moved at Craftgate for a part of a payment. Throws as `fromVendure` for a part that the currency cannot express. */
export function partFromVendure({ amount, whole, currency }: Part, scale: MoneyScale): Money {
  return amount === whole ? chargedFor(amount, currency, scale) : fromVendure(amount, currency, scale)
}

/**
 * What was moved at Craftgate of a payment of which `whole` was left, as Vendure stores it; the other way round of
 * `partFromVendure`. Undefined for an amount that Vendure's decimals cannot hold.
 */
export function partToVendure(moved: Money, whole: number, scale: MoneyScale): number | undefined {
  return chargedFor(whole, moved.currency, scale).minor === moved.minor ? whole : toVendure(moved, scale)
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

interface Split {
  readonly whole: number
  /** What the currency cannot express, of `divisor`. */
  readonly rest: number
  readonly divisor: number
}

function split(amount: number, currency: string, scale: MoneyScale): Split {
  const known = isCurrency(currency) ? currency : money(0, currency).currency
  const shift = scale.precision - exponentOf(known)
  if (shift <= 0) return { whole: amount * 10 ** -shift, rest: 0, divisor: 1 }
  const divisor = 10 ** shift
  const rest = amount % divisor
  return { whole: (amount - rest) / divisor, rest, divisor }
}
