import type { World } from '../world'
import { signedQuery } from './signed-query'

/** `shop`, `timestamp`, `host` and their hmac, with what else the visit carries. */
export function visitQuery(world: World, shop: string, more: Readonly<Record<string, string>> = {}): string {
  const host = Buffer.from(`${shop}/admin`).toString('base64url')
  const timestamp = String(Math.floor(world.clock.now() / 1000))
  return signedQuery({ ...more, shop, host, timestamp }, world.app.apiSecretKey).toString()
}

/** The app's own address, signed: what "open app" in the admin leads to. */
export function appUrl(world: World, shop: string): string {
  const url = new URL(world.app.applicationUrl)
  url.search = visitQuery(world, shop)
  return url.toString()
}
