import type { SandboxContext } from '../engine/context'
import type { Merchant } from '../seed/seed'

/** The merchant of an apiKey, or the first. Throws an Error when nobody has it. */
export function requireMerchant({ merchants }: SandboxContext, apiKey: string | undefined): Merchant {
  const found = apiKey === undefined ? merchants[0] : merchants.find((one) => one.apiKey === apiKey)
  if (!found) throw new Error('There is no merchant with this apiKey')
  return found
}
