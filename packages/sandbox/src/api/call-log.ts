import { appendFileSync } from 'node:fs'
import { findOperation } from '@craftgate-commerce/openapi'
import type { MiddlewareHandler } from 'hono'
import type { ApiEnv } from './api-context'

/**
 * Appends a line of JSON for each kind of call that was served (`call`: its operationId, `client`: what named itself in
 * `x-client-version`, without its version), once for each sandbox. Refused and unplayed calls are left out: the file
 * says what was proven.
 */
export function callLog(file: string): MiddlewareHandler<ApiEnv> {
  const written = new Set<string>()
  return async (c, next) => {
    await next()
    const call = findOperation(c.req.method, c.req.path)
    if (!call || !c.res.ok) return
    const [client] = (c.req.header('x-client-version') ?? '').split(':')
    const line = JSON.stringify({ call: call.id, client })
    if (written.has(line)) return
    written.add(line)
    appendFileSync(file, `${line}\n`)
  }
}
