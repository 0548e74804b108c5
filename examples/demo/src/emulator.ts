import {
  type Sandbox,
  type SandboxMerchant,
  type SandboxOptions,
  startSandbox,
} from '@craftgate-commerce/sandbox'
import { addressOf, type StorePlace } from './places-of-stores'
import type { StoreName } from './stack-options'

/** Each store is a merchant of its own at Craftgate, so that each hears of its own payments only. */
const MERCHANTS = {
  vendure: { name: 'Zerdali', apiKey: 'zerdali-api-key', secretKey: 'zerdali-secret-key' },
  medusa: {
    name: 'Zerdali (Medusa)',
    apiKey: 'zerdali-medusa-api-key',
    secretKey: 'zerdali-medusa-secret-key',
  },
  shopify: {
    name: 'Zerdali (Shopify)',
    apiKey: 'zerdali-shopify-api-key',
    secretKey: 'zerdali-shopify-secret-key',
  },
} as const

/** Shopify sends test payments of the same shop, and those of another shop, to the same app: with keys of their own. */
const MORE_FOR_SHOPIFY = [
  {
    name: 'Zerdali (Shopify, test)',
    apiKey: 'zerdali-shopify-test-api-key',
    secretKey: 'zerdali-shopify-test-secret-key',
    path: '/craftgate/zerdali/test/webhook',
  },
  {
    name: 'İkinci Mağaza (Shopify)',
    apiKey: 'ikinci-api-key',
    secretKey: 'ikinci-secret-key',
    path: '/craftgate/ikinci-magaza/live/webhook',
  },
] as const

/** Starts the emulator with one merchant for each store, in this order, unless the options bring their own. */
export function startEmulator(places: readonly StorePlace[], options: SandboxOptions): Promise<Sandbox> {
  const given = options.seed?.merchants ?? places.map(({ store }) => MERCHANTS[store])
  const merchants = given.map((merchant, index) => ({ webhookUrl: webhookOf(places[index]), ...merchant }))
  return startSandbox({ ...options, seed: { merchants: [...merchants, ...moreMerchants(places)] } })
}

/** The first server of the store hears all webhooks. */
function webhookOf(place: StorePlace | undefined): string | undefined {
  if (place?.ports[0] === undefined) return undefined
  const path = place.store === 'shopify' ? '/craftgate/zerdali/live/webhook' : '/craftgate/webhook'
  return `${addressOf(place.ports[0])}${path}`
}

function moreMerchants(places: readonly StorePlace[]) {
  const port = places.find(({ store }) => store === 'shopify')?.ports[0]
  if (port === undefined) return []
  return MORE_FOR_SHOPIFY.map(({ path, ...merchant }) => ({
    ...merchant,
    webhookUrl: `${addressOf(port)}${path}`,
  }))
}

/** @throws Error when the emulator has no merchant with this API key. */
export function merchantWithKey(
  sandbox: Sandbox,
  apiKey: (typeof MORE_FOR_SHOPIFY)[number]['apiKey'],
): SandboxMerchant {
  const merchant = sandbox.merchants.find((each) => each.apiKey === apiKey)
  if (!merchant) throw new Error(`The emulator has no merchant with the API key ${apiKey}`)
  return merchant
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
