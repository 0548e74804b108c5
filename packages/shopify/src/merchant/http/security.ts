import type { Context } from 'hono'
import type { AppOptions } from '../../options'

/**
 * Where forms lead beside the app: browsers check every redirect behind one, and logging in and activating lead to the shop's
 * admin.
 */
export function formTargets({ shopify }: Pick<AppOptions, 'shopify'>): readonly string[] {
  const shops = ['https://*.myshopify.com', 'https://*.shopify.com']
  return shopify.emulator === undefined ? shops : [...shops, new URL(shopify.emulator).origin]
}

/** Payments are nobody's cache's business. */
export function setNoStore(c: Context): void {
  c.header('cache-control', 'no-store')
}

/** The fields of a posted form, as browsers send them; of anything else none. */
export async function readForm({ req }: Context): Promise<URLSearchParams> {
  const isForm = (req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')
  return new URLSearchParams(isForm ? await req.text() : '')
}
