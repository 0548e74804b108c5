import type { MiddlewareHandler } from 'hono'

/**
 * A page from elsewhere must not press the console's buttons: browsers say where a post comes from in Sec-Fetch-Site
 * and Origin. Tools such as curl send neither and are welcome.
 */
export const sameOriginOnly: MiddlewareHandler = async (c, next) => {
  const site = c.req.header('sec-fetch-site')
  const fromElsewhere = site !== undefined && site !== 'same-origin' && site !== 'none'
  if (fromElsewhere || !sameHost(c.req.header('origin'), c.req.url)) {
    return c.text('The console takes orders from its own page only.\n', 403)
  }
  await next()
}

function sameHost(origin: string | undefined, url: string): boolean {
  if (origin === undefined) return true
  return URL.canParse(origin) && new URL(origin).host === new URL(url).host
}
