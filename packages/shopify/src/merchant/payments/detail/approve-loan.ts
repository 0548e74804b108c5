import { waitsForLoanApproval } from '@craftgate-commerce/core/adapter'
import { type Html, postButton } from '@craftgate-commerce/panel/ui'
import type { SessionRow } from '../../../database'
import { type AuthenticatedRequest, audit, wantsJson } from '../../http/merchant-request'
import { paymentPath } from '../../queries/payment-query'
import { missingPage } from '../../ui/notice-page'
import { ownPayment } from './own-payment'
import type { PaymentView } from './payment-view'

/** Of a payment whose loan was granted and waits for the merchant. */
export const loanButton = (
  { messages }: AuthenticatedRequest,
  { attempts, session }: PaymentView,
): Html | '' =>
  attempts.some(waitsForLoanApproval)
    ? postButton(`${paymentPath(session.id)}/approve-loan`, messages.payment.approveLoan, 'primary')
    : ''

/** POST /payments/:id/approve-loan: the merchant lets the lender pay what it granted. */
export async function approveLoan(request: AuthenticatedRequest): Promise<Response> {
  const payment = await ownPayment(request)
  if (payment === undefined) return missingPage(request)
  await audit(request, 'approved-loan', payment.id)
  const done = (await isApproved(request, payment)) ? 'loan-approved' : 'loan-not-approved'
  if (wantsJson(request.c)) return request.c.json({ done })
  return request.c.redirect(`${paymentPath(payment.id)}?done=${done}`, 303)
}

/** Whatever goes wrong on the way is said on the page, and the loan waits on. */
async function isApproved({ deps, shop }: AuthenticatedRequest, session: SessionRow): Promise<boolean> {
  try {
    return await deps.approveLoan(session)
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    deps.context.logger.warn('A loan that a merchant approved could not be approved', {
      session: session.id,
      shop,
      why,
    })
    return false
  }
}
