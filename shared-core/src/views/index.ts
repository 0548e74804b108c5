// What people are shown of payments, money calls and attempts, the same on every platform: flat, amounts as decimal text.
// Decides what a shopper may see and what only the merchant.

export {
  merchantPaymentView,
  operationView,
  type ShopperOutcome,
  shopperOutcome,
  shopperPaymentView,
  transactionViews,
} from './payment-views'
