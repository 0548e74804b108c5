import { CraftgateError, type ReviewDecision } from '@craftgate-commerce/core'
import { waitsForReview } from '@craftgate-commerce/core/adapter'
import { type Html, moneyText, postButton } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { SessionRow } from '../../../database'
import { type AuthenticatedRequest, audit, wantsJson } from '../../http/merchant-request'
import { paymentPath } from '../../queries/payment-query'
import { missingPage } from '../../ui/notice-page'
import { ownPayment } from './own-payment'
import type { PaymentView } from './payment-view'

/** Of a payment that Craftgate's fraud rules marked: what each decision does, and its button. */
export function reviewCard(
  { messages, lang }: AuthenticatedRequest,
  { attempts, session }: PaymentView,
): Html | '' {
  const waiting = attempts.findLast(waitsForReview)
  if (waiting === undefined) return ''
  const words = messages.payment.review
  const path = paymentPath(session.id)
  return html`<section class="card alarm" aria-labelledby="review"><h2 id="review">${words.title}</h2>
    <p>${words.approveText}</p>${postButton(`${path}/approve-review`, words.approve, 'primary')}
    <p>${words.rejectText(moneyText(waiting.expected, lang))}</p>${postButton(`${path}/reject-review`, words.reject, 'danger')}</section>`
}

/** POST /payments/:id/approve-review */
export const approveReview = (request: AuthenticatedRequest): Promise<Response> => decide(request, 'approve')

/** POST /payments/:id/reject-review */
export const rejectReview = (request: AuthenticatedRequest): Promise<Response> => decide(request, 'reject')

const AUDITED = { approve: 'approved-review', reject: 'rejected-review' } as const
const DONE = { approve: 'review-approved', reject: 'review-rejected' } as const

async function decide(request: AuthenticatedRequest, decision: ReviewDecision): Promise<Response> {
  const payment = await ownPayment(request)
  if (payment === undefined) return missingPage(request)
  await audit(request, AUDITED[decision], payment.id)
  const done = (await isDecided(request, payment, decision)) ? DONE[decision] : 'review-not-decided'
  if (wantsJson(request.c)) return request.c.json({ done })
  return request.c.redirect(`${paymentPath(payment.id)}?done=${done}`, 303)
}

/** Why it was not is in the log; the page says what it may be. */
async function isDecided(
  { deps, shop }: AuthenticatedRequest,
  session: SessionRow,
  decision: ReviewDecision,
): Promise<boolean> {
  try {
    return await deps.decideReview(session, decision)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    const { code } = error
    deps.context.logger.warn('A review could not be decided so', {
      session: session.id,
      shop,
      decision,
      code,
    })
    return false
  }
}
