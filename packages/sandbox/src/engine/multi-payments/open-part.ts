import { share } from '../../money/share'
import type { Checkout, CheckoutItem } from '../checkouts/checkout'
import { checkoutState, openCheckout } from '../checkouts/find-checkout'
import type { SandboxContext } from '../context'
import type { MultiPayment, PaymentPart } from './multi-payment'

/** The parts that are paid, or whose money is on its way: what they pay cannot be paid again. */
export const takenParts = (ctx: SandboxContext, { parts }: MultiPayment): readonly PaymentPart[] =>
  parts.filter((part) => {
    const page = pageOf(ctx, part)
    return page !== undefined && checkoutState(ctx, page) === 'paid'
  })

const pageOf = ({ state }: SandboxContext, { checkoutToken }: PaymentPart): Checkout | undefined =>
  state.checkouts.find(({ token }) => token === checkoutToken)

/** What can still be paid. */
export const openAmount = (ctx: SandboxContext, multi: MultiPayment): number =>
  multi.page.price - takenParts(ctx, multi).reduce((sum, { amount }) => sum + amount, 0)

/** The least that the next part must be: the last part that is allowed pays all that is left. */
export function leastAmount(ctx: SandboxContext, multi: MultiPayment): number {
  const { maximumSplitPaymentCount: most } = multi
  const isLast = most !== undefined && takenParts(ctx, multi).length + 1 >= most
  return isLast ? openAmount(ctx, multi) : 1
}

/**
 * Opens the page of the next part. Only one is open at a time, so that two tabs never collect more than the sum. Each
 * part pays its share of every item; the last one what is left of each, so that the parts of an item sum exactly.
 */
export function openPart(
  ctx: SandboxContext,
  multi: MultiPayment,
  { amount, callbackUrl }: { readonly amount: number; readonly callbackUrl: string },
): Checkout {
  closeOpenParts(ctx, multi)
  const { items } = multi.page
  const taken = takenParts(ctx, multi)
  const paid = items.map((_item, index) => sumOf(taken, ({ prices }) => prices[index]))
  const prices = share(
    amount,
    items.map(({ price }, index) => price - (paid[index] ?? 0)),
  )
  const sellerPrices = items.map((item, index) => {
    const before = sumOf(taken, ({ sellerPrices: given }) => given[index])
    return sellerShare(item, (paid[index] ?? 0) + (prices[index] ?? 0)) - before
  })
  const checkout = openCheckout(ctx, {
    ...{ ...multi.page, price: amount, paidPrice: amount, callbackUrl, multiPayment: multi.token },
    items: items
      .map((item, index) => itemOfPart(item, prices[index] ?? 0, sellerPrices[index] ?? 0))
      .filter(({ price }) => price > 0),
  })
  checkout.expiresAt = multi.expiresAt
  multi.parts.push({ checkoutToken: checkout.token, amount, prices, sellerPrices })
  return checkout
}

function closeOpenParts(ctx: SandboxContext, multi: MultiPayment): void {
  for (const part of multi.parts) {
    const page = pageOf(ctx, part)
    if (page !== undefined && checkoutState(ctx, page) === 'open') page.expiresAt = ctx.clock.now()
  }
}

const sumOf = (parts: readonly PaymentPart[], of: (part: PaymentPart) => number | undefined): number =>
  parts.reduce((sum, part) => sum + (of(part) ?? 0), 0)

/** What the seller has of an item once this much of it is paid; rounded down until the last part. */
const sellerShare = ({ price, subMerchantMemberPrice = 0 }: CheckoutItem, paid: number): number =>
  Number((BigInt(subMerchantMemberPrice) * BigInt(paid)) / BigInt(price))

const itemOfPart = (item: CheckoutItem, price: number, sellerPrice: number): CheckoutItem => ({
  ...item,
  price,
  ...(item.subMerchantMemberPrice === undefined ? {} : { subMerchantMemberPrice: sellerPrice }),
})
