import { exponentOf, type Money, toDecimal } from '../money'
import type { Localized } from './localized'

/** An amount as people read it: 1.249,90 TL and TRY 1,249.90. */
export function amountIn(amount: Money): Localized {
  const { currency } = amount
  const digits = exponentOf(currency)
  const write = (locale: string) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(
      toDecimal(amount) as unknown as number,
    )
  return {
    tr: `${write('tr-TR')} ${currency === 'TRY' ? 'TL' : currency}`,
    en: `${currency} ${write('en')}`,
  }
}
