export { StorefrontApi } from './storefront-api'
