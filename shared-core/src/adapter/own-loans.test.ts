import { loanApprovalNote } from '../messages/checkout'
import { paymentMethod } from '../methods'
import { money } from '../money'
import type { CheckoutRecord } from '../platform'
import { LOAN_METHODS, ownLoans } from './own-loans'

const record = (over: Partial<CheckoutRecord>): CheckoutRecord => ({
  ...{ id: 'cg-1', reference: 'r1', attempt: 1, account: 'tr:live', order: 'o1', context: {}, phase: 'AUTH' },
  ...{ state: 'open', expected: money(124_990, 'TRY'), paymentIds: [], version: 1, method: 'HASO' },
  ...{ createdAt: new Date(1), updatedAt: new Date(2), stateSince: new Date(1) },
  ...over,
})

test('only loans are told, each with its lender, its amount and how it stands', () => {
  const waiting = { note: loanApprovalNote(money(124_990, 'TRY')) }
  const all = ownLoans([
    record({ note: 'secret of the merchant' }),
    record(waiting),
    record({ state: 'captured' }),
    record({ state: 'expired' }),
    record({ state: 'refunding' }),
    record({ state: 'needs-review' }),
    record({ method: 'CARD' }),
    record({ method: undefined }),
  ])
  expect(all.map(({ state }) => state)).toEqual([
    ...['applying', 'granted', 'paid', 'ended', 'returned', 'unsettled'],
  ])
  expect(all[0]).toEqual({
    ...{ reference: 'r1', lender: 'HASO', label: paymentMethod('HASO')?.label, state: 'applying' },
    ...{ amount: '1249.90', currency: 'TRY', appliedAt: new Date(1) },
  })
})

test('every lender of the table is one', () => {
  expect(LOAN_METHODS).toEqual(expect.arrayContaining(['HASO', 'ZIP', 'PAYCELL']))
  expect(LOAN_METHODS).not.toContain('CARD')
})
