// How Medusa's payment session and its cart are read: what is to be paid, who pays it, what the order holds.
// Nothing here moves anything.

export { collectionContext, collectionOf, methodsContext, methodsIn } from './checkout-context'
export { isFreeOrder, isSessionCurrent, owedOf } from './is-session-current'
export { isWhole, minorOf, moneyOf, sumOf } from './medusa-money'
export { OrderDeliveries } from './order-deliveries'
export { type CartView, type OrderLink, type PaymentView, Sessions, type SessionView } from './sessions'
export { historyOf, outstandingOf, withSellersOf } from './snapshot'
export { soldItems } from './sold-items'
