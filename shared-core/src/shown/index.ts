// What people are shown of payments, money calls and attempts, the same on every platform: flat, amounts as decimal text.
// Decides what a shopper may see and what only the merchant.

export { type ShopperOutcome, shopperOutcome } from './shopper-outcome'
export { shownCall } from './shown-call'
export { shownToMerchant, shownToShopper } from './shown-payment'
export { shownTransactions } from './shown-transactions'
