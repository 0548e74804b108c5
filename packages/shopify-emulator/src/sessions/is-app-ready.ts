import { shopStateOf } from '../oauth/shop-state-of'
import type { World } from '../world'

/** Buyers may pay with the app: it said ready, and the merchant activated it. */
export function isAppReady(world: World, shop: string): boolean {
  const { installed, configuration, settings } = shopStateOf(world, shop)
  return installed && configuration?.ready === true && settings.active
}
