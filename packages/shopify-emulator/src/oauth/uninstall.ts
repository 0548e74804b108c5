import { announceUninstall } from '../webhooks/announce'
import type { WebhookResult } from '../webhooks/send-webhook'
import type { World } from '../world'
import { shopStateOf } from './shop-state-of'

/** The merchant removes the app: tokens die at once, and the app hears of it. Resolves when it has, or no try reached it. */
export function uninstall(world: World, shop: string): Promise<WebhookResult> {
  const state = shopStateOf(world, shop)
  Object.assign(state, { granted: false, installed: false, configuration: undefined })
  Object.assign(state, { accessTokens: [], refreshTokens: [], codes: [] })
  state.settings.active = false
  world.changed()
  return announceUninstall(world, shop)
}
