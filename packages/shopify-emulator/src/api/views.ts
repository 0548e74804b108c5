import { priceCheckout } from '../checkouts/price-checkout'
import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import type { Order } from '../context/order'
import type { PaymentSession } from '../context/payment-session'
import { knownSeed, shopUrl } from '../context/shops'
import type { Transaction } from '../context/transaction'
import { orderOf } from '../orders/order'
import { orderMoney, transactionsOf } from '../orders/order-money'

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

export function orderView(ctx: EmulatorContext, order: Order) {
  const { id, number, shop, checkoutId, sessionId, amount, currency } = order
  return {
    ...{ id, number, shop, checkoutId, sessionId, amount, currency },
    ...orderMoney(ctx, order),
    transactions: transactionsOf(ctx, order).map(transactionView),
  }
}

export function checkoutView(ctx: EmulatorContext, checkout: Checkout) {
  const { id, shop, currency, coupon, kind, customer, group } = checkout
  const { lines, subtotal, discount, shipping, total, method } = priceCheckout(checkout, knownSeed(ctx, shop))
  const order = orderOf(ctx, id)
  const sessions = ctx.state.sessions.filter(({ checkoutId }) => checkoutId === id)
  return {
    ...{ id, shop, currency, coupon, kind, customer, group },
    ...{ lines, subtotal, discount, shipping, total, shippingMethod: method?.code },
    url: `${shopUrl(ctx, shop)}/checkout/${id}`,
    sessions: sessions.map(sessionView),
    order: order === undefined ? null : orderView(ctx, order),
  }
}
