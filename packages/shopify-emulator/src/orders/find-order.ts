import type { PaymentSession } from '../sessions/payment-session'
import type { World } from '../world'
import type { Order } from './order'

export const orderOf = (world: World, checkoutId: string): Order | undefined =>
  world.state.orders.find((order) => order.checkoutId === checkoutId)

/** The session that paid an order. */
export function sessionOfOrder(world: World, order: Order): PaymentSession {
  const session = world.state.sessions.find(({ id }) => id === order.sessionId)
  if (!session) throw new Error(`Order ${order.number} has no payment session`)
  return session
}
