import type { BrowserPost } from '../../hosted-page-service'
import { merchantOf, type SandboxContext } from '../context'
import { loanCallback } from '../loans/loan-callback'
import type { Payment } from '../payments/payment'
import { apmCallback, type CallbackFacts } from '../threeds/callback'
import type { ProviderSession } from './session'

/**
 * What the browser of an API payment posts to the merchant. "paymentId is sent when the verification succeeded"; a repeat
 * of one that did says ALREADY_RETURNED (api/payment/pay-with-apm). The portal does not say by which method a bank's app
 * opens the merchant's; here everything is posted. Undefined where nothing leads back.
 */
export function wayBack(
  ctx: SandboxContext,
  { id, callbackUrl: url = '', wayBack: way = 'apm' }: ProviderSession,
  payment: Payment,
  again: boolean,
): BrowserPost | undefined {
  const { callbackKey } = merchantOf(ctx, payment.merchant)
  if (payment.loan?.ownCall) return { url, fields: loanCallback(callbackKey, payment, again) }
  const facts = { ...callbackFacts(payment, again), conversationId: payment.conversationId }
  switch (way) {
    case 'apm':
    case 'pos-apm':
      return { url, fields: apmCallback(callbackKey, facts, { way, order: ctx.faultSettings.apmHash }) }
    case 'reference':
      return { url, fields: { referenceId: id } }
    case 'empty':
      return { url, fields: {} }
    case 'none':
      return undefined
  }
}

function callbackFacts({ id, status }: Payment, again: boolean): CallbackFacts {
  if (status === 'FAILURE') return { status }
  if (again) return { status: 'FAILURE', callbackStatus: 'ALREADY_RETURNED', paymentId: id }
  return { status: 'SUCCESS', paymentId: id }
}
