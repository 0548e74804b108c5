import { CraftgateError } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { linkPaymentPath, paymentQuery } from './named-payment'
import { linkPaymentPage } from './payment-page'

/** POST /links/:merchant/:id/payments/:payment/match. The payment is the form's key: a second press does nothing new. */
export async function matchLinkPayment(request: UserRequest): Promise<Response> {
  const { c, commerce, host, lang } = request
  if (!may(request, 'capture')) return notAllowedPage(request)
  const query = paymentQuery(request)
  if (query === undefined || !commerce.linkPayments.areMatched) return missingPage(request)
  const form = new URLSearchParams(await c.req.text())
  const [reference, number] = [form.get('order') ?? '', (form.get('number') ?? '').slice(0, 40)]
  await audit(request, 'matched-link-payment', query.paymentId)
  try {
    const result = await commerce.linkPayments.match({ ...query, reference })
    const path = linkPaymentPath(request, query.merchant, query)
    if (result.state !== 'failed') return c.redirect(`${path}?done=${DONE[result.state]}`, 303)
    return linkPaymentPage(request, { problem: result.message[lang], number })
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn('The panel could not match the payment of a link', logError(error))
    return linkPaymentPage(request, { problem: error.merchantMessage[lang], number })
  }
}

const DONE = { done: 'matched', unknown: 'matching' } as const
