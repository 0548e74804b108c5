import type { SandboxContext } from '../../engine/context'
import type { ProviderSession } from '../../engine/provider-pages/session'
import { type ApmStart, startByApi } from '../../engine/provider-pages/start-by-api'
import { refusedError } from '../../engine/threeds/start'

/** For the calls whose answer has no place for a refusal: opens the visit, or throws the error. */
export function startOrRefuse(ctx: SandboxContext, start: Omit<ApmStart, 'entry'>): ProviderSession {
  const { payment, session } = startByApi(ctx, { ...start, entry: {} })
  if (payment.error) throw refusedError(payment.error)
  if (!session) throw new Error(`${start.method} has no page to send the shopper to`)
  return session
}
