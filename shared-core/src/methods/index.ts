// The ways to pay that Craftgate has, a row for each of its names: what each needs, how it starts and ends, and what may be
// done with it later.

export {
  type ChoiceField,
  type DirectField,
  type DirectQuestion,
  type DirectStart,
  directStart,
  hasHashedCallback,
  isChoice,
  isTyped,
  isTypedCard,
  type TypedField,
} from './direct'
export type {
  BuyerNeed,
  LaterOperations,
  MethodEnd,
  MethodGroup,
  MethodName,
  OfflineMethod,
  PageMethod,
  PaymentMethod,
} from './method'
export { isMethod, isOutside, knownMethods, type MethodWords, methodOf, paymentMethod } from './method-of'
export { canTake, methodsForPage, type SaleTerms, withoutPreAuthorization } from './methods-for-page'
export { offlineMethodOf, outsideMethodOf, paidByLink } from './offline'
export { isStartable, STARTABLE_METHODS } from './startable'
export { OFFLINE_METHODS, PAGE_METHODS, PAYMENT_METHODS } from './table'
export { waysToPay } from './ways-to-pay'
