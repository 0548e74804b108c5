import type { SessionRow } from '../../../database'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { isSessionId } from '../../queries/payment-query'

/** A payment of the shop that is logged in. One of another shop is as good as none. */
export async function ownPayment({ c, deps, shop }: AuthenticatedRequest): Promise<SessionRow | undefined> {
  const id = c.req.param('id') ?? ''
  const session = isSessionId(id) ? await deps.sessions.find(id) : undefined
  return session?.shop === shop && session.kind === 'payment' ? session : undefined
}
