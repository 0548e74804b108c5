import { waitsForLoanApproval } from '../checkout/loan'
import type { Localized } from '../messages/localized'
import { knownMethods, type MethodName, paymentMethod } from '../methods'
import { toDecimal } from '../money'
import type { CheckoutRecord, CheckoutState } from '../platform'

/**
 * applying: with the lender. granted: the shop approves it next. paid: the order is. ended: refused, given up, or out of time.
 * returned: the money went back, or is on its way. unsettled: it was paid, and no order took it; the shop decides.
 */
export type OwnLoanState = 'applying' | 'granted' | 'paid' | 'ended' | 'returned' | 'unsettled'

/** A customer's application for a shopping loan, as they may see it; amounts are decimal text. */
export interface OwnLoan {
  readonly reference: string
  readonly lender: MethodName
  readonly label: Localized
  readonly amount: string
  readonly currency: string
  readonly state: OwnLoanState
  readonly appliedAt: Date
}

const STATES: Readonly<Record<CheckoutState, OwnLoanState>> = {
  created: 'applying',
  open: 'applying',
  review: 'applying',
  authorized: 'paid',
  captured: 'paid',
  expired: 'ended',
  refunding: 'returned',
  refunded: 'returned',
  'needs-review': 'unsettled',
}

/** `CheckoutRecord.method` of attempts that are applications for a loan. */
export const LOAN_METHODS: readonly MethodName[] = knownMethods().flatMap(({ name, group }) =>
  group === 'shopping-loan' ? [name] : [],
)

/** Those among a customer's attempts that are applications, in their order. Whose they are the shop has made sure of. */
export function ownLoans(records: readonly CheckoutRecord[]): readonly OwnLoan[] {
  return records.flatMap((record) => {
    const { method, reference, expected, createdAt: appliedAt, state } = record
    const label = paymentMethod(method)?.label
    if (method === undefined || label === undefined || !LOAN_METHODS.includes(method)) return []
    const loan = {
      reference,
      lender: method,
      label,
      amount: toDecimal(expected),
      currency: expected.currency,
    }
    return [{ ...loan, state: waitsForLoanApproval(record) ? 'granted' : STATES[state], appliedAt }]
  })
}
