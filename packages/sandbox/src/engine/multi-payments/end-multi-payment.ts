import type { SandboxContext } from '../context'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import { attemptsOf, remainingOf } from './find-multi-payment'
import type { MultiPayment } from './multi-payment'

/** A part was paid: with the last one the whole is. What comes after the page has expired completes nothing any more. */
export function completeMultiPayment(ctx: SandboxContext, multi: MultiPayment): void {
  if (multi.end !== undefined || remainingOf(ctx, multi) > 0) return
  end(ctx, multi, 'COMPLETED')
}

/** When the next page of a sum in parts expires. */
export function nextExpiry({ state }: SandboxContext): number | undefined {
  const moments = state.multiPayments.filter(({ end }) => end === undefined).map(({ expiresAt }) => expiresAt)
  return moments.length === 0 ? undefined : Math.min(...moments)
}

/** Ends every sum whose time is over; returns those. */
export function expireMultiPayments(ctx: SandboxContext): readonly MultiPayment[] {
  const now = ctx.clock.now()
  const due = ctx.state.multiPayments.filter((multi) => multi.end === undefined && multi.expiresAt <= now)
  for (const multi of due) end(ctx, multi, 'EXPIRED')
  return due
}

/**
 * The payload is the one that the portal prints for MULTI_PAYMENT_COMPLETED (webhook/transaction-webhook). It has no page
 * on MULTI_PAYMENT_EXPIRED, which the clients know: in our reading it looks the same, with the status that GET answers.
 */
function end(ctx: SandboxContext, multi: MultiPayment, how: 'COMPLETED' | 'EXPIRED'): void {
  multi.end = how
  const { merchant, token, page } = multi
  const { conversationId, externalId } = page
  enqueueWebhook(ctx, {
    ...{ merchant, payloadId: token, eventType: `MULTI_PAYMENT_${how}` },
    status: how === 'COMPLETED' ? 'SUCCESS' : 'FAILURE',
    payload: {
      paymentIds: attemptsOf(ctx, multi).map(({ id }) => id),
      ...{ conversationId, externalId, token },
      multiPaymentStatus: statusOf(multi),
    },
  })
}

/** The API knows two; a page that has expired half-way stays CREATED. */
export const statusOf = ({ end: how }: MultiPayment): 'CREATED' | 'COMPLETED' =>
  how === 'COMPLETED' ? 'COMPLETED' : 'CREATED'
