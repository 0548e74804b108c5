import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCertificates } from '../certificates/write-certificates'
import type { ShopifyEmulatorOptions } from '../options/options'
import { type ShopifyEmulator, startShopifyEmulator } from '../start-shopify-emulator'
import { type FakeApp, openFakeApp } from './fake-app'
import { testShops } from './test-shops'
import { openWebhookListener } from './webhook-listener'

export const SHOP = 'zerdali.myshopify.com'
export const OTHER_SHOP = 'kiraz.myshopify.com'
export const API_KEY = 'test-api-key'
export const API_SECRET = 'test-api-secret'
export const CALLBACK = 'http://app.example/auth/callback'

export interface TestApp {
  readonly emulator: ShopifyEmulator
  readonly app: FakeApp
  readonly webhooks: Awaited<ReturnType<typeof openWebhookListener>>
  readonly options: ShopifyEmulatorOptions
  close(): Promise<void>
}

/** An emulator, an app that listens, and a directory of its own for everything. */
export async function openTestApp(more: Partial<ShopifyEmulatorOptions> = {}): Promise<TestApp> {
  const directory = mkdtempSync(join(tmpdir(), 'shopify-emulator-'))
  const app = await openFakeApp(await writeCertificates(directory))
  const webhooks = await openWebhookListener()
  const options: ShopifyEmulatorOptions = {
    app: {
      apiKey: API_KEY,
      apiSecretKey: API_SECRET,
      applicationUrl: 'http://app.example',
      sessionUrls: {
        payment: `${app.url}/payment`,
        refund: `${app.url}/refund`,
        capture: `${app.url}/capture`,
        void: `${app.url}/void`,
      },
      webhookUrls: {
        appUninstalled: `${webhooks.url}/uninstalled`,
        compliance: `${webhooks.url}/compliance`,
      },
    },
    shops: testShops,
    certificates: directory,
    sessionRequests: { timeoutMs: 2000, retryAfterMs: [10, 20, 30] },
    ...more,
  }
  const emulator = await startShopifyEmulator(options)
  return {
    ...{ emulator, app, webhooks, options },
    async close() {
      await emulator.close()
      await Promise.all([app.close(), webhooks.close()])
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
