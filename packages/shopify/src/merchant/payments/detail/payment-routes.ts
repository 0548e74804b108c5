import type { SessionRow } from '../../../database'
import { type AuthenticatedRequest, audit, wantsJson } from '../../http/merchant-request'
import { readForm, setNoStore } from '../../http/security'
import type { MerchantQueries } from '../../queries/merchant-queries'
import { missingPage } from '../../ui/notice-page'
import { ownPayment } from './own-payment'
import { paymentJson } from './payment-json'
import { paymentPath } from './payment-path'
import { paymentView } from './payment-view'

/** GET /payments/:id: the payment as JSON; its page is the panel's. */
export async function showPayment(
  request: AuthenticatedRequest,
  queries: MerchantQueries,
): Promise<Response> {
  const session = await ownPayment(request)
  if (session === undefined) return missingPage(request)
  if (!wantsJson(request.c)) return request.c.redirect(paymentPath(session.id), 303)
  setNoStore(request.c)
  return request.c.json(paymentJson(await paymentView(request, queries, session)))
}

/** POST /payments/:id/retry: a new attempt now, of the payment or of the refund, capture or void of it that the form names. */
export async function retryPayment(
  request: AuthenticatedRequest,
  queries: MerchantQueries,
): Promise<Response> {
  const payment = await ownPayment(request)
  const target = payment && (await targetOf(request, queries, payment))
  if (payment === undefined || target === undefined) return missingPage(request)
  await audit(request, 'asked-again', target.id)
  const done = await retry(request, target)
  if (wantsJson(request.c)) return showPayment(request, queries)
  return request.c.redirect(`${paymentPath(payment.id)}?done=${done}`, 303)
}

async function targetOf({ c, shop }: AuthenticatedRequest, queries: MerchantQueries, payment: SessionRow) {
  const named = (await readForm(c)).get('session')
  if (named === null) return payment
  return (await queries.transactionSessions(shop, [payment.id])).find(({ id }) => id === named)
}

/** Whatever goes wrong on the way is said on the page, and tried again as scheduled before. */
async function retry(
  { deps, shop }: AuthenticatedRequest,
  session: SessionRow,
): Promise<'asked-again' | 'failed'> {
  try {
    await deps.retry(session)
    return 'asked-again'
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    deps.context.logger.warn('A retry that a merchant asked for failed', { session: session.id, shop, why })
    return 'failed'
  }
}
