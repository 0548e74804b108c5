// What storefront and admin see: the mutation that begins a payment, its status, the merchant's questions.
// Resolvers only; the schemas say in words what each field means.
export { AdminPayment } from './admin-payment'
export { AdminResolver } from './admin-resolver'
export { adminSchema } from './admin-schema'
export { BeginCheckout } from './begin-checkout'
export { CapturePayment } from './capture-payment'
export { errorResources } from './checkout-error'
export { CheckoutList } from './checkout-list'
export { CheckoutStatus } from './checkout-status'
export { CraftgateMethods } from './craftgate-methods'
export { craftgatePermission } from './permission'
export { ShopResolver } from './shop-resolver'
export { shopSchema } from './shop-schema'
