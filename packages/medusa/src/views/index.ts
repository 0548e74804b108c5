// What the plugin's own routes answer, in the snake_case of Medusa's API. Amounts are decimal text.

export { checkoutStatus, shopperPayment } from './checkout-status'
export { checkoutView } from './checkout-view'
export { OrderPayments } from './order-payments'
