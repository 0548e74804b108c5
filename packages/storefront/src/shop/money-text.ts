import type { Lang } from './lang'

const LOCALES: Readonly<Record<Lang, string>> = { tr: 'tr-TR', en: 'en-GB' }

/** Decimal text as people write it: ₺1.249,90. No digit is rounded: the text has those of its currency. */
export function moneyText(amount: string, currency: string, lang: Lang): string {
  const digits = amount.split('.')[1]?.length ?? 0
  return new Intl.NumberFormat(LOCALES[lang], {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount as `${number}`)
}
