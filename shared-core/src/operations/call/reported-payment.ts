import { z } from 'zod'
import type { CraftgateClient } from '../../client/operations'
import type { Money } from '../../money'
import { decimal, readAmount, readAnswer } from './read-answer'
import { refundRecord } from './refund-record'

const reported = z.object({
  id: z.number(),
  price: decimal,
  paidPrice: decimal,
  currency: z.string(),
  paymentStatus: z.string(),
  paymentPhase: z.enum(['AUTH', 'PRE_AUTH', 'POST_AUTH']),
  fraudAction: z.string().nullish(),
  refundStatus: z.string().nullish(),
  refundablePrice: decimal.nullish(),
  refunds: z.array(refundRecord).nullish(),
})

/** What the payment report says of one payment, in our units. */
export interface ReportedPayment {
  readonly id: number
  readonly price: Money
  readonly paidPrice: Money
  readonly successful: boolean
  readonly phase: 'AUTH' | 'PRE_AUTH' | 'POST_AUTH'
  readonly underReview: boolean
  readonly refunded: 'nothing' | 'a part' | 'everything'
  readonly refunds: readonly z.output<typeof refundRecord>[]
}

/** developer.craftgate.io/api/payment-reports/retrieve-payment. Throws CraftgateError. */
export async function reportedPayment(client: CraftgateClient, paymentId: number): Promise<ReportedPayment> {
  const answer = readAnswer(reported, await client.call('retrievePaymentReport', { path: { paymentId } }))
  const amount = (value: string | number) => readAmount(value, answer.currency)
  return {
    id: answer.id,
    price: amount(answer.price),
    paidPrice: amount(answer.paidPrice),
    successful: answer.paymentStatus === 'SUCCESS',
    phase: answer.paymentPhase,
    underReview: answer.fraudAction === 'REVIEW',
    refunded: refundedOf(answer.refundStatus),
    refunds: answer.refunds ?? [],
  }
}

function refundedOf(status: string | null | undefined): ReportedPayment['refunded'] {
  if (status === 'FULLY_REFUNDED') return 'everything'
  return status === 'PARTIAL_REFUNDED' ? 'a part' : 'nothing'
}
