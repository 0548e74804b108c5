// The JSON that a storefront asks a shop for, and how an adapter answers it.
export {
  answerStorefront,
  type StorefrontExchange,
  type StorefrontShop,
  storefrontProblem,
} from './answer-storefront'
export * from './contract'
export { amountOnGrid, isBin, type PriceSubject, priceOnGrid, type SubjectPrice } from './installments'
export type { ShopperPayment } from './payment'
export { type ShopperProblem, StorefrontError, shopperProblem } from './problems'
