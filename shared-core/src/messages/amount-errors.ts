import { type CurrencyCode, exponentOf } from '../money'
import { currencyInTurkish } from './amounts'
import type { Localized } from './localized'

/** What a merchant reads when an amount can not be moved, in the words of its currency. */
export const AMOUNT_ERRORS = {
  'not-positive': {
    tr: 'Tutar sıfırdan büyük olmalı.',
    en: 'The amount must be above zero.',
  },
} as const satisfies Readonly<Record<string, Localized>>

/** What the smallest unit of a currency is called, in Turkish and in English. */
const UNITS: Readonly<Record<CurrencyCode, readonly [tr: string, en: string]>> = {
  TRY: ['kuruş', 'kuruş'],
  USD: ['sent', 'cents'],
  EUR: ['sent', 'cents'],
  GBP: ['peni', 'pence'],
  ARS: ['centavo', 'centavos'],
  BRL: ['centavo', 'centavos'],
  CNY: ['fen', 'fen'],
  AED: ['fils', 'fils'],
  IQD: ['fils', 'fils'],
  AZN: ['kapik', 'qapik'],
  KZT: ['tiyin', 'tiyin'],
  KWD: ['fils', 'fils'],
  SAR: ['halala', 'halalas'],
  BHD: ['fils', 'fils'],
  RUB: ['kopek', 'kopecks'],
  JPY: ['yen', 'yen'],
  EGP: ['kuruş', 'piastres'],
  MXN: ['centavo', 'centavos'],
  RON: ['ban', 'bani'],
}

/**
 * An amount that is no whole number of the currency's smallest unit. `amount` is decimal text in main units, e.g.
 * "100.005"; absent when nobody knows it in words.
 */
export function notWholeAmount(currency: CurrencyCode, amount?: string): Localized {
  const [tr, en] = UNITS[currency]
  const decimals = exponentOf(currency)
  const remedy =
    decimals === 0
      ? { tr: 'ondalıksız yazın', en: 'name it without decimals' }
      : { tr: `en çok ${decimals} ondalık basamakla yazın`, en: `name it with at most ${decimals} decimals` }
  return {
    tr: `${amount === undefined ? 'Tutar' : `${amount.replace('.', ',')} ${currencyInTurkish(currency)}`} tam ${tr} değil; ${remedy.tr}.`,
    en: `${amount === undefined ? 'The amount' : `${currency} ${amount}`} is no whole number of ${en}; ${remedy.en}.`,
  }
}
