import type { Lang } from './page-options'

const locales: Record<Lang, string> = { tr: 'tr-TR', en: 'en-GB', es: 'es-ES' }

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

/** A price for people, e.g. "₺1.249,90", from decimal text: Intl formats the text itself, no float between. */
export function priceText(price: string, currency: string, lang: Lang): string {
  if (!isDecimal(price)) return `${price} ${currency}`
  const format = new Intl.NumberFormat(locales[lang], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(price)
}

/** A price as people type it: "1249,90", without a currency. English writes a point. */
export const typedText = (price: string, lang: Lang): string =>
  lang === 'en' ? price : price.replace('.', ',')

/** "14:32" on the shop's wall clock. */
export function clockText(at: Date, lang: Lang): string {
  const format = new Intl.DateTimeFormat(locales[lang], {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/Istanbul',
  })
  return format.format(at)
}
