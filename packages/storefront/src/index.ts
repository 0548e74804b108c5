// Web components for a storefront. Importing this defines nothing: `@craftgate-commerce/storefront/define` does.
// The contract is core's, and stands in this package: a shop's page needs nothing else of core.
export * from '@craftgate-commerce/core/storefront'
export type { CraftgateAttributes, CraftgateElementName } from './frameworks/element-attributes'
export { CraftgateInstallments } from './installments/craftgate-installments'
export { CraftgateLoanOffers } from './loan-offers/craftgate-loan-offers'
export { CraftgateMethods } from './methods/craftgate-methods'
export { payLinkBy } from './methods/pay-link'
export { CraftgatePay } from './pay/craftgate-pay'
export { CraftgatePaymentStatus } from './payment-status/craftgate-payment-status'
export { CraftgateSavedCards } from './saved-cards/craftgate-saved-cards'
export { StorefrontAnswerError } from './shop/ask-shop'
export { configureCraftgate, type ShopConfiguration } from './shop/configuration'
export { CraftgateWallet } from './wallet/craftgate-wallet'
