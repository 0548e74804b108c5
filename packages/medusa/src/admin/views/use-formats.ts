import type { Decimal } from '../api-types'
import { useTranslations } from './use-translations'

/** Amounts and moments as the merchant reads them. The decimal text goes to Intl as it is: no float comes between. */
export function useFormats() {
  const { locale } = useTranslations()
  return {
    money: (amount: Decimal, currency: string): string =>
      new Intl.NumberFormat(locale, { style: 'currency', currencyDisplay: 'narrowSymbol', currency }).format(
        amount,
      ),
    moment: (iso: string): string =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso)),
  }
}
