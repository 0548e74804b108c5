import { milliseconds } from '@craftgate-commerce/emulator-kit'
import type { ProviderAction, ProviderAnswer, ProviderStep } from '../../hosted-page-service'
import { returnForm } from '../checkouts/return-form'
import type { SandboxContext } from '../context'
import { LENDER_TAKES } from '../loans/decide-loan'
import { lenderOf } from '../loans/lenders'
import { loanPlans } from '../loans/loan-plans'
import type { PageKind } from '../methods/method'
import { METHODS } from '../methods/methods'
import { requirePayment } from '../payments/find-payment'
import type { Payment } from '../payments/payment'
import { returnPost } from '../threeds/callback'
import { ONE_TIME_CODE } from '../threeds/submit-otp'
import { approve, approveVisit, leaveUnclear, promise, refuse } from './approve'
import { chargeInParts } from './installment-plans'
import { type ProviderSession, pageOf } from './session'
import { wayBack } from './way-back'

const MAX_TRIES = 3

/** How long a transfer takes; ours, the portal names no time. */
const TRANSFER_TAKES = milliseconds({ minutes: 5 })
const AFTER_EXPIRY = milliseconds({ hours: 1 })

const END: readonly ProviderAction[] = ['approve', 'decline', 'cancel']

/** What a page of each kind can be answered with, before its approval and at it. */
const ACTIONS: Record<
  PageKind,
  { readonly first: readonly ProviderAction[]; readonly last: readonly ProviderAction[] }
> = {
  'card-form': { first: [], last: [] },
  none: { first: [], last: [] },
  login: { first: ['log-in', 'cancel'], last: END },
  code: { first: ['code', 'decline', 'cancel'], last: [] },
  qr: { first: END, last: [] },
  app: { first: END, last: [] },
  transfer: { first: [...END, 'wait', 'wait-late', 'wait-never'], last: [] },
  loan: { first: ['choose', 'cancel'], last: [...END, 'wait', 'wait-never', 'unclear'] },
}

/** The shopper's answer at the provider's page. A second answer of a finished page changes nothing. */
export function answerProvider(
  ctx: SandboxContext,
  session: ProviderSession,
  answer: ProviderAnswer,
): ProviderStep {
  const payment = requirePayment(ctx, session.merchant, session.paymentId)
  if (isOver(session, payment)) return nextStep(ctx, session, payment, true)
  const { first } = ACTIONS[pageOf(session)]
  const possible = session.confirming ? lastActions(session, payment) : first
  if (!possible.includes(answer.action)) return { kind: 'stay' }
  play(ctx, session, payment, answer)
  return isOver(session, payment) ? nextStep(ctx, session, payment, false) : { kind: 'stay' }
}

/** What is left once the shopper has logged in or chosen: a lender's own page of the portal says how a loan may end. */
export function lastActions(session: ProviderSession, { loan }: Payment): readonly ProviderAction[] {
  const { last } = ACTIONS[pageOf(session)]
  // The hosted page tells the merchant of the money alone, so every way of waiting is played there.
  if (!loan?.ownCall) return last.filter((action) => action !== 'unclear')
  const { mayBe } = lenderOf(session.method)
  return last.filter((action) => {
    if (action === 'unclear') return mayBe.includes('VERIFY_REQUIRED')
    return !action.startsWith('wait') || mayBe.includes('WAIT_FOR_WEBHOOK')
  })
}

/** The shopper came to an end here, or took too long. */
export const isOver = ({ answered }: ProviderSession, { awaits }: Payment): boolean =>
  answered || awaits !== 'shopper'

function play(
  ctx: SandboxContext,
  session: ProviderSession,
  payment: Payment,
  { action, value = '' }: ProviderAnswer,
): void {
  switch (action) {
    case 'log-in':
      session.confirming = value.trim() !== ''
      break
    case 'choose':
      session.months = loanPlans(payment.price).find(({ months }) => String(months) === value)?.months
      session.confirming = session.months !== undefined
      break
    case 'code':
      typeCode(ctx, session, payment, value)
      break
    case 'approve':
      session.answered = true
      choosePlan(ctx, session, payment, value)
      approveVisit(ctx, payment, session)
      break
    default:
      session.answered = true
      end(ctx, session, payment, action)
  }
}

function end(
  ctx: SandboxContext,
  session: ProviderSession,
  payment: Payment,
  action: Exclude<ProviderAction, 'log-in' | 'choose' | 'code' | 'approve'>,
): void {
  const takes = METHODS[session.method].group === 'shopping-loan' ? LENDER_TAKES : TRANSFER_TAKES
  switch (action) {
    case 'decline':
      refuse(ctx, payment, 'declined')
      break
    case 'cancel':
      refuse(ctx, payment, 'cancelled')
      break
    case 'unclear':
      leaveUnclear(ctx, payment)
      break
    case 'wait':
      promise(ctx, payment, ctx.clock.now() + takes)
      break
    case 'wait-late':
      promise(ctx, payment, expiryOf(ctx, session) + AFTER_EXPIRY)
      break
    case 'wait-never':
      promise(ctx, payment, undefined)
  }
}

/** A plan that the page did not offer is none: the shopper pays at once. */
function choosePlan(
  ctx: SandboxContext,
  { installments }: ProviderSession,
  payment: Payment,
  value: string,
): void {
  const plan = installments?.find(({ number }) => String(number) === value)
  if (plan) chargeInParts(ctx, payment, plan)
}

function typeCode(ctx: SandboxContext, session: ProviderSession, payment: Payment, code: string): void {
  if (code.trim() === ONE_TIME_CODE) {
    session.answered = true
    approve(ctx, payment)
    return
  }
  session.wrongCodes += 1
  if (session.wrongCodes < MAX_TRIES) return
  session.answered = true
  refuse(ctx, payment, 'wrong-code')
}

const checkoutOf = ({ state }: SandboxContext, { checkoutToken }: ProviderSession) =>
  state.checkouts.find(({ token }) => token === checkoutToken)

const expiryOf = (ctx: SandboxContext, session: ProviderSession): number =>
  checkoutOf(ctx, session)?.expiresAt ?? ctx.clock.now()

function nextStep(
  ctx: SandboxContext,
  session: ProviderSession,
  payment: Payment,
  again: boolean,
): ProviderStep {
  const { checkoutToken: token } = session
  if (token === undefined) {
    const post = wayBack(ctx, session, payment, again)
    return post ? { kind: 'callback', callback: returnPost(ctx, post) } : { kind: 'stay' }
  }
  if (payment.status === 'FAILURE') return { kind: 'hosted', token }
  const checkout = checkoutOf(ctx, session)
  const form = checkout ? returnForm(checkout) : { url: ctx.url(), fields: { token } }
  return { kind: 'callback', callback: returnPost(ctx, form) }
}
