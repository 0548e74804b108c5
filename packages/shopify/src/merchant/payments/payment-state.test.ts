import { tr } from '../words/tr'
import { moneySessionState } from './money-session-state'
import { PAYMENT_TONES, paymentState, type Standing } from './payment-state'

const EXPIRES = '2026-12-01T00:00:00.000Z'
const RESOLVE = { operation: 'paymentSessionResolve' } as const
const AUTHORIZE = { operation: 'paymentSessionResolve', authorizationExpiresAt: EXPIRES } as const
const PENDING = {
  operation: 'paymentSessionPending',
  pendingExpiresAt: EXPIRES,
  reason: 'MERCHANT_ACTION_REQUIRED',
} as const
const followedBy = (kind: 'refund' | 'capture' | 'void') => ({
  decision: AUTHORIZE,
  told: 'accepted' as const,
  followed: [{ kind }],
})
const because = { code: 'PROCESSING_ERROR', merchantMessage: '' } as const
const REJECT = { operation: 'paymentSessionReject', reason: because } as const

type Facts = Partial<Standing['session']> & Omit<Standing, 'session'>

const stateOf = ({ claim, attempt, followed, ...session }: Facts) =>
  paymentState({
    session: { decision: null, told: null, decline: null, ...session },
    claim,
    attempt,
    followed,
  })

test.each<[string, string, Facts]>([
  ['nobody paid yet', 'open', {}],
  ['the page is open', 'open', { attempt: 'open' }],
  ['a card was declined', 'declined', { attempt: 'open', decline: 'DECLINED' }],
  ['nobody paid in time', 'expired', { attempt: 'expired' }],
  ['the money is here, nothing is decided', 'telling', { attempt: 'captured' }],
  ['the money holds the checkout', 'telling', { claim: 'this' }],
  ['decided, not told', 'telling', { decision: RESOLVE, claim: 'this' }],
  ['paid', 'paid', { decision: RESOLVE, told: 'accepted', claim: 'this' }],
  ['authorized', 'authorized', { decision: AUTHORIZE, told: 'accepted', claim: 'this' }],
  ['authorized, then captured', 'paid', followedBy('capture')],
  ['authorized, then voided', 'voided', followedBy('void')],
  ['under review', 'review', { decision: PENDING, told: 'accepted', claim: 'this' }],
  ['promised', 'promised', { decision: { ...PENDING, reason: 'BUYER_ACTION_REQUIRED' }, told: 'accepted' }],
  ['rejected', 'rejected', { decision: REJECT, told: 'accepted' }],
  ['paid in another tab', 'elsewhere', { claim: 'other', attempt: 'open' }],
  ['the money of a second tab is on its way back', 'refunding', { claim: 'other', attempt: 'refunding' }],
  ['the money of a second tab is back', 'refunded', { claim: 'other', attempt: 'refunded' }],
  ['the money of a second tab was kept', 'needs-review', { claim: 'other', attempt: 'needs-review' }],
  ['24 hours were not enough', 'stalled', { decision: RESOLVE, told: 'stalled', claim: 'this' }],
  ['Shopify will never take it', 'refused', { decision: RESOLVE, told: 'refused' }],
])('%s: %s', (_, state, facts) => {
  expect(stateOf(facts)).toBe(state)
})

test('every state has a word and a colour', () => {
  expect(Object.keys(PAYMENT_TONES).sort()).toEqual(Object.keys(tr.states).sort())
})

test('a refund, capture or void goes on until Shopify has its end', () => {
  const decision = { operation: 'refundSessionResolve' } as const
  expect(moneySessionState({ decision: null, told: null })).toBe('pending')
  expect(moneySessionState({ decision, told: null })).toBe('pending')
  expect(moneySessionState({ decision, told: 'accepted' })).toBe('done')
  expect(moneySessionState({ decision: null, told: 'stalled' })).toBe('stalled')
  expect(moneySessionState({ decision, told: 'refused' })).toBe('stalled')
  const rejected = { operation: 'refundSessionReject', reason: because } as const
  expect(moneySessionState({ decision: rejected, told: 'accepted' })).toBe('rejected')
})
