import type { Sandbox } from '@craftgate-commerce/sandbox'
import { startEmulator } from './emulator'
import { type Keep, keeper } from './keep'
import { openShops } from './open-shops'
import { takePlaces } from './places-of-stores'
import { freePort } from './ports'
import { type Postgres, startPostgres } from './postgres'
import { seededDatabases } from './seeded-databases'
import type { StackOptions, StoreName } from './stack-options'
import type { Storefront } from './storefront'
import type { Shops } from './stores'

interface Parts {
  readonly postgres: Postgres
  readonly sandbox: Sandbox
  /** The storefront of each store. */
  readonly storefronts: Readonly<Partial<Record<StoreName, Storefront>>>
  /** The first of them. */
  readonly storefront?: Storefront
}

interface Running extends Parts {
  /** Stops everything that was started, in the order that loses nothing. */
  stop(): Promise<void>
}

/** What runs, with each of the shops that were asked for. */
export type Stack<S extends StoreName = 'vendure'> = Running & Pick<Shops, S>

/** Starts database, emulator, shops and storefronts. When one of them does not start, the others are stopped again. */
export function startStack<S extends StoreName = 'vendure'>(options: StackOptions<S>): Promise<Stack<S>>
export async function startStack(options: StackOptions<StoreName>): Promise<Running & Partial<Shops>> {
  const { keep, stop } = keeper()
  try {
    return { ...(await startParts(options, keep)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function startParts(options: StackOptions<StoreName>, keep: Keep): Promise<Parts & Partial<Shops>> {
  const { stateDir, databaseUrl, fresh, onPhase = () => {} } = options
  const stores = options.stores ?? ['vendure']
  onPhase('database')
  const postgres = keep(await startPostgres({ stateDir, databaseUrl, throwaway: fresh }))
  onPhase('seed')
  const databases = await seededDatabases(postgres, options, stores)
  onPhase('emulator')
  // Only now: a port that is free before the seed may be taken after it.
  const places = await takePlaces(options, stores)
  const port = await freePort(options.ports?.sandbox)
  const sandbox = await startEmulator(places, { port, ...options.sandbox })
  keep({ stop: () => sandbox.close() })
  const opened = await openShops({ options, places, databases, sandbox, keep })
  const storefront = places.map(({ store }) => opened.storefronts[store]).find((each) => each)
  return { postgres, sandbox, storefront, ...opened }
}
