import type { CheckoutState } from '@craftgate-commerce/core'
import { type ShopperOutcome, shopperOutcome } from '@craftgate-commerce/core/adapter'
import { type Tone } from '@craftgate-commerce/panel/ui'
import type { SessionRow } from '../../../database'
import { isReject, type MutationName, type SessionResolution } from '../../../shopify-api'

/** How a payment stands, in one word for the merchant. */
export type PaymentStatus =
  | 'open'
  | 'declined'
  | 'expired'
  | 'syncing'
  | 'paid'
  | 'authorized'
  | 'voided'
  | 'review'
  | 'awaiting-funds'
  | 'rejected'
  | 'paid-by-another-session'
  | 'refunding'
  | 'refunded'
  | 'needs-review'
  | 'sync-exhausted'
  | 'sync-rejected'

export interface PaymentStatusInput {
  readonly session: Pick<SessionRow, 'resolution' | 'syncStatus' | 'decline'>
  /** Which session's payment holds the checkout. */
  readonly winner?: 'this' | 'other'
  /** Of the newest attempt. */
  readonly attempt?: CheckoutState
  /** Refunds, captures and voids of it that happened. */
  readonly followed?: readonly Pick<SessionRow, 'kind'>[]
}

/** What Shopify knows comes first; before it knows anything, what Craftgate and the shopper did. */
export function paymentStatus({
  session,
  winner,
  attempt,
  followed = [],
}: PaymentStatusInput): PaymentStatus {
  const { syncStatus, resolution, decline } = session
  if (syncStatus === 'exhausted' || syncStatus === 'rejected') return `sync-${syncStatus}`
  if (resolution !== null) return syncStatus === null ? 'syncing' : reportedStatus(resolution, followed)
  if (winner === 'this') return 'syncing'
  const outcome = UNRESOLVED[shopperOutcome(attempt ?? 'created', decline !== null)]
  return winner === 'other' && !isUnexpectedPayment(outcome) ? 'paid-by-another-session' : outcome
}

/** An authorization is over when it was captured or voided. */
function reportedStatus(
  resolution: SessionResolution,
  followed: readonly Pick<SessionRow, 'kind'>[],
): PaymentStatus {
  const state = STATUS_OF[reportedAs(resolution)]
  if (state !== 'authorized') return state
  if (followed.some(({ kind }) => kind === 'capture')) return 'paid'
  return followed.some(({ kind }) => kind === 'void') ? 'voided' : state
}

function reportedAs(resolution: SessionResolution): MutationName | 'authorized' | 'awaiting-funds' {
  if ('authorizationExpiresAt' in resolution && resolution.authorizationExpiresAt !== undefined)
    return 'authorized'
  const waitsForBuyer = 'reason' in resolution && resolution.reason === 'BUYER_ACTION_REQUIRED'
  return waitsForBuyer ? 'awaiting-funds' : resolution.mutation
}

/** A payment is decided by the first three; the others end refunds, captures and voids. */
const STATUS_OF: Readonly<Record<MutationName | 'authorized' | 'awaiting-funds', PaymentStatus>> = {
  authorized: 'authorized',
  'awaiting-funds': 'awaiting-funds',
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
const UNRESOLVED: Readonly<Record<ShopperOutcome, PaymentStatus>> = {
  waiting: 'open',
  declined: 'declined',
  expired: 'expired',
  paid: 'syncing',
  authorized: 'syncing',
  in_review: 'syncing',
  refunding: 'refunding',
  refunded: 'refunded',
  needs_review: 'needs-review',
}

const isUnexpectedPayment = (state: PaymentStatus): boolean =>
  state === 'refunding' || state === 'refunded' || state === 'needs-review'

export const PAYMENT_VARIANTS: Readonly<Record<PaymentStatus, Tone>> = {
  open: 'calm',
  declined: 'warn',
  expired: 'calm',
  syncing: 'warn',
  paid: 'good',
  authorized: 'good',
  voided: 'calm',
  review: 'warn',
  'awaiting-funds': 'calm',
  rejected: 'bad',
  'paid-by-another-session': 'calm',
  refunding: 'warn',
  refunded: 'calm',
  'needs-review': 'warn',
  'sync-exhausted': 'bad',
  'sync-rejected': 'bad',
}

/** How a refund, capture or void stands. What Shopify rejected waits for a person, like what it never heard. */
export type TransactionStatus = 'pending' | 'done' | 'rejected' | 'exhausted'

export function transactionStatus({
  syncStatus,
  resolution,
}: Pick<SessionRow, 'syncStatus' | 'resolution'>): TransactionStatus {
  if (syncStatus === 'exhausted' || syncStatus === 'rejected') return 'exhausted'
  if (syncStatus === null || resolution === null) return 'pending'
  return isReject(resolution) ? 'rejected' : 'done'
}

export const TRANSACTION_VARIANTS: Readonly<Record<TransactionStatus, Tone>> = {
  pending: 'warn',
  done: 'good',
  rejected: 'bad',
  exhausted: 'bad',
}
