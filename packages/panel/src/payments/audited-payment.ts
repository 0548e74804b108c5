import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import type { AuditAction, PanelPayments, PanelPermission } from '../panel-host'
import { missingPage, notAllowedPage } from '../ui/notice-page'

interface Asked {
  /** What it is called where it is written down that somebody did it. */
  readonly audited: AuditAction
  readonly needs: PanelPermission
}

interface Audited {
  readonly payments: PanelPayments
  readonly reference: string
}

/**
 * The payment that the address names, for whoever may act on it; else the page that says why not. That they do is written down
 * before it is done.
 */
export async function auditedPayment(
  request: UserRequest,
  { audited, needs }: Asked,
): Promise<Audited | Response> {
  const { c, host, user } = request
  const reference = c.req.param('reference') ?? ''
  const payments = host.payments(user)
  const payment = await payments.find(reference)
  if (payment === undefined) return missingPage(request)
  if (!may(request, needs, payment.attempt)) return notAllowedPage(request)
  await audit(request, audited, reference)
  return { payments, reference }
}
