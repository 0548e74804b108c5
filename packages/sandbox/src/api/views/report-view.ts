import type { Payment } from '../../engine/payments/payment'
import { isRefundOf, leftOf, refundedOf, refundState } from '../../engine/refunds/refunded'
import type { World } from '../../engine/world'
import { toNumber } from '../../money/minor'
import type { Lang } from '../api-context'
import { basePaymentView } from './payment-view'
import { reportedRefundView } from './refund-view'

/** A payment as the reports show it (developer.craftgate.io/api/payment-reports/retrieve-payment). */
export function reportedPaymentView(world: World, payment: Payment, lang: Lang) {
  const refunds = world.state.refunds.filter(isRefundOf(payment))
  return {
    ...basePaymentView(payment, lang),
    retryCount: 0,
    refundablePrice: toNumber(leftOf(world, payment), payment.currency),
    refundStatus: refundState(payment, refundedOf(world, payment), payment.paidPrice),
    refunds: refunds.map((refund) => reportedRefundView(refund, lang)),
  }
}
