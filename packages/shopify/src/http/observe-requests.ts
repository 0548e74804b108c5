import { randomUUID } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import { currentWork, runAs } from '../context/current-work'
import { measureRequest } from '../context/telemetry'

/** What a proxy or Shopify may call a request; anything else is not repeated in a log. */
const ID = /^[\w-]{1,64}$/

const idOf = (text: string | undefined): string | undefined => (text && ID.test(text) ? text : undefined)

/**
 * Gives each request an id, which its answer and its log lines carry, and measures it. An app that is mounted in another is
 * observed once.
 */
export const observeRequests: MiddlewareHandler = async (c, next) => {
  if (currentWork() !== undefined) return next()
  const requestId = idOf(c.req.header('x-request-id')) ?? randomUUID()
  const shopifyRequestId = idOf(c.req.header('shopify-request-id'))
  const ids = { requestId, ...(shopifyRequestId && { shopifyRequestId }) }
  await runAs(ids, () =>
    measureRequest(c.req.method, ids, async () => {
      await next()
      c.header('x-request-id', requestId)
      return { route: routePath(c, -1), status: c.res.status }
    }),
  )
}
