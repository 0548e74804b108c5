// How the app comes to a shop and goes again: OAuth, the merchant's login, webhooks about the shop.
export { installRoutes } from './install-routes'
export { merchantOf } from './login'
export { webhookRoutes } from './webhook-routes'
