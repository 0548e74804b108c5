// Web components for a storefront. Importing this defines nothing: `@craftgate-commerce/storefront/define` does.
export { CraftgateInstallments } from './installments/craftgate-installments'
export { CraftgatePaymentStatus } from './payment-status/craftgate-payment-status'
export { StorefrontAnswerError } from './shop/ask-shop'
export { configureCraftgate, type ShopConfiguration } from './shop/configuration'
