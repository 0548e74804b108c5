import type { CurrencyCode } from '../money'
import { paymentMethod } from './method-of'

export interface SaleTerms {
  readonly currency: CurrencyCode
  readonly phase: 'AUTH' | 'PRE_AUTH'
}

/**
 * Those of the named methods that can take this sale; a name that this version does not know is left to Craftgate. Empty
 * when none of them can.
 */
export const methodsForPage = (names: readonly string[], sale: SaleTerms): readonly string[] =>
  names.filter((name) => canTake(name, sale))

/** Those of the named methods that take no pre-authorization. */
export const withoutPreAuthorization = (names: readonly string[]): readonly string[] =>
  names.filter((name) => paymentMethod(name)?.later.capture === 'no')

/** True where this way to pay can take the sale, and for one that this version does not know. */
export function canTake(name: string, { currency, phase }: SaleTerms): boolean {
  const method = paymentMethod(name)
  if (method === undefined) return true
  if (phase === 'PRE_AUTH' && method.later.capture === 'no') return false
  return method.currencies === 'any' || method.currencies.includes(currency)
}
