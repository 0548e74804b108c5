import type { CraftgateError } from '../errors'

/** Why a storefront's question to Craftgate has no answer. Craftgate's own words are for the merchant. */
export type ShopperProblem = 'too-many-questions' | 'unavailable' | 'refused'

export function shopperProblem({ kind, code }: CraftgateError): ShopperProblem {
  if (code === 'too-many-questions') return code
  return kind === 'unavailable' || kind === 'unknown-outcome' ? 'unavailable' : 'refused'
}
