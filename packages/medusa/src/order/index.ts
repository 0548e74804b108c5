// How Medusa's payment session and its cart are read: what is to be paid, who pays it, what the order holds.
// Nothing here moves anything.
export { cartToSnapshot, itemNames } from './cart-to-snapshot'
export { isStillAsked } from './is-still-asked'
export { minorOf, moneyOf, sumOf } from './medusa-money'
export { outstandingOf } from './outstanding'
export { methodsContext, methodsIn } from './page-methods'
export { type CartView, type OrderLink, type PaymentView, Sessions, type SessionView } from './sessions'
