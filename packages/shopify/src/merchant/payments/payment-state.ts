import { type CheckoutState, type ShopperOutcome, shopperOutcome } from '@craftgate-commerce/core'
import type { SessionRow } from '../../database'
import type { Operation, Told } from '../../telling/decision'
import type { Tone } from '../page/marks'

/** How a payment stands, in one word for the merchant. */
export type PaymentState =
  | 'open'
  | 'declined'
  | 'expired'
  | 'telling'
  | 'paid'
  | 'authorized'
  | 'voided'
  | 'review'
  | 'promised'
  | 'rejected'
  | 'elsewhere'
  | 'refunding'
  | 'refunded'
  | 'needs-review'
  | 'stalled'
  | 'refused'

export interface Standing {
  readonly session: Pick<SessionRow, 'decision' | 'told' | 'decline'>
  /** Which session's payment holds the checkout. */
  readonly claim?: 'this' | 'other'
  /** Of the newest attempt. */
  readonly attempt?: CheckoutState
  /** Refunds, captures and voids of it that happened. */
  readonly followed?: readonly Pick<SessionRow, 'kind'>[]
}

/** What Shopify knows comes first; before it knows anything, what Craftgate and the shopper did. */
export function paymentState({ session, claim, attempt, followed = [] }: Standing): PaymentState {
  const { told, decision, decline } = session
  if (told === 'stalled' || told === 'refused') return told
  if (decision !== null) return told === null ? 'telling' : toldState(decision, followed)
  if (claim === 'this') return 'telling'
  const outcome = UNDECIDED[shopperOutcome(attempt ?? 'created', decline !== null)]
  return claim === 'other' && !isMoneyAstray(outcome) ? 'elsewhere' : outcome
}

/** An authorization is over when it was captured or voided. */
function toldState(decision: Told, followed: readonly Pick<SessionRow, 'kind'>[]): PaymentState {
  const state = TOLD_STATES[operationOf(decision)]
  if (state !== 'authorized') return state
  if (followed.some(({ kind }) => kind === 'capture')) return 'paid'
  return followed.some(({ kind }) => kind === 'void') ? 'voided' : state
}

function operationOf(decision: Told): Operation | 'authorized' | 'promised' {
  if ('authorizationExpiresAt' in decision && decision.authorizationExpiresAt !== undefined)
    return 'authorized'
  const waitsForBuyer = 'reason' in decision && decision.reason === 'BUYER_ACTION_REQUIRED'
  return waitsForBuyer ? 'promised' : decision.operation
}

/** A payment is decided by the first three; the others end refunds, captures and voids. */
const TOLD_STATES: Readonly<Record<Operation | 'authorized' | 'promised', PaymentState>> = {
  authorized: 'authorized',
  promised: 'promised',
  paymentSessionResolve: 'paid',
  paymentSessionPending: 'review',
  paymentSessionReject: 'rejected',
  refundSessionResolve: 'paid',
  captureSessionResolve: 'paid',
  voidSessionResolve: 'paid',
  refundSessionReject: 'rejected',
  captureSessionReject: 'rejected',
  voidSessionReject: 'rejected',
}

/** Money that Craftgate took already is about to be decided on. */
const UNDECIDED: Readonly<Record<ShopperOutcome, PaymentState>> = {
  waiting: 'open',
  declined: 'declined',
  expired: 'expired',
  paid: 'telling',
  authorized: 'telling',
  in_review: 'telling',
  refunding: 'refunding',
  refunded: 'refunded',
  'needs-review': 'needs-review',
}

const isMoneyAstray = (state: PaymentState): boolean =>
  state === 'refunding' || state === 'refunded' || state === 'needs-review'

export const PAYMENT_TONES: Readonly<Record<PaymentState, Tone>> = {
  open: 'calm',
  declined: 'warn',
  expired: 'calm',
  telling: 'warn',
  paid: 'good',
  authorized: 'good',
  voided: 'calm',
  review: 'warn',
  promised: 'calm',
  rejected: 'bad',
  elsewhere: 'calm',
  refunding: 'warn',
  refunded: 'calm',
  'needs-review': 'warn',
  stalled: 'bad',
  refused: 'bad',
}
