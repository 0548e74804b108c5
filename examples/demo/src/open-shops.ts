import type { Sandbox } from '@craftgate-commerce/sandbox'
import { merchantOf } from './emulator'
import type { Keep } from './keep'
import { startMedusa } from './medusa'
import { addressOf, type StorePlace } from './places-of-stores'
import type { Postgres } from './postgres'
import { startRedis } from './redis'
import { freshDatabase, keptDatabase, type SeededDatabase } from './seeded-database'
import { seedOf } from './seeds'
import type { StackOptions } from './stack-options'
import { type Environment, storeEnvironment } from './store-environment'
import { BEHIND, type Storefront, startStorefront } from './storefront'
import type { Shops, StoreName } from './stores'
import { startVendure } from './vendure'

export interface Ground {
  readonly options: StackOptions<StoreName>
  readonly places: readonly StorePlace[]
  readonly postgres: Postgres
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

/** Seeds all shops, starts them one after the other, and puts a storefront before each. */
export async function openShops(
  ground: Ground,
): Promise<Opened & { storefronts: Partial<Record<StoreName, Storefront>> }> {
  const { onPhase = () => {}, storefront = true } = ground.options
  onPhase('seed')
  const openings = await Promise.all(ground.places.map((place) => openingOf(ground, place)))
  const shops: Opened = {}
  for (const { store, ...opening } of openings) {
    onPhase(store)
    Object.assign(shops, await OPEN[store](ground, opening))
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
}

async function openingOf(
  ground: Ground,
  { store, ports, storefrontPort }: StorePlace,
): Promise<Opening & { readonly store: StoreName }> {
  const { options, places, sandbox } = ground
  const { stateDir } = options
  const merchant = merchantOf(sandbox, places, store)
  const storefrontUrl = addressOf(storefrontPort)
  const env = storeEnvironment({ stateDir, store, storefrontUrl, sandbox, merchant })
  const database = await databaseOf(ground, store)
  return { store, stateDir, ports, database, env: { ...env, ...options[store]?.env } }
}

function databaseOf({ options, places, postgres }: Ground, store: StoreName): Promise<SeededDatabase> {
  const { stateDir, database = store } = options
  const name = places.length > 1 && options.database ? `${database}_${store}` : database
  const open = options.fresh ? freshDatabase : keptDatabase
  return open({ postgres, stateDir }, seedOf(store, stateDir), name)
}

async function openStorefronts(
  { options, places, keep }: Ground,
  { vendure, medusa }: Opened,
): Promise<Partial<Record<StoreName, Storefront>>> {
  const { stateDir } = options
  const behind = {
    vendure: vendure && BEHIND.vendure(vendure),
    medusa: medusa && BEHIND.medusa(medusa),
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
