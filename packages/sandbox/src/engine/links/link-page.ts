import type { LinkView } from '../../hosted-page-service'
import { exponentOf, toText } from '../../money/minor'
import { openCheckout, paidBy } from '../checkouts/find-checkout'
import { merchantOf, type SandboxContext } from '../context'
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

/** Opens a hosted page for one sale; its token, or nothing when the link is not on sale. */
export function startLink(ctx: SandboxContext, token: string): string | undefined {
  const product = find(ctx, token)
  if (!product || !isOnSale(ctx, product)) return undefined
  const { merchant, id: productId, name, price, currency, orderId, conversationId, externalId } = product
  const { channel: paymentChannel, enabledInstallments } = product
  const checkout = openCheckout(ctx, {
    ...{ merchant, productId, price, paidPrice: price, currency, phase: 'AUTH', paymentGroup: 'PRODUCT' },
    ...{ orderId, conversationId, externalId, paymentChannel, enabledInstallments },
    ...{ items: [{ name, price }], callbackUrl: `${ctx.url()}/link/${token}` },
    ...{
      allowOnlyCreditCard: false,
      allowOnlyStoredCards: false,
      allowInstallmentOnlyCommercialCards: false,
    },
    ...{ alwaysStoreCardAfterPayment: false, disableStoreCard: true, guestCheckout: true },
    ...{ forceThreeDS: false, forceAuthForNonCreditCards: false },
  })
  return checkout.token
}

/** Whether the hosted page that the shopper comes back from was paid. */
export function isLinkPaid(ctx: SandboxContext, checkoutToken: string): boolean {
  const checkout = ctx.state.checkouts.find(({ token }) => token === checkoutToken)
  return checkout?.productId !== undefined && paidBy(ctx, checkout) !== undefined
}
