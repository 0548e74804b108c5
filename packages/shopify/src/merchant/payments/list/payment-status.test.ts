import { tr } from '../../i18n/tr'
import { PAYMENT_VARIANTS, type PaymentStatusInput, paymentStatus, transactionStatus } from './payment-status'

const EXPIRES = '2026-12-01T00:00:00.000Z'
const RESOLVE = { mutation: 'paymentSessionResolve' } as const
const AUTHORIZE = { mutation: 'paymentSessionResolve', authorizationExpiresAt: EXPIRES } as const
const PENDING = {
  mutation: 'paymentSessionPending',
  pendingExpiresAt: EXPIRES,
  reason: 'MERCHANT_ACTION_REQUIRED',
} as const
const followedBy = (kind: 'refund' | 'capture' | 'void') => ({
  resolution: AUTHORIZE,
  syncStatus: 'synced' as const,
  followed: [{ kind }],
})
const because = { code: 'PROCESSING_ERROR', merchantMessage: '' } as const
const REJECT = { mutation: 'paymentSessionReject', reason: because } as const

type Facts = Partial<PaymentStatusInput['session']> & Omit<PaymentStatusInput, 'session'>

const stateOf = ({ winner, attempt, followed, ...session }: Facts) =>
  paymentStatus({
    session: { resolution: null, syncStatus: null, decline: null, ...session },
    winner,
    attempt,
    followed,
  })

test.each<[string, string, Facts]>([
  ['nobody paid yet', 'open', {}],
  ['the page is open', 'open', { attempt: 'open' }],
  ['a card was declined', 'declined', { attempt: 'open', decline: 'DECLINED' }],
  ['nobody paid in time', 'expired', { attempt: 'expired' }],
  ['the money is here, not resolved yet', 'syncing', { attempt: 'captured' }],
  ['the money holds the checkout', 'syncing', { winner: 'this' }],
  ['resolved, Shopify does not know yet', 'syncing', { resolution: RESOLVE, winner: 'this' }],
  ['paid', 'paid', { resolution: RESOLVE, syncStatus: 'synced', winner: 'this' }],
  ['authorized', 'authorized', { resolution: AUTHORIZE, syncStatus: 'synced', winner: 'this' }],
  ['authorized, then captured', 'paid', followedBy('capture')],
  ['authorized, then voided', 'voided', followedBy('void')],
  ['under review', 'review', { resolution: PENDING, syncStatus: 'synced', winner: 'this' }],
  [
    'awaiting-funds',
    'awaiting-funds',
    { resolution: { ...PENDING, reason: 'BUYER_ACTION_REQUIRED' }, syncStatus: 'synced' },
  ],
  ['rejected', 'rejected', { resolution: REJECT, syncStatus: 'synced' }],
  ['paid in another tab', 'paid-by-another-session', { winner: 'other', attempt: 'open' }],
  ['the money of a second tab is on its way back', 'refunding', { winner: 'other', attempt: 'refunding' }],
  ['the money of a second tab is back', 'refunded', { winner: 'other', attempt: 'refunded' }],
  ['the money of a second tab was kept', 'needs-review', { winner: 'other', attempt: 'needs-review' }],
  [
    '24 hours were not enough',
    'sync-exhausted',
    { resolution: RESOLVE, syncStatus: 'exhausted', winner: 'this' },
  ],
  ['Shopify will never take it', 'sync-rejected', { resolution: RESOLVE, syncStatus: 'rejected' }],
])('%s: %s', (_, state, facts) => {
  expect(stateOf(facts)).toBe(state)
})

test('every state has a word and a colour', () => {
  expect(Object.keys(PAYMENT_VARIANTS).sort()).toEqual(Object.keys(tr.states).sort())
})

test('a refund, capture or void goes on until Shopify has its end', () => {
  const resolution = { mutation: 'refundSessionResolve' } as const
  expect(transactionStatus({ resolution: null, syncStatus: null })).toBe('pending')
  expect(transactionStatus({ resolution, syncStatus: null })).toBe('pending')
  expect(transactionStatus({ resolution, syncStatus: 'synced' })).toBe('done')
  expect(transactionStatus({ resolution: null, syncStatus: 'exhausted' })).toBe('exhausted')
  expect(transactionStatus({ resolution, syncStatus: 'rejected' })).toBe('exhausted')
  const rejected = { mutation: 'refundSessionReject', reason: because } as const
  expect(transactionStatus({ resolution: rejected, syncStatus: 'synced' })).toBe('rejected')
})
