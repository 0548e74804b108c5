import { randomInt } from 'node:crypto'
import { knownSeed, type World } from '../world'
import type { ShopState } from './shop-state'

/** What this shop knows of the app; made when first asked for. Throws when there is no such shop. */
export function shopStateOf(world: World, domain: string): ShopState {
  const seed = knownSeed(world, domain)
  const known = world.state.shops[domain]
  if (known) return known
  const fresh: ShopState = {
    id: randomInt(10_000_000, 99_999_999),
    granted: seed.installed === 'yes',
    installed: false,
    ...{ accessTokens: [], refreshTokens: [], codes: [] },
    settings: { active: false, testMode: true, capture: 'automatic' },
  }
  world.state.shops[domain] = fresh
  return fresh
}
