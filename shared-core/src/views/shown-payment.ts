import { toDecimal } from '../money'
import { interestOf } from '../payment'
import type { PaymentFacts } from '../payment/outcome'

/** What the shopper may see of a payment. Amounts are decimal text; absent is undefined. */
export function shopperPaymentView(facts: PaymentFacts) {
  const interest = interestOf(facts)
  return {
    installment: facts.installment,
    paidPrice: toDecimal(facts.paidPrice),
    interest: interest.kind === 'shopper-interest' ? toDecimal(interest.amount) : undefined,
    currency: facts.paidPrice.currency,
    cardFamily: facts.card?.family,
    cardAssociation: facts.card?.association,
    lastFour: facts.card?.lastFour,
    threeDS: facts.threeDS,
  }
}

/**
 * What the merchant may see of a payment. Amounts are decimal text; absent is undefined. Holds no token, no name and no
 * card number beyond its BIN and last four digits.
 */
export function merchantPaymentView(facts: PaymentFacts) {
  const interest = interestOf(facts)
  return {
    ...shopperPaymentView(facts),
    phase: facts.phase,
    price: toDecimal(facts.price),
    campaign: interest.kind === 'merchant-campaign' ? toDecimal(interest.amount) : undefined,
    bank: facts.card?.bankName,
    cardType: facts.card?.type,
    bin: facts.card?.bin,
    storedCard: facts.card?.storedCard,
    pos: facts.pos?.alias ?? facts.pos?.name,
    fraud: facts.fraud?.action,
    authCode: facts.authCode,
  }
}
