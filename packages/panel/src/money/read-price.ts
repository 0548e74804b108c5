import { fromDecimal, type Money } from '@craftgate-commerce/core'

/** Thousands in groups, and no decimals: 1.250.000 */
const GROUPED = /^\d{1,3}([.,\s])\d{3}(?:\1\d{3})*$/
/** 750 · 1.250,50 · 1250,5 */
const TURKISH = /^(\d+|\d{1,3}(?:[.\s]\d{3})+)(?:,(\d{1,3}))?$/
/** 1,250.50 · 1250.5 */
const ENGLISH = /^(\d+|\d{1,3}(?:[,\s]\d{3})+)\.(\d{1,3})$/

/** A price as people write it, with either sign before its decimals; what may be groups of thousands is. */
export function readPrice(typed: string, currency: string): Money | undefined {
  const [, main = '', part] = GROUPED.test(typed)
    ? ['', typed]
    : (TURKISH.exec(typed) ?? ENGLISH.exec(typed) ?? [])
  const digits = main.replace(/[.,\s]/g, '')
  if (!/^\d{1,12}$/.test(digits)) return undefined
  try {
    const price = fromDecimal(part === undefined ? digits : `${digits}.${part}`, currency)
    return price.minor > 0 ? price : undefined
  } catch {
    return undefined
  }
}
