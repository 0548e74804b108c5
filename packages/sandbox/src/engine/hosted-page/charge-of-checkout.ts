import { isIPv4 } from 'node:net'
import type { Checkout } from '../checkouts/checkout'
import { merchantOf, type SandboxContext } from '../context'
import type { Charge } from '../payments/charge'

/** What a hosted page charges when it is paid at once, without a card; a card's own facts come on top. */
export const chargeOfCheckout = (
  ctx: SandboxContext,
  checkout: Checkout,
  clientIp: string | undefined,
): Charge => ({
  merchant: merchantOf(ctx, checkout.merchant),
  price: checkout.price,
  paidPrice: checkout.paidPrice,
  currency: checkout.currency,
  installment: 1,
  phase: checkout.phase,
  items: checkout.items,
  source: checkout.productId === undefined ? 'CHECKOUT_FORM' : 'PAY_BY_LINK',
  productId: checkout.productId,
  threeDS: false,
  conversationId: checkout.conversationId,
  externalId: checkout.externalId,
  orderId: checkout.orderId,
  buyerMemberId: checkout.buyerMemberId,
  paymentGroup: checkout.paymentGroup,
  paymentChannel: checkout.paymentChannel,
  routing: checkout.routing,
  retry: checkout.retry,
  deposit: checkout.deposit,
  clientIp: checkout.clientIp ?? ownIPv4(clientIp),
  fraudParams: checkout.fraudParams,
  checkoutToken: checkout.token,
})

/** Craftgate sees the shopper's own address; one that no bank would take is not passed on. */
const ownIPv4 = (address: string | undefined) =>
  address !== undefined && isIPv4(address) ? address : undefined
