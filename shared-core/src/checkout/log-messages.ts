import { toDecimal } from '../money'
import { type Difference, type ErrorFacts, type PaymentFacts } from '../payment'

// What a record says of itself, in words a merchant can read. No personal data.

type Amount = Pick<PaymentFacts, 'paymentId' | 'price'>

export const paidNote = (what: string, facts: Amount): string =>
  `Payment ${facts.paymentId} ${what}: ${amountOf(facts)}`

/** Craftgate leaves the money of a payment that was found to be fraud where it is, so the merchant is told what to do. */
export const reviewNote = (facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} is under fraud review: ${amountOf(facts)}. Decide in the Craftgate panel; if it is fraud, cancel the payment in the shop`

const amountOf = ({ price }: Amount): string => `${toDecimal(price)} ${price.currency}`

export const declinedNote = ({ code, group }: ErrorFacts): string =>
  `Declined: ${group ?? 'no error group'} (${code})`

export const unexpectedNote = (facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} of ${amountOf(facts)} came for an order that cannot take it any more`

export const lostNote = (facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} of ${amountOf(facts)} was taken by an order that changed in the same moment and cannot hold it`

export const REPAIRED = 'the order had lost it and holds it again'

export const mismatchNote = (facts: PaymentFacts, differences: readonly Difference[]): string =>
  `Payment ${facts.paymentId} is not what was started: ${differences.map(describe).join('; ')}`

const describe = ({ field, expected, actual }: Difference): string =>
  `${field} ${actual || 'missing'} instead of ${expected}`
