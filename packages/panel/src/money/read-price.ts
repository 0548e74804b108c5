import { fromDecimal, type Money } from '@craftgate-commerce/core'
import { exponentOf, isCurrency } from '@craftgate-commerce/core/adapter'

/** Thousands in groups, and no decimals: 1.250.000 */
const GROUPED = /^\d{1,3}([.,\s])\d{3}(?:\1\d{3})*$/
/** 750 · 1.250,50 · 1250,5 */
const TURKISH = /^(\d+|\d{1,3}(?:[.\s]\d{3})+)(?:,(\d{1,3}))?$/
/** 1,250.50 · 1250.5 */
const ENGLISH = /^(\d+|\d{1,3}(?:[,\s]\d{3})+)\.(\d{1,3})$/

/** 1,250 and 12.250: thousands, or the three decimals that some currencies have. */
const THREE_DECIMALS = /^(\d{1,3})[.,](\d{3})$/

/**
 * A price as people write it, with either sign before its decimals. What may be groups of thousands is, except in a currency of
 * three decimals, whose amounts stand in our own forms as 1.250.
 */
export function readPrice(typed: string, currency: string): Money | undefined {
  const [, main = '', part] = partsOf(typed, currency) ?? []
  const digits = main.replace(/[.,\s]/g, '')
  if (!/^\d{1,12}$/.test(digits)) return undefined
  try {
    const price = fromDecimal(part === undefined ? digits : `${digits}.${part}`, currency)
    return price.minor > 0 ? price : undefined
  } catch {
    return undefined
  }
}

/** The match, its whole part and its decimals. */
function partsOf(typed: string, currency: string): readonly (string | undefined)[] | null {
  if (hasThreeDecimals(currency) && THREE_DECIMALS.test(typed)) return THREE_DECIMALS.exec(typed)
  return GROUPED.test(typed) ? ['', typed] : (TURKISH.exec(typed) ?? ENGLISH.exec(typed))
}

const hasThreeDecimals = (currency: string): boolean => isCurrency(currency) && exponentOf(currency) === 3
