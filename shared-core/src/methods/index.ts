// The ways to pay that Craftgate has, a row for each of its names: what each needs, how it starts and ends, and what may be
// done with it later.

export type {
  BuyerNeed,
  LaterOperations,
  MethodEnd,
  MethodGroup,
  MethodName,
  PageMethod,
  PaymentMethod,
} from './method'
export { type MethodWords, methodOf, paymentMethod } from './method-of'
export { methodsForPage, type SaleTerms, withoutPreAuthorization } from './methods-for-page'
export { PAGE_METHODS, PAYMENT_METHODS } from './table'
