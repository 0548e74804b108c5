// The one reading of a Craftgate payment: its facts in our units, what its status means, and whether it is the payment
// that was started. Every notification (callback, webhook, reconcile, button) reads a payment through here.

export { type Charge, chargeOf, withCharge, withoutCharge } from './charge'
export {
  type BankCommission,
  type CardFacts,
  chargedOf,
  type Difference,
  type ErrorFacts,
  type ExpectedPayout,
  expectedPayout,
  factsOfAttempt,
  type HeldOutcome,
  type Interest,
  interestOf,
  isHeld,
  latest,
  type PaymentFacts,
  type PaymentOutcome,
  paymentIdsOf,
  type SellerShare,
  type TransactionFacts,
} from './outcome'
export { compareWithExpected, judgeOutcome, outcomeOfPayment } from './outcome-of-payment'
export {
  amountShape,
  bankFactsOf,
  idShape,
  type ReportedPayment,
  readAmount,
  readReportedPayment,
  refundedAmount,
  sellerOf,
} from './read-payment'
export {
  type ReportedTransaction,
  retrievePayment,
  retrieveReport,
  retrieveTransactions,
} from './retrieve'
export { hasSellers, withSellersNoted } from './sellers-noted'
