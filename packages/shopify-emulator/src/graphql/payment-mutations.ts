import type { PaymentSession } from '../context/payment-session'
import { finishPayment } from '../payment-sessions/finish-session'
import { paymentErrors, paymentPayload } from './payment-payload'
import type { Caller, Resolver, UserError } from './resolver'

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

const resolve: Resolver<Resolve> = ({ id, authorizationExpiresAt }, caller) => {
  const session = find(id, caller)
  if (!session) return paymentErrors(error(NOT_FOUND))
  const expiry = session.kind === 'authorization' ? { authorizationExpiresAt } : {}
  const finished = finishPayment(caller.ctx, session, { to: 'resolved', facts: expiry })
  return finished === 'conflict' ? paymentErrors(error(CONFLICT)) : paymentPayload(session)
}

const reject: Resolver<Reject> = ({ id, reason: { code, merchantMessage, source } }, caller) => {
  const session = find(id, caller)
  if (!session) return paymentErrors(error(NOT_FOUND))
  const facts = { reason: code, merchantMessage, source }
  const finished = finishPayment(caller.ctx, session, { to: 'rejected', facts })
  return finished === 'conflict' ? paymentErrors(error(CONFLICT)) : paymentPayload(session)
}

const pending: Resolver<Pending> = ({ id, pendingExpiresAt, reason }, caller) => {
  const session = find(id, caller)
  if (!session) return paymentErrors(error(NOT_FOUND, 'NOT_FOUND'))
  if (session.state === 'pending') return paymentPayload(session)
  const wrong = pendingExpiryError(pendingExpiresAt, caller.ctx.clock.now())
  if (wrong) return paymentErrors(wrong)
  const facts = { pendingReason: reason, pendingExpiresAt }
  const finished = finishPayment(caller.ctx, session, { to: 'pending', facts })
  if (finished !== 'conflict') return paymentPayload(session)
  return paymentErrors(error(PENDING_CONFLICT, 'PENDING_INVALID_STATE'))
}

/** The documents recommend 3 days; the limit itself is not published. A minute more for the app's own clock. */
const PENDING_LIMIT_MS = 3 * 24 * 60 * 60 * 1000 + 60_000

function pendingExpiryError(pendingExpiresAt: string, now: number): UserError | undefined {
  const left = Date.parse(pendingExpiresAt) - now
  if (left <= 0)
    return expiryError('EXPIRED_PENDING_EXPIRES_AT', "Pending expiry date can't be a time in the past.")
  if (left <= PENDING_LIMIT_MS) return undefined
  return expiryError(
    'OUT_OF_RANGE_PENDING_EXPIRES_AT',
    'Pending expiry date has exceeded the default pending expiry limit.',
  )
}

const expiryError = (code: string, message: string): UserError => ({
  ...{ field: ['pendingExpiresAt'], message, code },
})

/** A mutation that offsite apps do not have. */
const refused =
  (notFoundCode: string, code: string, message: string): Resolver<Id> =>
  ({ id }, caller) =>
    paymentErrors(find(id, caller) ? error(message, code) : error(NOT_FOUND, notFoundCode))

function find(gid: string, { ctx, shop }: Caller): PaymentSession | undefined {
  return ctx.state.sessions.find((session) => session.gid === gid && session.shop === shop)
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
