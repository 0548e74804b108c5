import { toMinor, toText } from '@craftgate-commerce/emulator-kit'

/** "123.00", JPY "1250", KWD "1.250": always a dot, all decimals of the currency. */
export const decimalText = (minor: number, currency: string): string => toText(minor, decimalsOf(currency))

/** What a merchant types, with a dot or a comma. Undefined when it is no exact amount of the currency. */
export const readDecimal = (text: string, currency: string): number | undefined =>
  toMinor(text.trim().replace(',', '.'), decimalsOf(currency))

/** "₺1.234,50" in Turkish, "₺1,234.50" in English. Intl formats the decimal text itself: never through a float. */
export const priceText = (minor: number, currency: string, lang: 'tr' | 'en'): string =>
  new Intl.NumberFormat(lang === 'tr' ? 'tr-TR' : 'en-GB', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).format(decimalText(minor, currency) as `${number}`)

export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code)

/** By ISO 4217, which Intl carries. */
function decimalsOf(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return maximumFractionDigits ?? 2
}
