// Wallets of the customers, as they see them in the storefront.
export { topUpPageOf, walletsOf } from './own-wallets'
