// What storefront and admin see: the mutation that begins a payment, its status, what a merchant may ask.
// Resolvers only; the schemas say in words what each field means.
export { AdminPayment } from './admin-payment'
export { AdminResolver, craftgatePermission } from './admin-resolver'
export { adminSchema } from './admin-schema'
export { BeginCheckout } from './begin-checkout'
export { CapturePayment } from './capture-payment'
export { CardsResolver, StoredCards } from './cards-resolver'
export { errorResources } from './checkout-error'
export { CheckoutList } from './checkout-list'
export { CraftgateMethods } from './craftgate-methods'
export { OrderLockInterceptor } from './order-lock-interceptor'
export { CheckoutStatus, ShopResolver } from './shop-resolver'
export { shopSchema } from './shop-schema'
