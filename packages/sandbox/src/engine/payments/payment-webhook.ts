import type { SandboxContext } from '../context'
import { completeMultiPayment } from '../multi-payments/end-multi-payment'
import { findMultiPayment } from '../multi-payments/find-multi-payment'
import type { MultiPayment } from '../multi-payments/multi-payment'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import type { EventType } from '../webhooks/event'
import type { Payment } from './payment'

/**
 * The webhook of a payment. API payments have one whatever came of them; the hosted page only for successes and for
 * what the fraud rules caught, by its token. The portal says nothing of links: no merchant knows a token of theirs, so here
 * their webhook names the payment. A held payment has one when it is released, a card verification none. A loan that its
 * own call started has its own type instead; one of the hosted page has that only to say that the merchant has to approve
 * it, which nothing else would tell.
 */
export function enqueuePaymentWebhook(ctx: SandboxContext, payment: Payment, eventType: EventType): void {
  if (payment.held || payment.cardVerification) return
  const { merchant, checkoutToken } = payment
  const status = payment.status === 'FAILURE' ? 'FAILURE' : 'SUCCESS'
  if (payment.loan && (payment.loan.ownCall || payment.awaits === 'approval')) {
    enqueueLoanWebhook(ctx, payment, status)
    return
  }
  if (checkoutToken === undefined) {
    enqueueWebhook(ctx, { merchant, eventType, status, payloadId: String(payment.id) })
    return
  }
  const multi = multiPaymentOf(ctx, checkoutToken)
  if (multi) {
    completeMultiPayment(ctx, multi)
    return
  }
  if (payment.status !== 'SUCCESS' && !payment.fraud) return
  if (payment.source === 'PAY_BY_LINK') {
    enqueueWebhook(ctx, { merchant, eventType: 'API_AUTH', status, payloadId: String(payment.id) })
    return
  }
  enqueueWebhook(ctx, { merchant, eventType: 'CHECKOUTFORM_AUTH', status, payloadId: checkoutToken })
  enqueueTokenWebhook(ctx, payment, checkoutToken)
}

/** The token of a part's page is nobody's but the emulator's: only the whole has a webhook (our reading). */
function multiPaymentOf(ctx: SandboxContext, token: string): MultiPayment | undefined {
  const whole = ctx.state.checkouts.find((checkout) => checkout.token === token)?.multiPayment
  return whole === undefined ? undefined : findMultiPayment(ctx, whole)
}

/** payloadId is the payment's, payload as the portal prints it (webhook/transaction-webhook). */
const enqueueLoanWebhook = (
  ctx: SandboxContext,
  { merchant, id, loan }: Payment,
  status: 'SUCCESS' | 'FAILURE',
): void =>
  enqueueWebhook(ctx, {
    ...{ merchant, status, eventType: 'BNPL_NOTIFICATION', payloadId: String(id) },
    payload: { additionalAction: loan?.action ?? 'NONE' },
  })

function enqueueTokenWebhook(ctx: SandboxContext, { merchant }: Payment, token: string): void {
  const checkout = ctx.state.checkouts.find((candidate) => candidate.token === token)
  if (!checkout?.merchantWebhookUrl) return
  const tokenOnlyUrl = checkout.merchantWebhookUrl
  enqueueWebhook(ctx, {
    merchant,
    eventType: 'CHECKOUTFORM_AUTH',
    status: 'SUCCESS',
    payloadId: token,
    tokenOnlyUrl,
  })
}
