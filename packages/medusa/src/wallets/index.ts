// Wallets of the customers, as they see them in the storefront.
export { detailsOf, topUpPageOf, walletsOf } from './own-wallets'
