// What a price costs with a shopping loan, for product pages and carts: nobody applies for anything here, and no lender is told
// who looks. What a lender would lend to one person is asked by `askLoanLimit`.
import { answersForAnybody } from '../answer-cache'
import type { CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'
import { type MethodName, paymentMethod } from '../methods/index'
import { type Money, toWireNumber } from '../money/index'
import { askLoanPlans, type BankPlans } from './loan-plans'

/** The lenders that tell their plans before an application (bnpl-payments/offers: `apmType`). */
const LENDERS: readonly MethodName[] = ['MASLAK', 'ZIP', 'PAYCELL']

export interface LoanOfferQuestion {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly price: Money
  /** The ways to pay that the shop offers; only lenders among them that tell their plans are asked. */
  readonly methods: readonly MethodName[]
  /** Who asks, by the framework's own proxy rules: an address may ask so many new questions a minute. */
  readonly clientIp?: string
}

export interface LoanOffer {
  readonly lender: MethodName
  readonly banks: readonly BankPlans[]
}

interface Dependencies {
  /** With connections, queue and breaker of its own: product pages must not keep a payment from being read. */
  readonly clientFor: (merchant: string) => CraftgateClient
  readonly clock: () => Date
}

interface LenderQuestion extends Omit<LoanOfferQuestion, 'methods'> {
  readonly lender: MethodName
}

/**
 * Asks each lender at most once in five minutes about the same price. A lender that does not lend this amount, or that is not
 * enabled at Craftgate, is left out; so is one that cannot be asked now, unless none can: then this rejects with its
 * CraftgateError. `unavailable` (code `too-many-questions`) when an address asks for too much that is new.
 */
export function createLoanOffers({ clientFor, clock }: Dependencies) {
  const banksOf = answersForAnybody({
    ask: ({ merchant, lender, price }: LenderQuestion) => askLender(clientFor(merchant), { lender, price }),
    nameOf: ({ merchant, lender, price }) => [merchant, lender, price.currency, price.minor].join('|'),
    clock,
  })
  return async ({ methods, ...question }: LoanOfferQuestion): Promise<readonly LoanOffer[]> => {
    const lenders = LENDERS.filter(
      (lender) => methods.includes(lender) && lends(lender, question.price.currency),
    )
    const answers = await Promise.allSettled(
      lenders.map(async (lender) => ({ lender, banks: await banksOf({ ...question, lender }) })),
    )
    const offers = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
    const failed = answers.find((answer) => answer.status === 'rejected')
    if (offers.length === 0 && failed !== undefined) throw failed.reason
    return offers.filter(({ banks }) => banks.length > 0)
  }
}

function lends(lender: MethodName, currency: Money['currency']): boolean {
  const { currencies = 'any' } = paymentMethod(lender) ?? {}
  return currencies === 'any' || currencies.includes(currency)
}

/** Nothing for an amount or a shop that the lender refuses: an answer like any other, so that it is not asked again at once. */
async function askLender(
  client: CraftgateClient,
  { lender, price }: Pick<LenderQuestion, 'lender' | 'price'>,
): Promise<readonly BankPlans[]> {
  const unitPrice = toWireNumber(price)
  const whole = {
    id: 'price',
    name: 'Sepet',
    brandName: 'Sepet',
    type: 'OTHER',
    unitPrice,
    quantity: 1,
  } as const
  try {
    return await askLoanPlans(client, { lender, price, items: [whole] })
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return []
    throw error
  }
}
