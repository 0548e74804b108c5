import { CraftgateError, type ReviewDecision } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import type { UserRequest } from '../http/panel-request'
import type { AuditAction, PanelPermission } from '../panel-host'
import { auditedPayment } from '../payments/audited-payment'
import { fraudPath } from './fraud-path'
import { reviewPage } from './review-page'

interface Deciding {
  readonly decision: ReviewDecision
  /** Approving takes the money for the order, rejecting gives it back: as capturing and refunding do. */
  readonly needs: PanelPermission
  readonly name: AuditAction
}

const APPROVE: Deciding = { decision: 'approve', needs: 'capture', name: 'approved-review' }
const REJECT: Deciding = { decision: 'reject', needs: 'refund', name: 'rejected-review' }

/** POST /fraud/reviews/:reference/approve */
export const approveReview = (request: UserRequest): Promise<Response> => decide(request, APPROVE)

/** POST /fraud/reviews/:reference/reject */
export const rejectReview = (request: UserRequest): Promise<Response> => decide(request, REJECT)

/** Pressed twice it is one decision; why it cannot be made is said beside its buttons. */
async function decide(request: UserRequest, { decision, needs, name }: Deciding): Promise<Response> {
  const named = await auditedPayment(request, { audited: name, needs })
  if (named instanceof Response) return named
  const { payments, reference } = named
  const { c, host } = request
  try {
    await payments.decideReview(reference, decision)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn(`The panel could not do this: ${name}`, logError(error))
    return reviewPage(request, error)
  }
  return c.redirect(`${fraudPath(request)}?done=${name}`, 303)
}
