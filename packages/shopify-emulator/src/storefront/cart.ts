import { type NodeEnv, readForm } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { addOne, findCheckout } from '../checkouts/change-checkout'
import { createCheckout } from '../checkouts/create-checkout'
import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { isOpen } from '../orders/order'
import { langOf } from '../pages/lang'

const COOKIE = 'cart'
const shopOf = (c: Context): string => c.req.param('shop') ?? ''

/** The cart is a checkout that this browser began and has not paid yet. */
export function cartOf(c: Context, ctx: EmulatorContext): Checkout | undefined {
  const checkout = findCheckout(ctx, shopOf(c), getCookie(c, COOKIE) ?? '')
  return checkout && isOpen(ctx, checkout) ? checkout : undefined
}

export async function addToCart(c: Context<NodeEnv>, ctx: EmulatorContext): Promise<Response> {
  const form = await readForm(c)
  const shop = shopOf(c)
  const currency = form.get('currency') ?? undefined
  const cart = cartOf(c, ctx) ?? createCheckout(ctx, shop, { lines: [], currency, locale: langOf(c) })
  if (typeof cart === 'string') return c.text(`${cart}\n`, 422)
  if (cart.lines.length === 0 && currency) cart.currency = currency
  if (!addOne(ctx, cart, form.get('sku') ?? '')) return c.text('Not sold here in this currency.\n', 422)
  setCookie(c, COOKIE, cart.id, { path: `/${shop}`, sameSite: 'Lax', httpOnly: true })
  return c.redirect(`/${shop}/?currency=${cart.currency}`, 303)
}
