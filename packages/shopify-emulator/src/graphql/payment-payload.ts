import type { PaymentSession, PaymentState } from '../context/payment-session'
import type { UserError } from './resolver'

/** What the app reads back of a payment session. */
export function paymentPayload(session: PaymentSession) {
  const { gid: id, authorizationExpiresAt, pendingExpiresAt, nextActionUrl } = session
  return {
    paymentSession: {
      id,
      state: stateOf(session),
      nextAction: nextActionUrl === undefined ? null : redirectTo(nextActionUrl),
      authorizationExpiresAt: authorizationExpiresAt ?? null,
      pendingExpiresAt: pendingExpiresAt ?? null,
    },
    userErrors: [],
  }
}

export const paymentErrors = (...userErrors: readonly UserError[]) => ({ paymentSession: null, userErrors })

const redirectTo = (redirectUrl: string) => ({
  action: 'REDIRECT',
  context: { __typename: 'PaymentSessionActionsRedirect', redirectUrl },
})

const types: Record<PaymentState, string> = {
  // The schema has no word for "open"; nothing returns such a session.
  open: 'PaymentSessionStateRedirecting',
  pending: 'PaymentSessionStatePending',
  resolved: 'PaymentSessionStateResolved',
  rejected: 'PaymentSessionStateRejected',
}

const codes: Record<PaymentState, string> = {
  open: 'REDIRECTING',
  pending: 'PENDING',
  resolved: 'RESOLVED',
  rejected: 'REJECTED',
}

function stateOf({ state, reason, pendingReason, merchantMessage, source }: PaymentSession) {
  return {
    __typename: types[state],
    code: codes[state],
    reason: state === 'pending' ? pendingReason : reason,
    merchantMessage: merchantMessage ?? null,
    source: source ?? null,
  }
}
