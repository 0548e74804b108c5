import { priceCheckout } from '../checkouts/price-checkout'
import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { shortId } from '../context/ids'
import type { Order } from '../context/order'
import type { PaymentSession } from '../context/payment-session'
import { knownSeed } from '../context/shops'
import { reportViolation } from '../context/violation'

export const orderOf = (ctx: EmulatorContext, checkoutId: string): Order | undefined =>
  ctx.state.orders.find((order) => order.checkoutId === checkoutId)

/** An ordered checkout takes neither changes nor payments. */
export const isOpen = (ctx: EmulatorContext, checkout: Checkout): boolean =>
  orderOf(ctx, checkout.id) === undefined

/** The session that paid an order. */
export function sessionOfOrder(ctx: EmulatorContext, order: Order): PaymentSession {
  const session = ctx.state.sessions.find(({ id }) => id === order.sessionId)
  if (!session) throw new Error(`Order ${order.number} has no payment session`)
  return session
}

/**
 * A session was resolved or left pending: its checkout becomes an order, whether the buyer comes back or not. A checkout
 * that another session has paid stays as it is, and the app has taken money twice; but an order whose pending payment
 * was rejected is still to be paid.
 */
export function openOrder(ctx: EmulatorContext, session: PaymentSession): void {
  const order = orderOf(ctx, session.checkoutId)
  if (order === undefined) {
    createOrder(ctx, session)
    return
  }
  if (order.sessionId === session.id) return
  if (sessionOfOrder(ctx, order).state === 'rejected') {
    const { id: sessionId, amount, currency } = session
    Object.assign(order, { sessionId, amount, currency })
    return
  }
  const details = `${session.state} although ${order.number} belongs to session ${order.sessionId}`
  reportViolation(ctx, 'second-payment-in-group', session, details)
}

function createOrder(ctx: EmulatorContext, session: PaymentSession): void {
  const checkout = ctx.state.checkouts.find(({ id }) => id === session.checkoutId)
  if (!checkout) throw new Error(`Session ${session.id} has no checkout`)
  ctx.state.lastOrderNumber += 1
  ctx.state.orders.push({
    id: shortId(),
    number: `#${ctx.state.lastOrderNumber}`,
    ...{ shop: session.shop, checkoutId: session.checkoutId, sessionId: session.id },
    ...{ amount: session.amount, currency: session.currency },
    lines: priceCheckout(checkout, knownSeed(ctx, session.shop)).lines,
    email: checkout.customer.email,
    createdAt: ctx.clock.now(),
  })
}
