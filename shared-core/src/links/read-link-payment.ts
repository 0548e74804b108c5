// One payment of a link, as Craftgate tells it now.
// developer.craftgate.io/api/payment-reports/retrieve-payment
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'
import { momentOf } from '../istanbul-time'
import type { Logger } from '../logger'
import { isZero } from '../money'
import { outcomeOfPayment, type PaymentFacts, readReportedPayment, refundedAmount } from '../payment'
import type { LinkPaymentState } from './link-payments'
import type { Payer } from './match'
import type { LinkPayment, PaymentLink } from './payment-links'

export interface ReadLinkPayment {
  readonly payment: LinkPayment
  readonly state: LinkPaymentState
  readonly facts: PaymentFacts
  readonly payer: Payer
}

/** Who paid is shown to nobody and kept by nobody: names are compared. */
const payerShape = z.object({
  cardHolderName: z.string().nullish().catch(undefined),
  buyerMember: z
    .object({
      ...{ email: z.string().nullish(), name: z.string().nullish() },
      ...{ contactName: z.string().nullish(), contactSurname: z.string().nullish() },
    })
    .nullish()
    .catch(undefined),
})

/** Undefined for what is no payment of this link. Throws CraftgateError. */
export async function readLinkPayment(
  client: CraftgateClient,
  {
    link,
    paymentId,
    logger,
  }: { readonly link: PaymentLink; readonly paymentId: number; readonly logger: Logger },
): Promise<ReadLinkPayment | undefined> {
  const answer = await reported(client, paymentId)
  if (answer === undefined) return undefined
  const report = readReportedPayment(answer)
  if (link.externalId === undefined || report.externalId !== link.externalId) return undefined
  const outcome = outcomeOfPayment(answer, logger)
  const { price, paidPrice, card, createdDate } = report
  return {
    payment: {
      ...{ paymentId, price, paidPrice, lastFour: card?.lastFour },
      paidAt: createdDate === undefined ? undefined : momentOf(createdDate),
    },
    state: !isZero(refundedAmount(report)) ? 'refunded' : outcome.kind === 'captured' ? 'captured' : 'held',
    facts: report,
    payer: { price, text: `${link.name} ${link.description ?? ''}`, ...payerOf(answer) },
  }
}

async function reported(client: CraftgateClient, paymentId: number): Promise<unknown> {
  try {
    return await client.call('retrievePaymentReport', { path: { paymentId } })
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

function payerOf(answer: unknown): Pick<Payer, 'names' | 'email'> {
  const { cardHolderName, buyerMember } = payerShape.parse(answer)
  const { name, contactName, contactSurname, email } = buyerMember ?? {}
  const person = [contactName, contactSurname].filter(Boolean).join(' ')
  return { names: [cardHolderName, name, person].flatMap((each) => each || []), email: email || undefined }
}
