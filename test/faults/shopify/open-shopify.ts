import type { Stack } from '@craftgate-commerce/example-demo'
import { ClockShift, Emulator } from '../../contract/emulator'
import { Scene } from '../../contract/scene'
import { exampleStore } from '../../contract/shopify/example-store'
import type { ShopifyStore } from '../../contract/shopify/shopify-store'
import { startTestStack } from '../../stack/start-test-stack'

export interface OpenShopify {
  readonly stack: Stack<'shopify'>
  readonly store: ShopifyStore
  /** A new row: everything honest again, and nothing bought yet. */
  scene(): Scene
}

export interface OpenOptions {
  readonly instances?: number
  readonly env?: Readonly<Record<string, string>>
}

/** The app on a database of its own, with Shopify and Craftgate around it. Nothing runs by the clock but its jobs. */
export async function openShopify(
  database: string,
  { instances = 1, env = {} }: OpenOptions = {},
): Promise<OpenShopify> {
  const time = new ClockShift()
  const stack = await startTestStack(database, {
    stores: ['shopify'],
    sandbox: { clock: time.clock, checkAnswers: true },
    shopify: {
      instances,
      env: { RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false', RETRY_SCALE: '0.001', ...env },
      emulator: { sessionRequests: { timeoutMs: 2000, retryAfterMs: [50, 100, 200] } },
    },
  })
  const { shopify, sandbox } = stack
  const store = exampleStore(shopify)
  const emulator = new Emulator(sandbox, time)
  return {
    stack,
    store,
    scene() {
      emulator.reset()
      shopify.emulator.control.reset()
      sandbox.control.webhooks.setUrl(store.webhookUrls[0])
      return new Scene(store, emulator)
    },
  }
}
