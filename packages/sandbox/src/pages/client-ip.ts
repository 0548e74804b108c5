import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/** The first address of X-Forwarded-For (demos stand behind nothing, tests set it), else the socket's. */
export function clientIpOf(c: Context): string | undefined {
  const forwarded = c.req.header('x-forwarded-for')?.split(',')[0]?.trim()
  if (forwarded !== undefined && forwarded !== '') return forwarded
  return socketAddress(c)?.replace(/^::ffff:/, '')
}

/** No socket when the app is called without a server, as tests do. */
function socketAddress(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}
