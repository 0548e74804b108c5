// ISO 4217 (list one) as dinero.js carries it, only the currencies that Craftgate charges.
import {
  AED,
  ARS,
  AZN,
  BHD,
  BRL,
  CNY,
  EGP,
  EUR,
  GBP,
  IQD,
  JPY,
  KWD,
  KZT,
  MXN,
  RON,
  RUB,
  SAR,
  TRY,
  USD,
} from 'dinero.js/bigint/currencies'
import type { CurrencyCode } from './money'

const DEFINITIONS = {
  AED,
  ARS,
  AZN,
  BHD,
  BRL,
  CNY,
  EGP,
  EUR,
  GBP,
  IQD,
  JPY,
  KWD,
  KZT,
  MXN,
  RON,
  RUB,
  SAR,
  TRY,
  USD,
}

/** The currency as dinero.js wants it, its code narrowed to ours. */
export function iso4217<Code extends CurrencyCode>(code: Code) {
  return { ...DEFINITIONS[code], code }
}

/**
 * Decimals of the currency by ISO 4217 ("minor unit"): JPY 0; KWD, BHD and IQD 3; the other currencies of Craftgate 2.
 */
export function exponentOf(currency: CurrencyCode): number {
  return Number(DEFINITIONS[currency].exponent)
}
