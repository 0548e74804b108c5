import { decimalText } from './decimal-text'

/** "1.234,50 TRY" in Turkish, "TRY 1,234.50" in English. From the decimal text: never through a float. */
export function priceText(minor: number, currency: string, lang: 'tr' | 'en'): string {
  const [whole = '', fraction] = decimalText(minor, currency).split('.')
  const [group, dot] = lang === 'tr' ? ['.', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group ?? '')
  const number = fraction === undefined ? grouped : `${grouped}${dot}${fraction}`
  return lang === 'tr' ? `${number} ${currency}` : `${currency} ${number}`
}
