import type { SandboxContext } from '../context'
import { refundPayment } from '../refunds/refund-payment'
import { leftOf } from '../refunds/refunded'
import { paidParts } from './find-multi-payment'
import type { MultiPayment } from './multi-payment'

/**
 * What becomes of the parts of a page that has expired half-way, the portal does not say. In our reading they stay paid,
 * and the merchant gives them back; a switch plays a Craftgate that does it itself, late parts too.
 */
export function returnParts(ctx: SandboxContext, multi: MultiPayment): void {
  if (!ctx.faultSettings.refundExpiredParts || multi.end !== 'EXPIRED') return
  const { conversationId } = multi.page
  for (const payment of paidParts(ctx, multi))
    if (leftOf(ctx, payment) > 0) refundPayment(ctx, payment, { conversationId, destination: 'PROVIDER' })
}
