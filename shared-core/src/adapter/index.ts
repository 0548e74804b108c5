// What every adapter is built with: options that name a merchant and a way back to the shop, one money call at a time
// for a payment, and how an outcome moves a shop's order. What a shop calls an order, a lock or a payment stays its own.
export { applyOutcome, followPayment, isRefundScheduled, type OutcomeHandlers } from './apply-outcome'
export { KnownOutcomes } from './known-outcomes'
export {
  buildReturnUrl,
  defaultMerchantOf,
  type ReturnUrl,
  requireMerchant,
  returnOriginsOf,
  returnUrlOption,
} from './merchant-return-options'
export { type DatabaseLock, PaymentLock } from './payment-lock'
