import type { MiddlewareHandler } from 'hono'
import { isSameHost } from './refuse-foreign-pages'

/**
 * A page from elsewhere must not press an emulator's buttons: browsers say where a post comes from in Sec-Fetch-Site
 * and Origin. Tools such as curl send neither and are welcome. What only reads may be linked to from anywhere.
 */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const isElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (c.req.method === 'POST' && (isElsewhere || !isSameHost(c.req.header('origin'), c.req.url))) {
    return c.text('This page takes orders from itself only.\n', 403)
  }
  return next()
}
