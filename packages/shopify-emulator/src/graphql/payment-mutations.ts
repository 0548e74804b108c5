import { finishPayment } from '../sessions/finish-payment'
import type { PaymentSession } from '../sessions/payment-session'
import type { CallContext, Resolver, UserError } from './call-context'
import { paymentErrors, paymentPayload } from './payment-payload'
import { pendingExpiryError } from './pending-expiry'

type Id = { readonly id: string }
type Resolve = Id & { readonly authorizationExpiresAt?: string }
type Reject = Id & {
  readonly reason: { readonly code: string; readonly merchantMessage?: string; readonly source?: string }
}
type Pending = Id & { readonly pendingExpiresAt: string; readonly reason: string }

/** The words of Shopify itself. */
export const CONFLICT =
  'Payment session has already been resolved with a different authentication, has already been rejected, or the response to start_payment_session request has not been received.'
const PENDING_CONFLICT = 'Payment session has already been resolved or rejected.'
const NOT_FOUND = "Payment session doesn't exist."

const error = (message: string, code?: string): UserError => ({ field: ['id'], message, code })

const resolve: Resolver<Resolve> = ({ id, authorizationExpiresAt }, context) => {
  const session = find(id, context)
  if (!session) return paymentErrors(error(NOT_FOUND))
  const expiry = session.kind === 'authorization' ? { authorizationExpiresAt } : {}
  const finished = finishPayment(context.world, session, { to: 'resolved', facts: expiry })
  return finished === 'conflict' ? paymentErrors(error(CONFLICT)) : paymentPayload(session)
}

const reject: Resolver<Reject> = ({ id, reason: { code, merchantMessage, source } }, context) => {
  const session = find(id, context)
  if (!session) return paymentErrors(error(NOT_FOUND))
  const facts = { reason: code, merchantMessage, source }
  const finished = finishPayment(context.world, session, { to: 'rejected', facts })
  return finished === 'conflict' ? paymentErrors(error(CONFLICT)) : paymentPayload(session)
}

const pending: Resolver<Pending> = ({ id, pendingExpiresAt, reason }, context) => {
  const session = find(id, context)
  if (!session) return paymentErrors(error(NOT_FOUND, 'NOT_FOUND'))
  if (session.state === 'pending') return paymentPayload(session)
  const wrong = pendingExpiryError(pendingExpiresAt, context.world.clock.now())
  if (wrong) return paymentErrors(wrong)
  const facts = { pendingReason: reason, pendingExpiresAt }
  const finished = finishPayment(context.world, session, { to: 'pending', facts })
  if (finished !== 'conflict') return paymentPayload(session)
  return paymentErrors(error(PENDING_CONFLICT, 'PENDING_INVALID_STATE'))
}

/** A mutation that offsite apps do not have. */
const refused =
  (notFoundCode: string, code: string, message: string): Resolver<Id> =>
  ({ id }, context) =>
    paymentErrors(find(id, context) ? error(message, code) : error(NOT_FOUND, notFoundCode))

function find(gid: string, { world, shop }: CallContext): PaymentSession | undefined {
  return world.state.sessions.find((session) => session.gid === gid && session.shop === shop)
}

export const paymentMutations = {
  paymentSessionResolve: resolve,
  paymentSessionReject: reject,
  paymentSessionPending: pending,
  paymentSessionConfirm: refused(
    'PAYMENT_SESSION_NOT_FOUND',
    'CONFIRMATION_NOT_SUPPORTED',
    'Confirmation flow requirements are not configured completely for this payment app.',
  ),
  paymentSessionRedirect: refused(
    'PAYMENT_SESSION_NOT_FOUND',
    'REDIRECT_NOT_SUPPORTED_FOR_OFFSITE',
    'Redirect is not expected for offsite payments processing flow.',
  ),
  paymentSessionModal: refused(
    'PAYMENT_SESSION_NOT_FOUND',
    'UNSUPPORTED_PAYMENT_METHOD_FOR_MODAL',
    'Modal is not supported for this payment method.',
  ),
}
