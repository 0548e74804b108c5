import type { SandboxContext } from '../context'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import type { EventType } from '../webhooks/event'
import type { Payment } from './payment'

/**
 * The webhook of a payment. API payments have one whatever came of them; the hosted page only for successes and for
 * what the fraud rules caught, by its token. The portal says nothing of links: no merchant knows a token of theirs, so here
 * their webhook names the payment. A held payment has one when it is released, a card verification
 * none.
 */
export function enqueuePaymentWebhook(ctx: SandboxContext, payment: Payment, eventType: EventType): void {
  if (payment.held || payment.cardVerification) return
  const { merchant, checkoutToken } = payment
  const status = payment.status === 'FAILURE' ? 'FAILURE' : 'SUCCESS'
  if (checkoutToken === undefined) {
    enqueueWebhook(ctx, { merchant, eventType, status, payloadId: String(payment.id) })
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
