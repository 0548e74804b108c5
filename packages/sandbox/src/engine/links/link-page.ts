import type { LinkStart, LinkView } from '../../hosted-page-service'
import { exponentOf, toText } from '../../money/minor'
import type { CheckoutInput } from '../checkouts/checkout'
import { openCheckout, paidBy } from '../checkouts/find-checkout'
import { merchantOf, type SandboxContext } from '../context'
import { openMultiPayment } from '../multi-payments/find-multi-payment'
import type { LinkProduct } from './product'
import { isOnSale } from './sales'

const find = ({ state }: SandboxContext, token: string): LinkProduct | undefined =>
  state.linkProducts.find((product) => product.token === token)

export function linkView(ctx: SandboxContext, token: string): LinkView | undefined {
  const product = find(ctx, token)
  if (!product) return undefined
  const { name, description, price, currency, merchant } = product
  return {
    ...{ token, name, description, currency, onSale: isOnSale(ctx, product) },
    price: toText(price, exponentOf(currency)),
    merchantName: merchantOf(ctx, merchant).name,
  }
}

/**
 * Opens a page for one sale, or nothing when the link is not on sale: a hosted page, or with `multiPayment` one on which the
 * sum is paid in parts. It ends no later than the link.
 */
export function startLink(ctx: SandboxContext, token: string): LinkStart | undefined {
  const product = find(ctx, token)
  if (!product || !isOnSale(ctx, product)) return undefined
  const { merchant, id: productId, name, price, currency, orderId, conversationId, externalId } = product
  const { channel: paymentChannel, enabledInstallments } = product
  const page: CheckoutInput = {
    ...{ merchant, productId, price, paidPrice: price, currency, phase: 'AUTH', paymentGroup: 'PRODUCT' },
    ...{ conversationId, externalId, paymentChannel, enabledInstallments },
    ...{ items: [{ name, price }], callbackUrl: `${ctx.url()}/link/${token}` },
    ...{
      allowOnlyCreditCard: false,
      allowOnlyStoredCards: false,
      allowInstallmentOnlyCommercialCards: false,
    },
    ...{ alwaysStoreCardAfterPayment: false, disableStoreCard: true, guestCheckout: true },
    ...{ forceThreeDS: false, forceAuthForNonCreditCards: false },
  }
  // A bank takes an order number once, so parts have none.
  const opened = product.multiPayment
    ? openMultiPayment(ctx, { page })
    : openCheckout(ctx, { ...page, orderId })
  opened.expiresAt = Math.min(opened.expiresAt, product.expiresAt ?? opened.expiresAt)
  return { token: opened.token, inParts: product.multiPayment === true }
}

/** Whether the page that the shopper comes back from was paid. */
export function isLinkPaid(ctx: SandboxContext, checkoutToken: string): boolean {
  const sum = ctx.state.multiPayments.find(({ token }) => token === checkoutToken)
  if (sum) return sum.page.productId !== undefined && sum.end === 'COMPLETED'
  const checkout = ctx.state.checkouts.find(({ token }) => token === checkoutToken)
  return checkout?.productId !== undefined && paidBy(ctx, checkout) !== undefined
}
