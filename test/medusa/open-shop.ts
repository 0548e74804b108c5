import type { Stack } from '@craftgate-commerce/example-demo'
import { ClockShift, Emulator } from '../contract/emulator'
import { EXAMPLE_SHOP } from '../contract/medusa/example-shop'
import { MedusaStore } from '../contract/medusa/medusa-store'
import { Scene } from '../contract/scene'
import { startTestStack } from '../stack/start-test-stack'

export interface OpenShop {
  readonly stack: Stack<'medusa'>
  readonly store: MedusaStore
  /** A new row: everything honest again, and nothing bought yet. */
  scene(): Scene
}

/** One Medusa server with in-memory events, workflows and locks, on a database of its own. Kept still: no job runs. */
export async function openShop(
  database: string,
  env: Readonly<Record<string, string>> = {},
): Promise<OpenShop> {
  const time = new ClockShift()
  const stack = await startTestStack(database, {
    stores: ['medusa'],
    sandbox: { clock: time.clock },
    medusa: { env: { RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false', ...env } },
  })
  const { main, publishableKey } = stack.medusa
  const store = new MedusaStore({
    urls: () => [main.url],
    publishableKey,
    ...EXAMPLE_SHOP,
    async restart() {
      await main.stop('SIGKILL')
      await main.start()
    },
  })
  const emulator = new Emulator(stack.sandbox, time)
  return {
    stack,
    store,
    scene() {
      emulator.reset()
      stack.sandbox.control.webhooks.setUrl(`${main.url}/craftgate/webhook`)
      return new Scene(store, emulator)
    },
  }
}
