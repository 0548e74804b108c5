import type { BrowserPost, ThreeDSStep } from '../../desk'
import { ApiError } from '../../errors/api-error'
import { checkoutState } from '../checkouts/checkout-state'
import { returnPost } from '../desk/return-post'
import { requirePayment } from '../payments/find-payment'
import type { Payment } from '../payments/payment'
import { fail } from '../payments/settle-payment'
import { merchantOf, type World } from '../world'
import { type CallbackFacts, callbackV1, callbackV2 } from './callback'
import type { ThreeDSession } from './session'
import { mdStatusOf, verify } from './verify'

/** The one-time code that the bank's page sends to every test card. */
export const ONE_TIME_CODE = '283126'
const MAX_TRIES = 3

export type Answer = { readonly code: string } | { readonly cancel: true }

/** The shopper's answer at the bank's page. A second answer of a finished page changes nothing. */
export function answerThreeDS(world: World, session: ThreeDSession, answer: Answer): ThreeDSStep {
  const payment = requirePayment(world, session.merchant, session.paymentId)
  if (session.answered) return wayBack(world, session, payment, true)
  const proved = 'code' in answer && answer.code.trim() === ONE_TIME_CODE
  if ('code' in answer && !proved) {
    session.tries += 1
    if (session.tries < MAX_TRIES) return { kind: 'wrong-code' }
  }
  session.answered = true
  if (session.checkoutToken !== undefined && isClosed(world, session.checkoutToken)) fail(payment, CLOSED)
  else verify(world, payment, mdStatusOf(payment, proved))
  return wayBack(world, session, payment, false)
}

/** A token that was paid in another tab meanwhile takes no more money; nor does a dead one, but for a switch. */
function isClosed(world: World, token: string): boolean {
  const checkout = world.state.checkouts.find((candidate) => candidate.token === token)
  if (!checkout) return true
  const state = checkoutState(world, checkout)
  return state === 'paid' || (state === 'expired' && !world.switches.payAfterExpiry)
}

function wayBack(world: World, session: ThreeDSession, payment: Payment, again: boolean): ThreeDSStep {
  const { checkoutToken } = session
  if (checkoutToken !== undefined && payment.status === 'FAILURE')
    return { kind: 'hosted', token: checkoutToken }
  const callback =
    checkoutToken === undefined ? apiCallback(world, session, payment, again) : hosted(world, checkoutToken)
  // A bank whose answer has not come has not sent the shopper of an API payment back either.
  const stays = checkoutToken === undefined && payment.status === 'INIT_THREEDS'
  return { kind: 'callback', callback: stays ? { ...callback, lost: true } : returnPost(world, callback) }
}

function hosted(world: World, token: string): BrowserPost {
  const checkout = world.state.checkouts.find((candidate) => candidate.token === token)
  return { url: checkout?.callbackUrl ?? world.url(), fields: { token } }
}

function apiCallback(world: World, session: ThreeDSession, payment: Payment, again: boolean): BrowserPost {
  const { callbackKey } = merchantOf(world, session.merchant)
  const facts = again ? alreadyReturned(payment) : verified(payment)
  const fields =
    session.callbackVersion === 2 ? callbackV2(callbackKey, facts) : callbackV1(callbackKey, facts)
  return { url: session.callbackUrl ?? world.url(), fields }
}

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
