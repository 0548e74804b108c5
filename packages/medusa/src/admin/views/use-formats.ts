import { createContext, useContext } from 'react'
import type { Decimal } from '../api-types'
import { useTranslations } from './use-translations'

/** The zone whose clock the shop goes by, as its server told; the browser's until then. */
export const TimeZone = createContext<string | undefined>(undefined)

/** Amounts and moments as the merchant reads them. The decimal text goes to Intl as it is: no float comes between. */
export function useFormats() {
  const { locale } = useTranslations()
  const timeZone = useContext(TimeZone)
  return {
    money: (amount: Decimal, currency: string): string =>
      new Intl.NumberFormat(locale, { style: 'currency', currencyDisplay: 'narrowSymbol', currency }).format(
        amount,
      ),
    /** "%4,75" of 4.75 per cent. */
    percent: (rate: Decimal): string =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 4 }).format(
        Number(rate) / 100,
      ),
    moment: (iso: string): string =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
        new Date(iso),
      ),
  }
}
