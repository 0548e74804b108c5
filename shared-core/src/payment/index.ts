// The one reading of a Craftgate payment: its facts in our units, what its status means, and whether it is the payment
// that was started. Every notification (callback, webhook, reconcile, button) reads a payment through here.
export { judgeOutcome } from './compare-with-expected'
export { type Interest, interestOf } from './interest-of'
export { isHeld } from './is-held'
export type {
  CardFacts,
  Difference,
  ErrorFacts,
  HeldOutcome,
  PaymentFacts,
  PaymentOutcome,
  TransactionFacts,
} from './outcome'
export { outcomeOfPayment } from './outcome-of-payment'
export { paymentIdsOf } from './payment-ids'
export { readPayment } from './read-payment'
