// developer.craftgate.io/api/bnpl-payments: shopping loans.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import { amountIn } from '../../messages/amounts'
import { toWireNumber } from '../../money'
import { amountShape, readAmount } from '../../payment'
import { initRequest } from './apm'
import type { Choice, DirectFamily, Sale, Starting } from './family'
import { started } from './started'

type InitRequest = RequestBody<'initBnplPayment'>
type CartItems = InitRequest['cartItems']

export const loan: DirectFamily = {
  async start(client, starting) {
    const limits = { idempotencyKey: randomUUID() }
    const answer: unknown = await client.call('initBnplPayment', { body: loanRequest(starting) }, limits)
    return started(answer)
  },
  choices: terms,
}

function loanRequest(starting: Starting): InitRequest {
  const { additionalParams, ...request } = initRequest(starting)
  const { term, ...params } = { ...additionalParams }
  const own = starting.start.name === 'MASLAK' ? { fingate: { isHostedPage: true } } : {}
  return {
    ...request,
    additionalParams: { ...own, ...params, ...(term === undefined ? {} : { term: Number(term) }) },
    cartItems: cartOf(starting),
  }
}

/** The basket's items by themselves, so that the cart sums to the price. The shop does not know Craftgate's categories. */
const cartOf = ({ basket }: Pick<Sale, 'basket'>): CartItems =>
  basket.items.map((item) => ({
    id: item.externalId,
    name: item.name,
    brandName: item.name,
    type: 'OTHER',
    unitPrice: toWireNumber(item.price),
    quantity: 1,
  }))

const termShape = z.object({ term: z.int().positive(), amount: amountShape, totalAmount: amountShape })
const offersShape = z.object({
  bankOffers: z.array(z.object({ bankOfferTerms: z.array(termShape).nullish().catch([]) })),
})

/** developer.craftgate.io/api/bnpl-payments/offers: what a lender would ask for the whole sale, by months. */
async function terms(client: CraftgateClient, { start, basket }: Sale): Promise<readonly Choice[]> {
  const { currency } = basket.price
  const body: RequestBody<'retrieveBnplOffers'> = {
    apmType: start.name as InitRequest['apmType'],
    price: toWireNumber(basket.price),
    currency: currency as InitRequest['currency'],
    items: cartOf({ basket }),
  }
  const answer: unknown = await client.call('retrieveBnplOffers', { body })
  return readAnswer(offersShape, answer, 'the offers of a lender')
    .bankOffers.flatMap(({ bankOfferTerms }) => bankOfferTerms ?? [])
    .map(({ term, amount, totalAmount }) => {
      const [monthly, total] = [readAmount(amount, currency), readAmount(totalAmount, currency)].map(amountIn)
      return {
        code: String(term),
        name: {
          tr: `${term} ay × ${monthly?.tr} (toplam ${total?.tr})`,
          en: `${term} months × ${monthly?.en} (${total?.en} in all)`,
        },
      }
    })
}

const answerShape = z.object({
  paymentStatus: z.string().nullish(),
  additionalAction: z.string().nullish(),
  apmAdditionalAction: z.string().nullish(),
})

/**
 * How a loan stands that was waiting. at-lender: the shopper stands at the lender's page. approval: granted, and the merchant
 * has to approve it. lender: the lender decides. over: it came to its end just now.
 */
export type LoanStanding = 'at-lender' | 'approval' | 'lender' | 'over'

/** developer.craftgate.io/api/bnpl-payments/verify. Throws CraftgateError. */
export async function loanStanding(client: CraftgateClient, paymentId: number): Promise<LoanStanding> {
  const limits = { idempotencyKey: randomUUID() }
  const answer: unknown = await client.call('verifyBnplPayment', { path: { paymentId } }, limits)
  const { paymentStatus, apmAdditionalAction, additionalAction } = readAnswer(
    answerShape,
    answer,
    'the state of a loan',
  )
  if (paymentStatus === 'SUCCESS' || paymentStatus === 'FAILURE') return 'over'
  switch (additionalAction ?? apmAdditionalAction) {
    case 'REDIRECT_TO_URL':
      return 'at-lender'
    case 'APPROVAL_REQUIRED':
      return 'approval'
    default:
      return 'lender'
  }
}
