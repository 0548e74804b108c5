import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'

/** The largest form holds three keys. */
const MAX_FORM_BYTES = 16 * 1024

/**
 * Stands before each POST. Named by route and not by `use('*')`: shoppers come back from Craftgate by a POST from
 * another site, below the same root.
 */
export const protectPost = (publicUrl: string): [MiddlewareHandler, MiddlewareHandler] => [
  csrf({ origin: new URL(publicUrl).origin }),
  bodyLimit({ maxSize: MAX_FORM_BYTES }),
]
