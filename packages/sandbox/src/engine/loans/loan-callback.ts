import type { Payment } from '../payments/payment'
import { hashedForm } from '../threeds/callback'

/**
 * The form that brings a shopper back from a lender (developer.craftgate.io/api/bnpl-payments/callback), hashed as
 * version 2: `hashParams` names the parts. The page lists no `status`, but says that a repeat has one, and the example of
 * security-recommendations hashes it; so it is always there.
 */
export function loanCallback(
  callbackKey: string,
  { id, status, conversationId = '', loan }: Payment,
  again: boolean,
): Record<string, string> {
  return hashedForm(callbackKey, {
    status: again || status === 'FAILURE' ? 'FAILURE' : 'SUCCESS',
    callbackStatus: again ? 'ALREADY_RETURNED' : '',
    paymentId: String(id),
    paymentStatus: status,
    additionalAction: loan?.action ?? 'NONE',
    conversationId,
  })
}
