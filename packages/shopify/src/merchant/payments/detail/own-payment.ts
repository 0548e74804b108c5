import type { SessionRow } from '../../../database'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { isSessionId } from '../../queries/session-id'

type Asked = Pick<AuthenticatedRequest, 'deps' | 'shop'>

/** A payment of the shop that is logged in. One of another shop is as good as none. */
export async function ownSession({ deps, shop }: Asked, id: string): Promise<SessionRow | undefined> {
  const session = isSessionId(id) ? await deps.sessions.find(id) : undefined
  return session?.shop === shop && session.kind === 'payment' ? session : undefined
}

/** The payment that the address names. */
export const ownPayment = (request: AuthenticatedRequest): Promise<SessionRow | undefined> =>
  ownSession(request, request.c.req.param('id') ?? '')
