import { fromDecimal, type Money } from '@craftgate-commerce/core'
import { exponentOf, isCurrency } from '@craftgate-commerce/core/adapter'
import type { BigNumberInput } from '@medusajs/framework/types'
import { MathBN, MedusaError } from '@medusajs/framework/utils'

/** bignumber.js's ROUND_HALF_UP. */
const HALF_UP = 4

/**
 * A Medusa amount (decimal, in main units) as exact money. Medusa's totals may hold fractions of a kuruş where tax is
 * added to the price; like Medusa's admin we round half up to what the currency can express, once, at the total.
 * Throws MedusaError for a currency that Craftgate does not charge.
 */
export function moneyOf(amount: BigNumberInput, currencyCode: string): Money {
  const currency = currencyOf(currencyCode)
  const rounded = MathBN.convert(amount).decimalPlaces(exponentOf(currency), HALF_UP)
  return fromDecimal(rounded.toFixed(), currency)
}

/** False for an amount that holds a part of the currency's smallest unit. */
export const isWhole = (amount: BigNumberInput, currencyCode: string): boolean =>
  (MathBN.convert(amount).decimalPlaces() ?? 0) <= exponentOf(currencyOf(currencyCode))

/** Of captures or refunds, exactly. */
export const sumOf = (rows: readonly { readonly amount: BigNumberInput }[]) =>
  MathBN.sum(0, ...rows.map(({ amount }) => amount))

/** The minor units of a Medusa amount, rounded likewise; 0 for what is not there. */
export const minorOf = (amount: BigNumberInput | null | undefined, currencyCode: string): number =>
  amount == null ? 0 : moneyOf(amount, currencyCode).minor

function currencyOf(code: string): Money['currency'] {
  const currency = code.toUpperCase()
  if (isCurrency(currency)) return currency
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `Craftgate does not charge ${currency}`)
}
