import { exponentOf, type Money, toDecimal } from '../money'
import type { Localized } from './localized'

/** A currency as Turkish writes it behind an amount: TL, USD. */
export const currencyInTurkish = (currency: string): string => (currency === 'TRY' ? 'TL' : currency)

/** An amount as people read it: 1.249,90 TL and TRY 1,249.90. */
export function amountIn(amount: Money): Localized {
  const { currency } = amount
  const digits = exponentOf(currency)
  const write = (locale: string) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      toDecimal(amount) as unknown as number,
    )
  return {
    tr: `${write('tr-TR')} ${currencyInTurkish(currency)}`,
    en: `${currency} ${write('en')}`,
  }
}
