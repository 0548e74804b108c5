// What people are shown of payments, money calls and attempts, the same on every platform: flat, amounts as decimal text.
// Decides what a shopper may see and what only the merchant.

export { type ShopperOutcome, shopperOutcome } from './shopper-outcome'
export { operationView } from './shown-call'
export { merchantPaymentView, shopperPaymentView } from './shown-payment'
export { shownTransactions } from './shown-transactions'
