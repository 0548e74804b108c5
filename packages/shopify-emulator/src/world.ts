import type { EmulatorClock } from './clock/emulator-clock'
import type { GraphQLSwitches } from './control/graphql-switches'
import type { RequestLog } from './control/request-log'
import type { AppOptions, ShopifyEmulatorOptions } from './options/options'
import type { ShopSeed } from './options/shop-seed'
import type { DeliveryParts } from './session-requests/deliver-session'
import type { State } from './state/state'

/** What every room needs. */
export interface World {
  readonly options: ShopifyEmulatorOptions
  readonly app: AppOptions
  readonly state: State
  readonly clock: EmulatorClock
  readonly delivery: DeliveryParts
  readonly graphql: GraphQLSwitches
  readonly requests: RequestLog
  /** Without a slash at the end. */
  url(): string
  /** Told after everything that changed the state. */
  changed(): void
  /** Aborted when the emulator closes. */
  readonly closing: AbortSignal
}

/** The seed of a shop; undefined when there is none under this domain. */
export const seedOf = (world: World, domain: string): ShopSeed | undefined =>
  world.options.shops.find((shop) => shop.domain === domain)

export const shopUrl = (world: World, domain: string): string => `${world.url()}/${domain}`

export function knownSeed(world: World, domain: string): ShopSeed {
  const seed = seedOf(world, domain)
  if (!seed) throw new Error(`There is no shop ${domain}`)
  return seed
}
