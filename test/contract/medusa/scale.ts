import { fromDecimal, toDecimal } from '@craftgate-commerce/core'

/** Medusa speaks decimal numbers in main units; with tax added on top they may hold fractions of a kuruş. */
export function fromMedusa(amount: number, currency: string): number {
  const code = currency.toUpperCase()
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency: code,
  }).resolvedOptions()
  const rounded = new Intl.NumberFormat('en', {
    maximumFractionDigits,
    roundingMode: 'halfExpand',
    useGrouping: false,
  })
  return fromDecimal(rounded.format(`${amount}`), code).minor
}

export function toMedusa(minor: number, currency: string): number {
  return Number(toDecimal({ minor, currency: fromDecimal(0, currency.toUpperCase()).currency }))
}
