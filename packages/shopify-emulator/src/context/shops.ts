import { randomInt } from 'node:crypto'
import type { ShopSeed } from '../options/shop-seed'
import type { EmulatorContext } from './emulator-context'
import type { ShopState } from './shop-state'

/** The seed of a shop; undefined when there is none under this domain. */
export const seedOf = (ctx: EmulatorContext, domain: string): ShopSeed | undefined =>
  ctx.options.shops.find((shop) => shop.domain === domain)

/** Throws when there is no such shop. */
export function knownSeed(ctx: EmulatorContext, domain: string): ShopSeed {
  const seed = seedOf(ctx, domain)
  if (!seed) throw new Error(`There is no shop ${domain}`)
  return seed
}

export const shopUrl = (ctx: EmulatorContext, domain: string): string => `${ctx.url()}/${domain}`

/** What this shop knows of the app; made when first asked for. Throws when there is no such shop. */
export function shopStateOf(ctx: EmulatorContext, domain: string): ShopState {
  const seed = knownSeed(ctx, domain)
  const known = ctx.state.shops[domain]
  if (known) return known
  const fresh: ShopState = {
    id: randomInt(10_000_000, 99_999_999),
    granted: seed.installed === 'yes',
    installed: false,
    ...{ accessTokens: [], refreshTokens: [], codes: [] },
    settings: { active: false, testMode: true, capture: 'automatic' },
  }
  ctx.state.shops[domain] = fresh
  return fresh
}

/** Buyers may pay with the app: it said ready, and the merchant activated it. */
export function isAppReady(ctx: EmulatorContext, shop: string): boolean {
  const { installed, configuration, settings } = shopStateOf(ctx, shop)
  return installed && configuration?.ready === true && settings.active
}
