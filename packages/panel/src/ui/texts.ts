import { type Money, toDecimal } from '@craftgate-commerce/core'
import type { Lang } from '../words'

const LOCALES: Readonly<Record<Lang, string>> = { tr: 'tr-TR', en: 'en-GB' }

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

/** "₺1.249,90" of decimal text: Intl formats the text itself, no float between. */
export function decimalText(decimal: string, currency: string, lang: Lang): string {
  if (!isDecimal(decimal)) return `${decimal} ${currency}`
  const format = new Intl.NumberFormat(LOCALES[lang], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(decimal)
}

export const moneyText = (amount: Money, lang: Lang): string =>
  decimalText(toDecimal(amount), amount.currency, lang)

/** "24 Kas 2026 15:04" on the clock of Istanbul. */
export const momentText = (at: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALES[lang], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Istanbul',
  }).format(at)

/** The same of a time that Craftgate writes without a zone: 2026-11-24T12:30:00. Its clock is shown as it is. */
export const wireTimeText = (text: string, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }).format(
    new Date(`${text.slice(0, 19)}Z`),
  )
