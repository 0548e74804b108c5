import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { HTTPException } from 'hono/http-exception'
import { pageStyleHash } from '../ui/style'

/** Nothing runs, nothing is loaded, nobody frames it, and forms lead nowhere else, by a redirect neither. */
export const pagePolicy = (formTargets: readonly string[] = []): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${pageStyleHash}'`,
    'img-src data:',
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ')

/** `same-origin` tells other sites nothing, as `no-referrer` would; but with that one browsers send forms without their origin. */
export function secure(c: Context, formTargets?: readonly string[]): void {
  c.header('content-security-policy', pagePolicy(formTargets))
  c.header('referrer-policy', 'same-origin')
  c.header('x-content-type-options', 'nosniff')
  c.header('cache-control', 'no-store')
}

const MAX_FORM_BYTES = 16 * 1024

/** Stands before each POST: only pages of the panel's own origin may post. Browsers name the origin of every POST. */
export const protectPost = (url: string): [MiddlewareHandler, MiddlewareHandler] => [
  async (c, next) => {
    if (c.req.header('origin') !== new URL(url).origin)
      throw new HTTPException(403, { message: 'Another origin' })
    await next()
  },
  bodyLimit({ maxSize: MAX_FORM_BYTES }),
]
