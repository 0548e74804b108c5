/** Currencies that Craftgate charges (developer.craftgate.io/api, Para Birimleri). */
export const CURRENCIES = [
  'TRY', 'USD', 'EUR', 'GBP', 'ARS', 'BRL', 'CNY', 'AED', 'IQD', 'AZN',
  'KZT', 'KWD', 'SAR', 'BHD', 'RUB', 'JPY', 'EGP', 'MXN', 'RON',
] as const

export type CurrencyCode = (typeof CURRENCIES)[number]

/** An exact amount: integer minor units (kuruş, cent, fils) of one currency. */
export interface Money {
  readonly minor: number
  readonly currency: CurrencyCode
}
