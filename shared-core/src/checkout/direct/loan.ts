// developer.craftgate.io/api/bnpl-payments: shopping loans.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import { askLoanPlans } from '../../loans/loan-plans'
import { amountIn } from '../../messages/amounts'
import { toWireNumber } from '../../money'
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

/** What a lender would ask for the whole sale, by months. */
async function terms(client: CraftgateClient, { start, basket }: Sale): Promise<readonly Choice[]> {
  const banks = await askLoanPlans(client, {
    lender: start.name,
    price: basket.price,
    items: cartOf({ basket }),
  })
  return banks
    .flatMap(({ plans }) => plans)
    .map(({ months, each, total }) => {
      const [monthly, inAll] = [amountIn(each), amountIn(total)]
      return {
        code: String(months),
        name: {
          tr: `${months} ay × ${monthly.tr} (toplam ${inAll.tr})`,
          en: `${months} months × ${monthly.en} (${inAll.en} in all)`,
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
