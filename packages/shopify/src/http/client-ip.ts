import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import proxyAddr from 'proxy-addr'

/** The shopper's address; X-Forwarded-For is believed as far as known proxies wrote it. */
export function clientIpBehind(trustedProxies: readonly string[]) {
  const isTrusted = proxyAddr.compile([...trustedProxies])
  return (context: Context<{ Bindings: HttpBindings }>): string | undefined =>
    proxyAddr(context.env.incoming, isTrusted)
}
