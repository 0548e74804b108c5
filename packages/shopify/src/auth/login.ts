import type { Context } from 'hono'
import { type CookieContext, type CookieKind, SignedCookie } from '../http/signed-cookie'
import type { ShopStore } from '../shops/shop-store'

export interface LoginDeps {
  readonly context: CookieContext
  readonly shops: Pick<ShopStore, 'installedSince'>
}

const HOUR_SECONDS = 3600

const MERCHANT: CookieKind = {
  cookie: 'craftgate_merchant',
  purpose: 'merchant-login',
  seconds: 8 * HOUR_SECONDS,
}

const INSTALL: CookieKind = {
  cookie: 'craftgate_install',
  purpose: 'install-state',
  seconds: HOUR_SECONDS / 6,
}

/** The merchant who works in this browser. */
export const merchantCookie = (context: CookieContext): SignedCookie => new SignedCookie(MERCHANT, context)

/** The browser that was sent to Shopify's consent page; its id is OAuth's `state`. */
export const installCookie = (context: CookieContext): SignedCookie => new SignedCookie(INSTALL, context)

/**
 * The shop whose merchant is logged in in this browser; undefined when nobody is, or the shop has left since, even when
 * it came back. The merchant pages ask this for every request, and take the shop from nowhere else.
 */
export async function merchantOf(c: Context, { context, shops }: LoginDeps): Promise<string | undefined> {
  const session = await merchantCookie(context).read(c)
  return session && (await shops.installedSince(session.shop, session.issuedAt)) ? session.shop : undefined
}
