import type { SessionRow } from '../../database'
import { missingPage } from '../page/notice-page'
import { readForm } from '../page/read-form'
import { neverKept } from '../page/security-headers'
import { type ShopVisit, wantsJson } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'
import { paymentPath } from '../payments/payment-query'
import { isSessionId } from '../payments/session-id'
import { paymentJson } from './payment-json'
import { paymentPage } from './payment-page'
import { paymentView } from './payment-view'

/** A payment of the shop that is logged in. One of another shop is as good as none. */
async function ownPayment({ context, parts, shop }: ShopVisit): Promise<SessionRow | undefined> {
  const id = context.req.param('id') ?? ''
  const session = isSessionId(id) ? await parts.sessions.find(id) : undefined
  return session?.shop === shop && session.kind === 'payment' ? session : undefined
}

/** GET /payments/:id, as a page or as JSON. */
export async function showPayment(visit: ShopVisit, reads: MerchantReads): Promise<Response> {
  const session = await ownPayment(visit)
  if (session === undefined) return missingPage(visit)
  const view = await paymentView(visit, reads, session)
  if (!wantsJson(visit.context)) return paymentPage(visit, view)
  neverKept(visit.context)
  return visit.context.json(paymentJson(view))
}

/** POST /payments/:id/ask: a new try now, of the payment or of the refund, capture or void of it that the form names. */
export async function askPayment(visit: ShopVisit, reads: MerchantReads): Promise<Response> {
  const payment = await ownPayment(visit)
  const target = payment && (await targetOf(visit, reads, payment))
  if (payment === undefined || target === undefined) return missingPage(visit)
  const done = await askAgain(visit, target)
  if (wantsJson(visit.context)) return showPayment(visit, reads)
  return visit.context.redirect(`${paymentPath(payment.id)}?done=${done}`, 303)
}

async function targetOf({ context, shop }: ShopVisit, reads: MerchantReads, payment: SessionRow) {
  const named = (await readForm(context)).get('session')
  if (named === null) return payment
  return (await reads.moneySessions(shop, [payment.id])).find(({ id }) => id === named)
}

/** Whatever goes wrong on the way is told on the page, and tried again by the ladder as before. */
async function askAgain({ parts, shop }: ShopVisit, session: SessionRow): Promise<'asked' | 'not-asked'> {
  try {
    await parts.askAgain(session)
    return 'asked'
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    parts.house.logger.warn('A merchant asked again in vain', { session: session.id, shop, why })
    return 'not-asked'
  }
}
