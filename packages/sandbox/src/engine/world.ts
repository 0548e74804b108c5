import type { EmulatorClock } from '@craftgate-commerce/emulator-kit'
import type { BrowserPost } from '../desk'
import type { Merchant } from '../seed/seed'
import type { State } from './state'
import type { Switches } from './switches'

/** What every rule of the engine reads and writes. */
export interface World {
  readonly state: State
  readonly clock: EmulatorClock
  readonly merchants: readonly Merchant[]
  readonly switches: Switches
  /** Where the sandbox listens, without a slash at the end. */
  readonly url: () => string
  /** Posts a browser's form once more, from here; answers go nowhere. */
  readonly repeat: (post: BrowserPost) => void
}

/** Ids are shared by payments, transactions and refunds, so that one can never pass for another. */
export function nextId(world: World): number {
  world.state.lastId += 1
  return world.state.lastId
}

export function merchantOf(world: World, apiKey: string): Merchant {
  const merchant = world.merchants.find((candidate) => candidate.apiKey === apiKey)
  if (!merchant) throw new Error('The state names a merchant that the seed does not')
  return merchant
}
