import { fillReturnTemplate } from '@craftgate-commerce/core'
import type { ReturnFacts, ReturnUrlOf } from './plugin-options'

/** Fills the template, or asks the shop's own function. */
export async function returnUrlFor(returnUrl: string | ReturnUrlOf, facts: ReturnFacts): Promise<string> {
  return typeof returnUrl === 'function' ? returnUrl(facts) : fillReturnTemplate(returnUrl, { ...facts })
}
