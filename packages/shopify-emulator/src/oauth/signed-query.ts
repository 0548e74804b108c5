import { createHmac, timingSafeEqual } from 'node:crypto'
import type { EmulatorContext } from '../context/emulator-context'

/** Hex SHA-256 over the sorted query without `hmac` itself, as Shopify signs what a browser carries to the app. */
export function hmacOf(query: URLSearchParams, secret: string): string {
  const signed = new URLSearchParams(query)
  signed.delete('hmac')
  signed.sort()
  return createHmac('sha256', secret).update(signed.toString()).digest('hex')
}

/** The parameters with their hmac. */
function signedQuery(parameters: Readonly<Record<string, string>>, secret: string): URLSearchParams {
  const query = new URLSearchParams(parameters)
  query.set('hmac', hmacOf(query, secret))
  query.sort()
  return query
}

/** Compares without telling how far two secrets agree. */
export function isSameSecret(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** `shop`, `timestamp`, `host` and their hmac, with what else the visit carries. */
export function signedAppQuery(
  ctx: EmulatorContext,
  shop: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const host = Buffer.from(`${shop}/admin`).toString('base64url')
  const timestamp = String(Math.floor(ctx.clock.now() / 1000))
  return signedQuery({ ...more, shop, host, timestamp }, ctx.app.apiSecretKey).toString()
}

/** The app's own address, signed: what "open app" in the admin leads to. */
export function signedAppUrl(ctx: EmulatorContext, shop: string): string {
  const url = new URL(ctx.app.applicationUrl)
  url.search = signedAppQuery(ctx, shop)
  return url.toString()
}
