import { equal, toDecimal as exactToDecimal, transformScale } from 'dinero.js/bigint'
import { exact, fromExact, toExact } from './arithmetic'
import { exponentOf } from './iso-4217'
import { InvalidMoneyError, type Money, money } from './money'

const DECIMAL = /^(-?\d{1,30})(?:\.(\d{1,30}))?$/

/**
 * Reads a decimal amount by its text, never by float arithmetic. Takes Craftgate's trailing zeros ("100.00000000").
 * @throws InvalidMoneyError for anything that is not plain decimal text (exponent, comma, NaN), for more decimals than
 * the currency has, and for more than 15 digits.
 */
export function fromDecimal(decimal: string | number, currency: string): Money {
  const known = money(0, currency).currency
  const text = String(decimal)
  const [, whole, fraction = ''] = DECIMAL.exec(text) ?? []
  if (whole === undefined) throw invalid(text, 'is not a plain decimal number; write it like 1234.50')
  const read = exact(BigInt(whole + fraction), known, BigInt(fraction.length))
  const scaled = transformScale(read, BigInt(exponentOf(known)))
  if (!equal(read, scaled)) throw invalid(text, `has more decimals than ${known} has (${exponentOf(known)})`)
  return fromExact(scaled)
}

/** Exact decimal text with all decimals of the currency: "100.00", "5", "-0.005". */
export function toDecimal(amount: Money): string {
  return exactToDecimal(toExact(amount))
}

/** The JSON number that Craftgate is sent. Exact: 15 digits survive the way to a double and back. */
export function toWireNumber(amount: Money): number {
  return Number(toDecimal(money(amount.minor, amount.currency)))
}

const invalid = (text: string, problem: string) =>
  new InvalidMoneyError('decimal', `${JSON.stringify(text.slice(0, 40))} ${problem}`)
