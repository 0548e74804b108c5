import type { Checkout } from '../checkouts/checkout'
import { priceCheckout } from '../checkouts/price-checkout'
import { orderOf } from '../orders/find-order'
import type { Order } from '../orders/order'
import { orderMoney, transactionsOf } from '../orders/order-money'
import type { PaymentSession } from '../sessions/payment-session'
import type { Transaction } from '../sessions/transaction'
import { knownSeed, shopUrl, type World } from '../world'

// What the JSON API and the control tell; amounts are integer minor units throughout.

export type SessionView = ReturnType<typeof sessionView>
export type TransactionView = ReturnType<typeof transactionView>
export type OrderView = ReturnType<typeof orderView>
export type CheckoutView = ReturnType<typeof checkoutView>

export function sessionView(session: PaymentSession) {
  const { id, gid, shop, checkoutId, group, amount, currency, kind, test, state, startAnswered } = session
  const { reason, merchantMessage, source, nextActionUrl, redirectUrl, history } = session
  const { pendingReason, pendingExpiresAt, authorizationExpiresAt } = session
  return {
    ...{ id, gid, shop, checkoutId, group, amount, currency, kind, test, state, startAnswered },
    ...{ reason, merchantMessage, source, nextActionUrl, redirectUrl, history },
    ...{ pendingReason, pendingExpiresAt, authorizationExpiresAt },
  }
}

export function transactionView(transaction: Transaction) {
  const { kind, id, gid, amount, currency, state, reason, message, history } = transaction
  return { kind, id, gid, amount, currency, state, reason, message, history }
}

export function orderView(world: World, order: Order) {
  const { id, number, shop, checkoutId, sessionId, amount, currency } = order
  return {
    ...{ id, number, shop, checkoutId, sessionId, amount, currency },
    ...orderMoney(world, order),
    transactions: transactionsOf(world, order).map(transactionView),
  }
}

export function checkoutView(world: World, checkout: Checkout) {
  const { id, shop, currency, coupon, kind, customer, group } = checkout
  const { lines, subtotal, discount, shipping, total, method } = priceCheckout(
    checkout,
    knownSeed(world, shop),
  )
  const order = orderOf(world, id)
  const sessions = world.state.sessions.filter(({ checkoutId }) => checkoutId === id)
  return {
    ...{ id, shop, currency, coupon, kind, customer, group },
    ...{ lines, subtotal, discount, shipping, total, shippingMethod: method?.code },
    url: `${shopUrl(world, shop)}/checkout/${id}`,
    sessions: sessions.map(sessionView),
    order: order === undefined ? null : orderView(world, order),
  }
}
