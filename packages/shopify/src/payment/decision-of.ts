import type { HeldOutcome } from '@craftgate-commerce/core'
import type { Told } from '../telling/decision'
import { authorizationExpiresAt, pendingExpiresAt } from './authorization-limit'

/** What Shopify is told of a payment whose money comes later. */
export const pendingUntilPaid = (now: Date): Told => ({
  operation: 'paymentSessionPending',
  pendingExpiresAt: pendingExpiresAt(now),
  reason: 'BUYER_ACTION_REQUIRED',
})

/** What Shopify is told of a payment that holds the shopper's money. */
export function decisionOf({ kind }: HeldOutcome, now: Date): Told {
  switch (kind) {
    case 'captured':
      return { operation: 'paymentSessionResolve' }
    case 'authorized':
      return { operation: 'paymentSessionResolve', authorizationExpiresAt: authorizationExpiresAt(now) }
    case 'review':
      return {
        operation: 'paymentSessionPending',
        pendingExpiresAt: pendingExpiresAt(now),
        reason: 'MERCHANT_ACTION_REQUIRED',
      }
  }
}
