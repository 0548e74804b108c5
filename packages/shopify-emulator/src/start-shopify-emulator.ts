import type { AddressInfo } from 'node:net'
import { listen, stop } from '@craftgate-commerce/emulator-kit'
import { openBundle } from './certificates/write-certificates'
import type { ShopifyControl } from './control/control'
import { createEmulator } from './create-emulator'
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
  const emulator = createEmulator(options, await openBundle(options.certificates))
  const server = await listen(emulator.app.fetch, { port: options.port })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  emulator.listenAt(url)
  return {
    url,
    shopUrl: (domain) => `${url}/${domain}`,
    control: emulator.control,
    async close() {
      await stop(server)
      await emulator.close()
    },
  }
}
