import { compare, type Money, subtract } from '../money'
import type { PaymentFacts } from './outcome'

export interface Interest {
  /** Who bears the difference between what the order costs and what the card is charged. */
  readonly kind: 'none' | 'shopper-interest' | 'merchant-campaign'
  /** Never negative; minor units of the payment's currency. */
  readonly amount: Money
}

/** The difference of paidPrice and price: instalment interest of the shopper, or a campaign that the merchant funds. */
export function interestOf(facts: Pick<PaymentFacts, 'price' | 'paidPrice'>): Interest {
  const order = compare(facts.paidPrice, facts.price)
  if (order < 0) return { kind: 'merchant-campaign', amount: subtract(facts.price, facts.paidPrice) }
  const amount = subtract(facts.paidPrice, facts.price)
  return { kind: order > 0 ? 'shopper-interest' : 'none', amount }
}
