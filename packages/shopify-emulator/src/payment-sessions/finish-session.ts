import type { EmulatorContext } from '../context/emulator-context'
import { isFinal, type PaymentSession, type PaymentState } from '../context/payment-session'
import { shopUrl } from '../context/shops'
import type { Transaction } from '../context/transaction'
import { reportViolation } from '../context/violation'
import { openOrder } from '../orders/order'

type PaymentFacts = Partial<
  Pick<
    PaymentSession,
    'reason' | 'merchantMessage' | 'source' | 'pendingReason' | 'pendingExpiresAt' | 'authorizationExpiresAt'
  >
>

/** "same": it is in this state already, and the new facts are ignored. "conflict": it cannot go there. */
export type FinishResult = 'moved' | 'same' | 'conflict'

/**
 * A mutation of the app. open may become pending, resolved or rejected; pending may become resolved or rejected until it
 * expires; these two are final. Nothing moves before Shopify has read the answer to the start request.
 */
export function finishPayment(
  ctx: EmulatorContext,
  session: PaymentSession,
  { to, facts }: { readonly to: Exclude<PaymentState, 'open'>; readonly facts: PaymentFacts },
): FinishResult {
  if (!session.startAnswered) return 'conflict'
  if (session.state === to) return 'same'
  if (isExpired(session, ctx.clock.now())) return 'conflict'
  if (isFinal(session)) {
    if (to !== 'pending') {
      reportViolation(ctx, 'second-final-state', session, `is ${session.state}, asked to be ${to}`)
    }
    return 'conflict'
  }
  Object.assign(session, facts, { state: to })
  session.history.push({ state: to, at: ctx.clock.now() })
  if (to !== 'rejected') openOrder(ctx, session)
  session.nextActionUrl = nextActionUrl(ctx, session)
  ctx.changed()
  return 'moved'
}

/** Shopify waited for it long enough. */
const isExpired = ({ state, pendingExpiresAt }: PaymentSession, now: number): boolean =>
  state === 'pending' && pendingExpiresAt !== undefined && Date.parse(pendingExpiresAt) <= now

function nextActionUrl(ctx: EmulatorContext, { shop, checkoutId, state }: PaymentSession): string {
  const checkout = `${shopUrl(ctx, shop)}/checkout/${checkoutId}`
  return state === 'rejected' ? checkout : `${checkout}/thank-you`
}

/**
 * Pending becomes resolved or rejected, and stays so; not before Shopify has read the app's answer to the request. An app
 * that was told after all may finish an undelivered one too.
 */
export function finishTransaction(
  ctx: EmulatorContext,
  transaction: Transaction,
  { to, facts }: { to: 'resolved' | 'rejected'; facts: Partial<Pick<Transaction, 'reason' | 'message'>> },
): FinishResult {
  if (transaction.state === to) return 'same'
  if (transaction.state === 'pending' && !transaction.startAnswered) return 'conflict'
  if (transaction.state === 'resolved' || transaction.state === 'rejected') {
    reportViolation(ctx, 'second-final-state', transaction, `is ${transaction.state}, asked to be ${to}`)
    return 'conflict'
  }
  Object.assign(transaction, { message: undefined }, facts, { state: to })
  transaction.history.push({ state: to, at: ctx.clock.now() })
  ctx.changed()
  return 'moved'
}
