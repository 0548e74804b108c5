import { type Money, toDecimal } from '@craftgate-commerce/core'
import type { Lang } from '../words'

const LOCALES: Readonly<Record<Lang, string>> = { tr: 'tr-TR', en: 'en-GB' }

const isDecimal = (text: string): text is `${number}` => /^-?\d+(\.\d+)?$/.test(text)

/**
 * "1.249,90 TL", as core's Turkish sentences say it on the same page, and "₺1,249.90", of decimal text: Intl formats the text
 * itself, no float between.
 */
export function decimalText(decimal: string, currency: string, lang: Lang): string {
  if (!isDecimal(decimal)) return `${decimal} ${currency}`
  const format = new Intl.NumberFormat(LOCALES[lang], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  if (lang === 'en') return format.format(decimal)
  const parts = format.formatToParts(decimal).filter(({ type, value }) => type !== 'currency' && value.trim())
  return `${parts.map(({ value }) => value).join('')} ${currency === 'TRY' ? 'TL' : currency}`
}

export const moneyText = (amount: Money, lang: Lang): string =>
  decimalText(toDecimal(amount), amount.currency, lang)

/** "24 Kas 2026 15:04" on the clock of a zone. */
export const momentText = (at: Date, lang: Lang, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(at)

/** "24 Kas 2026" on the clock of a zone. */
export const dayText = (at: Date, lang: Lang, timeZone: string): string =>
  new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'medium', timeZone }).format(at)

/** As people type it into a field: 1250,50 and 1250.50. */
export const typedAmount = (amount: Money, lang: Lang): string =>
  lang === 'tr' ? toDecimal(amount).replace('.', ',') : toDecimal(amount)

export const countText = (count: number, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang]).format(count)

/** "+2,5 puan" of 0.025: what one share is above another. */
export const pointsText = (share: number, lang: Lang): string => {
  const points = new Intl.NumberFormat(LOCALES[lang], { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
  return `${points.format(share * 100)} ${lang === 'tr' ? 'puan' : 'points'}`
}

/** "%4,75" of 4.75 per cent in decimal text. */
export const rateText = (rate: string, lang: Lang): string =>
  new Intl.NumberFormat(LOCALES[lang], { style: 'percent', maximumFractionDigits: 4 }).format(
    Number(rate) / 100,
  )

/** "%97,3" of 0.973. */
export const percentText = (share: number, lang: Lang, sign: 'always' | 'auto' = 'auto'): string =>
  new Intl.NumberFormat(LOCALES[lang], {
    style: 'percent',
    maximumFractionDigits: 1,
    signDisplay: sign === 'always' ? 'exceptZero' : 'auto',
  }).format(share)
