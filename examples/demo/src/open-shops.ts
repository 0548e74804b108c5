import type { Sandbox } from '@craftgate-commerce/sandbox'
import { merchantOf, merchantWithKey } from './emulator'
import type { Keep } from './keep'
import { startMedusa } from './medusa'
import { addressOf, type StorePlace } from './places-of-stores'
import { freePort } from './ports'
import { startRedis } from './redis'
import type { SeededDatabase } from './seeded-database'
import type { SeededDatabases } from './seeded-databases'
import { startShopify } from './shopify'
import type { StackOptions, StoreName } from './stack-options'
import { type Environment, storeEnvironment } from './store-environment'
import { BEHIND, type Storefront, startStorefront } from './storefront'
import type { Shops } from './stores'
import { startVendure } from './vendure'

export interface Ground {
  readonly options: StackOptions<StoreName>
  readonly places: readonly StorePlace[]
  readonly databases: SeededDatabases
  readonly sandbox: Sandbox
  readonly keep: Keep
}

interface Opening {
  readonly stateDir: string
  readonly database: SeededDatabase
  readonly env: Environment
  readonly ports: readonly number[]
}

type Opened = { -readonly [S in StoreName]?: Shops[S] }

/** Starts the shops one after the other, and puts a storefront before each. */
export async function openShops(
  ground: Ground,
): Promise<Opened & { storefronts: Partial<Record<StoreName, Storefront>> }> {
  const { onPhase = () => {}, storefront = true } = ground.options
  const shops: Opened = {}
  for (const place of ground.places) {
    onPhase(place.store)
    Object.assign(shops, await OPEN[place.store](ground, openingOf(ground, place)))
  }
  if (!storefront) return { ...shops, storefronts: {} }
  onPhase('storefront')
  return { ...shops, storefronts: await openStorefronts(ground, shops) }
}

const OPEN: Readonly<Record<StoreName, (ground: Ground, opening: Opening) => Promise<Opened>>> = {
  async vendure({ options, keep }, opening) {
    const worker = options.vendure?.worker ?? true
    return { vendure: keep(await startVendure({ ...opening, worker })) }
  },
  async medusa({ options, keep }, opening) {
    const redis = options.medusa?.redis ? keep(await startRedis(options.stateDir)) : undefined
    const env = { ...opening.env, REDIS_URL: redis?.url }
    return { medusa: keep(await startMedusa({ ...opening, env })) }
  },
  async shopify({ options, places, sandbox, keep }, opening) {
    const { stateDir, database, ports } = opening
    const merchants = {
      zerdali: merchantOf(sandbox, places, 'shopify'),
      test: merchantWithKey(sandbox, 'zerdali-shopify-test-api-key'),
      second: merchantWithKey(sandbox, 'ikinci-api-key'),
    }
    const { emulator, env = {} } = options.shopify ?? {}
    const emulatorPort = options.ports?.shopifyEmulator && (await freePort(options.ports.shopifyEmulator))
    const craftgateUrl = sandbox.url
    const shopify = { stateDir, database, ports, env, emulator, emulatorPort, craftgateUrl, merchants }
    return { shopify: keep(await startShopify(shopify)) }
  },
}

function openingOf(ground: Ground, { store, ports, storefrontPort }: StorePlace): Opening {
  const { options, places, databases, sandbox } = ground
  const { stateDir } = options
  const merchant = merchantOf(sandbox, places, store)
  const storefrontUrl = addressOf(storefrontPort)
  const env = storeEnvironment({ stateDir, store, storefrontUrl, sandbox, merchant })
  const database = databases.get(store)
  if (!database) throw new Error(`The ${store} store has no database`)
  return { stateDir, ports, database, env: { ...env, ...options[store]?.env } }
}

async function openStorefronts(
  { options, places, keep }: Ground,
  { vendure, medusa }: Opened,
): Promise<Partial<Record<StoreName, Storefront>>> {
  const { stateDir } = options
  const behind = {
    vendure: vendure && BEHIND.vendure(vendure),
    medusa: medusa && BEHIND.medusa(medusa),
    // Shopify serves its shops itself.
    shopify: undefined,
  }
  const storefronts: Partial<Record<StoreName, Storefront>> = {}
  for (const { store, storefrontPort } of places) {
    const name = `Storefront for ${store}`
    const shop = behind[store]
    if (shop)
      storefronts[store] = keep(await startStorefront({ name, stateDir, port: storefrontPort, behind: shop }))
  }
  return storefronts
}
