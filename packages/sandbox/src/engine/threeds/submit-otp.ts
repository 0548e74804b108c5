import { ApiError } from '../../errors/api-error'
import type { BrowserPost, ThreeDSStep } from '../../hosted-page-service'
import { isClosed } from '../checkouts/find-checkout'
import { returnForm } from '../checkouts/return-form'
import { merchantOf, type SandboxContext } from '../context'
import { requirePayment } from '../payments/find-payment'
import { fail } from '../payments/finish-payment'
import type { Payment } from '../payments/payment'
import { type CallbackFacts, callbackV1, callbackV2, returnPost } from './callback'

import type { ThreeDSession } from './session'
import { CANCELLED, mdStatusOf, verify } from './verify'

/** The one-time code that the bank's page sends to every test card. */
export const ONE_TIME_CODE = '283126'
const MAX_TRIES = 3

export type Answer = { readonly code: string } | { readonly cancel: true }

/** The shopper's answer at the bank's page. A second answer of a finished page changes nothing. */
export function submitOtp(ctx: SandboxContext, session: ThreeDSession, answer: Answer): ThreeDSStep {
  const payment = requirePayment(ctx, session.merchant, session.paymentId)
  if (session.answered) return nextStep(ctx, session, payment, true)
  const isProved = 'code' in answer && answer.code.trim() === ONE_TIME_CODE
  if ('code' in answer && !isProved) {
    session.wrongCodes += 1
    if (session.wrongCodes < MAX_TRIES) return { kind: 'wrong-code' }
  }
  session.answered = true
  if (session.checkoutToken !== undefined && isClosed(ctx, session.checkoutToken)) fail(payment, CLOSED)
  else verify(ctx, payment, mdStatusOf(payment, isProved), 'cancel' in answer ? CANCELLED : undefined)
  return nextStep(ctx, session, payment, false)
}

function nextStep(
  ctx: SandboxContext,
  session: ThreeDSession,
  payment: Payment,
  again: boolean,
): ThreeDSStep {
  const { checkoutToken } = session
  if (checkoutToken !== undefined && payment.status === 'FAILURE')
    return { kind: 'hosted', token: checkoutToken }
  const callback =
    checkoutToken === undefined ? apiCallback(ctx, session, payment, again) : hosted(ctx, checkoutToken)
  // A bank whose answer has not come has not sent the shopper of an API payment back either.
  const stays = checkoutToken === undefined && payment.status === 'INIT_THREEDS'
  return { kind: 'callback', callback: stays ? { ...callback, lost: true } : returnPost(ctx, callback) }
}

function hosted(ctx: SandboxContext, token: string): BrowserPost {
  const checkout = ctx.state.checkouts.find((candidate) => candidate.token === token)
  return checkout ? returnForm(checkout) : { url: ctx.url(), fields: { token } }
}

function apiCallback(
  ctx: SandboxContext,
  session: ThreeDSession,
  payment: Payment,
  again: boolean,
): BrowserPost {
  const { callbackKey } = merchantOf(ctx, session.merchant)
  const facts = again ? alreadyReturned(payment) : verified(payment)
  if (payment.cardVerification) return { url: session.callbackUrl ?? ctx.url(), fields: proved(payment) }
  const fields =
    session.callbackVersion === 2 ? callbackV2(callbackKey, facts) : callbackV1(callbackKey, facts)
  return { url: session.callbackUrl ?? ctx.url(), fields }
}

/**
 * What a card verification tells the merchant. The portal does not say, so nothing but the answer's own fields; who
 * wants proof finds the card by its keys.
 */
const proved = ({ status, conversationId = '', card }: Payment): Record<string, string> => ({
  cardVerifyStatus: status === 'SUCCESS' ? 'SUCCESS' : 'FAILURE',
  conversationId,
  cardUserKey: (status === 'SUCCESS' && card?.cardUserKey) || '',
  cardToken: card?.cardToken ?? '',
})

/** The payment id comes with a successful verification only, says the portal. */
function verified(payment: Payment): CallbackFacts {
  const { conversationId, mdStatus, id } = payment
  if (payment.status === 'FAILURE') return { status: 'FAILURE', conversationId, mdStatus }
  const completeStatus = payment.status === 'SUCCESS' ? 'COMPLETED' : 'WAITING'
  return { status: 'SUCCESS', completeStatus, paymentId: id, conversationId, mdStatus }
}

const alreadyReturned = ({ id, conversationId, mdStatus }: Payment): CallbackFacts => ({
  status: 'FAILURE',
  callbackStatus: 'ALREADY_RETURNED',
  paymentId: id,
  conversationId,
  mdStatus,
})

const CLOSED = ApiError.invalid('4012', {
  tr: 'Ödeme formu kapanmış',
  en: 'The payment page was closed meanwhile',
})
