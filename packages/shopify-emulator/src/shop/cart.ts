import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { addOne, findCheckout, isOpen } from '../checkouts/change-checkout'
import type { Checkout } from '../checkouts/checkout'
import { createCheckout } from '../checkouts/create-checkout'
import type { NodeEnv } from '../http/cut'
import { readForm } from '../http/read-form'
import { langOf } from '../pages/lang'
import type { World } from '../world'

const COOKIE = 'cart'
const shopOf = (c: Context): string => c.req.param('shop') ?? ''

/** The cart is a checkout that this browser began and has not paid yet. */
export function cartOf(c: Context, world: World): Checkout | undefined {
  const checkout = findCheckout(world, shopOf(c), getCookie(c, COOKIE) ?? '')
  return checkout && isOpen(world, checkout) ? checkout : undefined
}

export async function addToCart(c: Context<NodeEnv>, world: World): Promise<Response> {
  const form = await readForm(c)
  const shop = shopOf(c)
  const currency = form.get('currency') ?? undefined
  const cart = cartOf(c, world) ?? createCheckout(world, shop, { lines: [], currency, locale: langOf(c) })
  if (typeof cart === 'string') return c.text(`${cart}\n`, 422)
  if (cart.lines.length === 0 && currency) cart.currency = currency
  if (!addOne(world, cart, form.get('sku') ?? '')) return c.text('Not sold here in this currency.\n', 422)
  setCookie(c, COOKIE, cart.id, { path: `/${shop}`, sameSite: 'Lax', httpOnly: true })
  return c.redirect(`/${shop}/?currency=${cart.currency}`, 303)
}
