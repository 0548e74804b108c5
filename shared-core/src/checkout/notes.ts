import { toDecimal } from '../money'
import { type Difference, type ErrorFacts, type PaymentFacts } from '../payment'

// What a record says of itself, in words a merchant can read. No personal data.

export const paidNote = (what: string, facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} ${what}: ${toDecimal(facts.price)} ${facts.price.currency}`

export const declinedNote = ({ code, group }: ErrorFacts): string =>
  `Declined: ${group ?? 'no error group'} (${code})`

export const orphanNote = (facts: PaymentFacts): string =>
  `Payment ${facts.paymentId} of ${toDecimal(facts.price)} ${facts.price.currency} came for an order that cannot take it any more`

export const mismatchNote = (facts: PaymentFacts, differences: readonly Difference[]): string =>
  `Payment ${facts.paymentId} is not what was started: ${differences.map(describe).join('; ')}`

const describe = ({ field, expected, actual }: Difference): string =>
  `${field} ${actual || 'missing'} instead of ${expected}`
