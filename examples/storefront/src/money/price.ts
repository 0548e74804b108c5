/** Money as the shop tells it: exact decimal text and its currency. No float ever holds an amount here. */
export interface Price {
  readonly decimal: string
  readonly currency: string
}

/** An amount in the shop's smallest units as exact decimal text: (-12345, 2) is "-123.45". */
export function decimalOf(units: number, decimals: number): string {
  const sign = units < 0 ? '-' : ''
  const digits = String(Math.abs(units)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`
}

/** As people of this language write it, e.g. "₺1.249,90". Intl reads the text exactly. */
export function formatPrice({ decimal, currency }: Price, language: string): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB'
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  })
  return format.format(decimal as Intl.StringNumericLiteral)
}

/** True for "0", "0.00", "-0.0". */
export function isZero({ decimal }: Price): boolean {
  return /^-?0*(\.0*)?$/.test(decimal)
}
