import { priceCheckout } from '../checkouts/price-checkout'
import { reportViolation } from '../control/report-violation'
import type { PaymentSession } from '../sessions/payment-session'
import { shortId } from '../sessions/session-id'
import { knownSeed, type World } from '../world'
import { orderOf, sessionOfOrder } from './find-order'

/**
 * A session was resolved or left pending: its checkout becomes an order, whether the buyer comes back or not. A checkout
 * that another session has paid stays as it is, and the app has taken money twice; but an order whose pending payment
 * was rejected is still to be paid.
 */
export function openOrder(world: World, session: PaymentSession): void {
  const order = orderOf(world, session.checkoutId)
  if (order === undefined) {
    createOrder(world, session)
    return
  }
  if (order.sessionId === session.id) return
  if (sessionOfOrder(world, order).state === 'rejected') {
    const { id: sessionId, amount, currency } = session
    Object.assign(order, { sessionId, amount, currency })
    return
  }
  const details = `${session.state} although ${order.number} belongs to session ${order.sessionId}`
  reportViolation(world, 'second-payment-in-group', session, details)
}

function createOrder(world: World, session: PaymentSession): void {
  const checkout = world.state.checkouts.find(({ id }) => id === session.checkoutId)
  if (!checkout) throw new Error(`Session ${session.id} has no checkout`)
  world.state.lastOrderNumber += 1
  world.state.orders.push({
    id: shortId(),
    number: `#${world.state.lastOrderNumber}`,
    ...{ shop: session.shop, checkoutId: session.checkoutId, sessionId: session.id },
    ...{ amount: session.amount, currency: session.currency },
    lines: priceCheckout(checkout, knownSeed(world, session.shop)).lines,
    email: checkout.customer.email,
    createdAt: world.clock.now(),
  })
}
