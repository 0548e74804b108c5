import type { SandboxContext } from '../context'
import type { LinkProduct } from './product'

/** How often it was paid; a sale that was refunded counts. */
export const soldCount = ({ state }: SandboxContext, { merchant, id }: LinkProduct): number =>
  state.payments.filter(
    (payment) => payment.merchant === merchant && payment.productId === id && payment.status === 'SUCCESS',
  ).length

/** Whether somebody may pay by the link now. */
export const isOnSale = (ctx: SandboxContext, product: LinkProduct): boolean =>
  product.status === 'ACTIVE' &&
  (product.expiresAt === undefined || ctx.clock.now() < product.expiresAt) &&
  (product.stock === undefined || soldCount(ctx, product) < product.stock)

/** A page of a link that is not on sale any more, because it was deleted or the last one was sold meanwhile. */
export function isGone(
  ctx: SandboxContext,
  { merchant, productId }: { readonly merchant: string; readonly productId?: number },
): boolean {
  if (productId === undefined) return false
  const product = ctx.state.linkProducts.find((kept) => kept.merchant === merchant && kept.id === productId)
  return product === undefined || !isOnSale(ctx, product)
}
