import type { VendureConfig } from '@vendure/core'

type RefundProcess = NonNullable<VendureConfig['paymentOptions']['refundProcess']>[number]

/**
 * Lets a payment handler answer 'Pending'. Vendure's own type allows it, but its states do not: it moves every new
 * refund from Pending to the handler's answer, and from Pending to Pending there is no way.
 */
export const pendingRefunds: RefundProcess = {
  transitions: { Pending: { to: ['Pending'], mergeStrategy: 'merge' } },
}
