import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { buildHouse } from './build-house'
import { openBundle } from './certificates/write-certificates'
import type { ShopifyControl } from './control/control'
import type { ShopifyEmulatorOptions } from './options/options'

/** A running emulator. */
export interface ShopifyEmulator {
  /** Without a slash at the end. */
  readonly url: string
  /** `${url}/zerdali.myshopify.com`: what the app maps `https://zerdali.myshopify.com` to. */
  shopUrl(domain: string): string
  readonly control: ShopifyControl
  /** Stops listening and sending, and writes the state file once more. */
  close(): Promise<void>
}

/**
 * Starts Shopify's side on 127.0.0.1. Rejects when the state file is broken or the port is taken. The app may start
 * before or after.
 */
export async function startShopifyEmulator(options: ShopifyEmulatorOptions): Promise<ShopifyEmulator> {
  const house = buildHouse(options, await openBundle(options.certificates))
  const server = await listen(house.app.fetch, options.port ?? 0)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  house.open(url)
  return {
    url,
    shopUrl: (domain) => `${url}/${domain}`,
    control: house.control,
    async close() {
      await stop(server)
      await house.close()
    },
  }
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

function listen(fetch: Fetch, port: number): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
