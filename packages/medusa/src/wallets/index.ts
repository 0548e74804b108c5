// Wallets and loans of the customers, as they see them in the storefront.
export { loansOf } from './own-loans'
export { detailsOf, topUpPageOf, walletsOf } from './own-wallets'
