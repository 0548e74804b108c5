import { type NodeEnv, readForm } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import { findCheckout } from '../checkouts/change-checkout'
import { priceCheckout } from '../checkouts/price-checkout'
import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed } from '../context/shops'
import { isOpen } from '../orders/order'
import { startPayment } from '../payment-sessions/start-payment'
import { checkoutPage } from './checkout-page'
import { gonePage } from './layout'
import { type FormNotice, takeCheckoutForm } from './take-checkout-form'

type C = Context<NodeEnv>
type Answer = Response | Promise<Response>

export const showCheckout = (c: C, ctx: EmulatorContext): Answer =>
  withOpen(c, ctx, (checkout) => checkoutPage(c, ctx, { checkout }))

/** Coupon, shipping, quantities, address; back to the page, or the page at once when something is wrong. */
export async function updateCheckout(c: C, ctx: EmulatorContext): Promise<Response> {
  const form = await readForm(c)
  return withOpen(c, ctx, (checkout) => {
    const notice = takeCheckoutForm(ctx, checkout, form)
    if (notice) return checkoutPage(c, ctx, { checkout, notice })
    return c.redirect(pathOf(checkout), 303)
  })
}

/** Saves the form and starts a session, unless the total is another than the buyer saw. */
export async function payCheckout(c: C, ctx: EmulatorContext): Promise<Response> {
  const form = await readForm(c)
  return withOpen(c, ctx, async (checkout) => {
    const notice = takeCheckoutForm(ctx, checkout, form) ?? changedTotal(ctx, checkout, form)
    if (notice) return checkoutPage(c, ctx, { checkout, notice })
    const started = await startPayment(ctx, checkout)
    return c.redirect(started.ok ? started.redirectUrl : pathOf(checkout), 303)
  })
}

const pathOf = ({ shop, id }: Checkout): string => `/${shop}/checkout/${id}`

function changedTotal(
  ctx: EmulatorContext,
  checkout: Checkout,
  form: URLSearchParams,
): FormNotice | undefined {
  const { total } = priceCheckout(checkout, knownSeed(ctx, checkout.shop))
  const shown = form.get('shown')
  return shown === null || shown === `${total} ${checkout.currency}` ? undefined : 'changed'
}

/** An ordered checkout only has its thank-you page. */
async function withOpen(c: C, ctx: EmulatorContext, then: (checkout: Checkout) => Answer): Promise<Response> {
  const checkout = findCheckout(ctx, c.req.param('shop') ?? '', c.req.param('id') ?? '')
  if (!checkout) return gonePage(c, ctx)
  return isOpen(ctx, checkout) ? then(checkout) : c.redirect(`${pathOf(checkout)}/thank-you`, 303)
}
