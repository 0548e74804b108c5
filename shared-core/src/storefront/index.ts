// The JSON that a storefront asks a shop for, and how an adapter answers it.
export { answerStorefront, storefrontProblem } from './answer-storefront'
export * from './contract'
export { amountOnGrid, isBin, type PriceSubject, priceOnGrid, type SubjectPrice } from './installments'
export type { CheckoutEntry } from './methods'
export type { ShopperPayment } from './payment'
export { type ShopperProblem, StorefrontError, shopperProblem } from './problems'
export type { StorefrontCustomer, StorefrontExchange, StorefrontShop } from './storefront-shop'
