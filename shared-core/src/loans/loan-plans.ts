// developer.craftgate.io/api/bnpl-payments/offers: in what a lender would have a price paid back, before anybody applies.
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { MethodName } from '../methods/index'
import { type Money, subtract, toWireNumber } from '../money/index'
import { amountShape, readAmount } from '../payment/index'

/** Paid back in so many months. */
export interface LoanPlan {
  readonly months: number
  /** What the shopper pays each month, and in all. */
  readonly each: Money
  readonly total: Money
  /** What the shopper pays above the price. */
  readonly interest: Money
}

/** What one bank offers; a lender of its own money is its only bank. */
export interface BankPlans {
  readonly bank?: string
  /** By months, the fewest first. Empty for a bank that tells its plans on its own page alone. */
  readonly plans: readonly LoanPlan[]
}

type OfferRequest = RequestBody<'retrieveBnplOffers'>

export interface PlanQuestion {
  readonly lender: MethodName
  readonly price: Money
  /** Sums to the price. */
  readonly items: OfferRequest['items']
}

const planShape = z.object({ term: z.int().positive(), amount: amountShape, totalAmount: amountShape })
const offersShape = z.object({
  bankOffers: z.array(
    z.object({
      bankName: z.string().nullish().catch(undefined),
      bankOfferTerms: z.array(planShape).nullish().catch([]),
    }),
  ),
})

/** Throws CraftgateError, `invalid-request` for a lender whose plans cannot be asked. */
export async function askLoanPlans(
  client: CraftgateClient,
  { lender, price, items }: PlanQuestion,
): Promise<readonly BankPlans[]> {
  const { currency } = price
  const body: OfferRequest = {
    apmType: lender as OfferRequest['apmType'],
    price: toWireNumber(price),
    currency: currency as OfferRequest['currency'],
    items,
  }
  const answer: unknown = await client.call('retrieveBnplOffers', { body })
  return readAnswer(offersShape, answer, 'the offers of a lender').bankOffers.map(
    ({ bankName, bankOfferTerms }) => ({
      bank: bankName || undefined,
      plans: (bankOfferTerms ?? [])
        .map(({ term, amount, totalAmount }) => {
          const total = readAmount(totalAmount, currency)
          return { months: term, each: readAmount(amount, currency), total, interest: subtract(total, price) }
        })
        .sort((a, b) => a.months - b.months),
    }),
  )
}
