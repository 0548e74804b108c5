// Amounts are integer minor units; decimal text is read and written by its digits, so that no float arithmetic touches
// an amount.

/** Minor units of a decimal (number or text), or undefined when it is none or has more decimals than `exponent`. */
export function toMinor(decimal: number | string, exponent: number): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(decimal))
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0')
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined
  const minor = Number(`${sign}${whole}${kept}`)
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** Decimal text of minor units with all decimals of the currency: 124990, 2 -> "1249.90". */
export function toText(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const cut = digits.length - exponent
  const text = exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return minor < 0 ? `-${text}` : text
}
