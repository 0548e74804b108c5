import {
  type CheckoutRecord,
  describeErrorGroup,
  type PaymentOutcome,
  sentenceIn,
} from '@craftgate-commerce/core'
import type { CreatePaymentErrorResult, CreatePaymentResult, RequestContext } from '@vendure/core'
import { toldIn } from './hand-over'
import { paymentMetadata } from './payment-metadata'

type Created = CreatePaymentResult | CreatePaymentErrorResult

const STATES = { captured: 'Settled', authorized: 'Authorized', review: 'Authorized' } as const

/** Vendure's payment for what Craftgate said. Refused when nobody of ours said anything: see `hand-over.ts`. */
export function createdPayment(ctx: RequestContext, amount: number): Created {
  const told = toldIn(ctx)
  if (told?.about !== 'payment') return refused(amount)
  const { record, outcome } = told
  const result = {
    amount,
    transactionId: transactionIdOf(record, outcome),
    metadata: paymentMetadata(record, outcome),
  }
  switch (outcome.kind) {
    case 'captured':
    case 'authorized':
    case 'review':
      return { ...result, state: STATES[outcome.kind] }
    case 'declined':
      return { ...result, state: 'Declined', errorMessage: declineOf(outcome, ctx) }
    default:
      return refused(amount)
  }
}

/** Craftgate's payment id; a decline without a payment is known by its attempt. */
export function transactionIdOf(record: CheckoutRecord, outcome: PaymentOutcome): string {
  const facts = 'facts' in outcome ? outcome.facts : undefined
  return facts === undefined ? record.id : String(facts.paymentId)
}

/** The Shop API shows this too, so it is the shopper's sentence; the merchant's stands in the metadata. */
const declineOf = ({ error }: Extract<PaymentOutcome, { kind: 'declined' }>, ctx: RequestContext): string =>
  sentenceIn(ctx.languageCode, describeErrorGroup(error.group).shopper)

const refused = (amount: number): CreatePaymentErrorResult => ({
  amount,
  state: 'Error',
  errorMessage: 'Craftgate payments begin with the mutation createCraftgateCheckout',
})
