import type { SandboxContext } from '../context'
import type { MultiPayment } from '../multi-payments/multi-payment'
import type { LinkProduct } from './product'

/** How often it was paid, in one payment or in parts; a sale that was refunded counts. */
export function soldCount(ctx: SandboxContext, { merchant, id }: LinkProduct): number {
  const sums = ctx.state.multiPayments.filter(isSumOf({ merchant, productId: id }))
  const parts = new Set(sums.flatMap((sum) => sum.parts.map(({ checkoutToken }) => checkoutToken)))
  const whole = ctx.state.payments.filter(
    (payment) =>
      payment.merchant === merchant &&
      payment.productId === id &&
      payment.status === 'SUCCESS' &&
      !parts.has(payment.checkoutToken ?? ''),
  )
  return whole.length + sums.filter(({ end }) => end === 'COMPLETED').length
}

interface Sale {
  readonly merchant: string
  readonly productId?: number
}

const isSumOf =
  ({ merchant, productId }: Sale) =>
  (sum: MultiPayment): boolean =>
    sum.merchant === merchant && sum.page.productId === productId

/** A part of it is paid, or its money is on the way. */
const isBegun = ({ state }: SandboxContext, { parts }: MultiPayment): boolean =>
  state.payments.some(
    ({ checkoutToken, status, held, awaits }) =>
      (status === 'SUCCESS' || held !== undefined || (status === 'WAITING' && awaits !== 'shopper')) &&
      parts.some((part) => part.checkoutToken === checkoutToken),
  )

/** Whoever paid a part of a sum has a piece until the time of the sum is over, so that nobody pays half for nothing. */
const reserved = (ctx: SandboxContext, { merchant, id }: LinkProduct): number =>
  ctx.state.multiPayments.filter(
    (sum) =>
      isSumOf({ merchant, productId: id })(sum) &&
      sum.end === undefined &&
      ctx.clock.now() < sum.expiresAt &&
      isBegun(ctx, sum),
  ).length

/** Whether somebody may pay by the link now. */
export const isOnSale = (ctx: SandboxContext, product: LinkProduct): boolean =>
  product.status === 'ACTIVE' &&
  (product.expiresAt === undefined || ctx.clock.now() < product.expiresAt) &&
  (product.stock === undefined || soldCount(ctx, product) + reserved(ctx, product) < product.stock)

/**
 * A page of a link that is not on sale any more, because it was deleted or the last one was sold meanwhile. A sum of which
 * a part is paid is finished all the same.
 */
export function isGone(
  ctx: SandboxContext,
  { merchant, productId, multiPayment }: Sale & { readonly multiPayment?: string },
): boolean {
  if (productId === undefined) return false
  const sum = ctx.state.multiPayments.find(({ token }) => token === multiPayment)
  if (sum && isBegun(ctx, sum)) return false
  const product = ctx.state.linkProducts.find((kept) => kept.merchant === merchant && kept.id === productId)
  return product === undefined || !isOnSale(ctx, product)
}
