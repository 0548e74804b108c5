import { reportViolation } from '../control/report-violation'
import { openOrder } from '../orders/open-order'
import { shopUrl, type World } from '../world'
import { isFinal, type PaymentSession, type PaymentState } from './payment-session'

type Facts = Partial<
  Pick<
    PaymentSession,
    'reason' | 'merchantMessage' | 'source' | 'pendingReason' | 'pendingExpiresAt' | 'authorizationExpiresAt'
  >
>

/** "same": it is in this state already, and the new facts are ignored. "conflict": it cannot go there. */
export type Finished = 'moved' | 'same' | 'conflict'

/**
 * A mutation of the app. open may become pending, resolved or rejected; pending may become resolved or rejected; these
 * two are final. Nothing moves before Shopify has read the answer to the start request.
 */
export function finishPayment(
  world: World,
  session: PaymentSession,
  { to, facts }: { readonly to: Exclude<PaymentState, 'open'>; readonly facts: Facts },
): Finished {
  if (!session.startAnswered) return 'conflict'
  if (session.state === to) return 'same'
  if (isFinal(session)) {
    if (to !== 'pending') {
      reportViolation(world, 'second-final-state', session, `is ${session.state}, asked to be ${to}`)
    }
    return 'conflict'
  }
  Object.assign(session, facts, { state: to })
  session.history.push({ state: to, at: world.clock.now() })
  if (to !== 'rejected') openOrder(world, session)
  session.nextActionUrl = nextActionUrl(world, session)
  world.changed()
  return 'moved'
}

function nextActionUrl(world: World, { shop, checkoutId, state }: PaymentSession): string {
  const checkout = `${shopUrl(world, shop)}/checkout/${checkoutId}`
  return state === 'rejected' ? checkout : `${checkout}/thank-you`
}
