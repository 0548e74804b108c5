import {
  type Sandbox,
  type SandboxMerchant,
  type SandboxOptions,
  startSandbox,
} from '@craftgate-commerce/sandbox'
import { addressOf, type StorePlace } from './places-of-stores'
import type { StoreName } from './stores'

/** Each store is a merchant of its own at Craftgate, so that each hears of its own payments only. */
const MERCHANTS = {
  vendure: { name: 'Zerdali', apiKey: 'zerdali-api-key', secretKey: 'zerdali-secret-key' },
  medusa: {
    name: 'Zerdali (Medusa)',
    apiKey: 'zerdali-medusa-api-key',
    secretKey: 'zerdali-medusa-secret-key',
  },
} as const

/** Starts the emulator with one merchant for each store, in this order, unless the options bring their own. */
export function startEmulator(places: readonly StorePlace[], options: SandboxOptions): Promise<Sandbox> {
  const given = options.seed?.merchants ?? places.map(({ store }) => MERCHANTS[store])
  const merchants = given.map((merchant, index) => ({ webhookUrl: webhookOf(places[index]), ...merchant }))
  return startSandbox({ ...options, seed: { merchants } })
}

/** The first server of the store hears all webhooks. */
function webhookOf(place: StorePlace | undefined): string | undefined {
  return place?.ports[0] === undefined ? undefined : `${addressOf(place.ports[0])}/craftgate/webhook`
}

/** @throws Error when the emulator knows fewer merchants than there are stores. */
export function merchantOf(
  sandbox: Sandbox,
  places: readonly StorePlace[],
  store: StoreName,
): SandboxMerchant {
  const merchant = sandbox.merchants[places.findIndex((place) => place.store === store)]
  if (!merchant) throw new Error(`The emulator's seed has no merchant for the ${store} store`)
  return merchant
}
