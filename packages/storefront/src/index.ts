// Web components for a storefront. Importing this defines nothing: `@craftgate-commerce/storefront/define` does.
export { CraftgateInstallments } from './installments/craftgate-installments'
export { CraftgateMethods } from './methods/craftgate-methods'
export { payLinkBy } from './methods/pay-link'
export { CraftgatePaymentStatus } from './payment-status/craftgate-payment-status'
export { CraftgateSavedCards } from './saved-cards/craftgate-saved-cards'
export { StorefrontAnswerError } from './shop/ask-shop'
export { configureCraftgate, type ShopConfiguration } from './shop/configuration'
export { CraftgateWallet } from './wallet/craftgate-wallet'
