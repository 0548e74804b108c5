import { type CurrencyCode, money, toDecimal } from '@craftgate-commerce/core'
import type { Lang } from '../i18n'

const LOCALES: Readonly<Record<Lang, string>> = { tr: 'tr-TR', en: 'en-GB' }

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

/** "₺1.249,90" from decimal text: Intl formats the text itself, no float between. */
export function priceText(price: string, currency: string, lang: Lang): string {
  if (!isDecimal(price)) return `${price} ${currency}`
  const format = new Intl.NumberFormat(LOCALES[lang], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(price)
}

interface Priced {
  readonly amount: number | null
  readonly currency: CurrencyCode | null
}

/** "100.00" of a session's minor units; undefined for a void, which has no amount. */
export const decimalOf = ({ amount, currency }: Priced): string | undefined =>
  amount === null || currency === null ? undefined : toDecimal(money(amount, currency))

export function sessionPrice(session: Priced, lang: Lang): string {
  const decimal = decimalOf(session)
  return decimal === undefined ? '–' : priceText(decimal, session.currency ?? '', lang)
}

/** "24 Kas 2026 15:04" on the clock of Istanbul. */
export const momentText = (at: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(LOCALES[lang], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Istanbul',
  }).format(at)
