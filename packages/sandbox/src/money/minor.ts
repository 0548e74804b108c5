import { ApiError } from '../errors/api-error'

// The emulator counts in integer minor units. A JSON number becomes minor units by its shortest decimal text, so no
// float arithmetic touches an amount.
const WITHOUT_DECIMALS = new Set(['JPY'])
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'KWD'])

/** developer.craftgate.io/api, Para Birimleri, and MXN, RON of the official SDK. */
export const CURRENCIES: readonly string[] = [
  ...['TRY', 'USD', 'EUR', 'GBP', 'ARS', 'BRL', 'CNY', 'AED', 'IQD', 'AZN'],
  ...['KZT', 'KWD', 'SAR', 'BHD', 'RUB', 'JPY', 'EGP', 'MXN', 'RON'],
]

/** Decimals of a currency: 0, 2 or 3. */
export function exponentOf(currency: string): number {
  if (WITHOUT_DECIMALS.has(currency)) return 0
  return THREE_DECIMALS.has(currency) ? 3 : 2
}

/** Minor units of a decimal (number or text), or undefined when it has more decimals than `exponent`. */
export function toMinor(decimal: number | string, exponent: number): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(decimal))
  if (!match) return undefined
  const [, sign = '', whole = '', fraction = ''] = match
  const kept = fraction.slice(0, exponent).padEnd(exponent, '0')
  if (/[1-9]/.test(fraction.slice(exponent))) return undefined
  const minor = Number(`${sign}${whole}${kept}`)
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** Decimal text of minor units, e.g. 124990 TRY -> "1249.90". */
export function toText(minor: number, exponent: number): string {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0')
  const cut = digits.length - exponent
  const text = exponent === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`
  return minor < 0 ? `-${text}` : text
}

/** The number that JSON carries for minor units; made from decimal text, so it prints back exactly. */
export function toNumber(minor: number, currency: string): number {
  return Number(toText(minor, exponentOf(currency)))
}

/** Minor units of an amount in a request. Throws the validation error that names the field. */
export function requireMinor(field: string, decimal: number, currency: string): number {
  const minor = toMinor(decimal, exponentOf(currency))
  if (minor !== undefined) return minor
  throw ApiError.invalid('4007', {
    tr: `"${field}" tutarı ${currency} için geçersiz`,
    en: `"${field}" is not an amount of ${currency}`,
  })
}
