import type { PaymentFacts } from './outcome'

/** All payments that these facts are about, the lead first. */
export const paymentIdsOf = ({ paymentId, morePaymentIds = [] }: PaymentFacts): readonly number[] => [
  paymentId,
  ...morePaymentIds,
]
