import type { Context } from 'hono'
import { findCheckout, isOpen } from '../checkouts/change-checkout'
import type { Checkout } from '../checkouts/checkout'
import { priceCheckout } from '../checkouts/price-checkout'
import type { NodeEnv } from '../http/cut'
import { readForm } from '../http/read-form'
import { startPayment } from '../sessions/start-payment'
import { knownSeed, type World } from '../world'
import { checkoutPage } from './checkout-page'
import { gonePage } from './gone-page'
import { type FormNotice, takeCheckoutForm } from './take-checkout-form'

type C = Context<NodeEnv>
type Answer = Response | Promise<Response>

export const showCheckout = (c: C, world: World): Answer =>
  withOpen(c, world, (checkout) => checkoutPage(c, world, { checkout }))

/** Coupon, shipping, quantities, address; back to the page, or the page at once when something is wrong. */
export async function updateCheckout(c: C, world: World): Promise<Response> {
  const form = await readForm(c)
  return withOpen(c, world, (checkout) => {
    const notice = takeCheckoutForm(world, checkout, form)
    if (notice) return checkoutPage(c, world, { checkout, notice })
    return c.redirect(pathOf(checkout), 303)
  })
}

/** Saves the form and starts a session, unless the total is another than the buyer saw. */
export async function payCheckout(c: C, world: World): Promise<Response> {
  const form = await readForm(c)
  return withOpen(c, world, async (checkout) => {
    const notice = takeCheckoutForm(world, checkout, form) ?? changedTotal(world, checkout, form)
    if (notice) return checkoutPage(c, world, { checkout, notice })
    const started = await startPayment(world, checkout)
    return c.redirect(started.ok ? started.redirectUrl : pathOf(checkout), 303)
  })
}

const pathOf = ({ shop, id }: Checkout): string => `/${shop}/checkout/${id}`

function changedTotal(world: World, checkout: Checkout, form: URLSearchParams): FormNotice | undefined {
  const { total } = priceCheckout(checkout, knownSeed(world, checkout.shop))
  const shown = form.get('shown')
  return shown === null || shown === `${total} ${checkout.currency}` ? undefined : 'changed'
}

/** An ordered checkout only has its thank-you page. */
async function withOpen(c: C, world: World, then: (checkout: Checkout) => Answer): Promise<Response> {
  const checkout = findCheckout(world, c.req.param('shop') ?? '', c.req.param('id') ?? '')
  if (!checkout) return gonePage(c, world)
  return isOpen(world, checkout) ? then(checkout) : c.redirect(`${pathOf(checkout)}/thank-you`, 303)
}
