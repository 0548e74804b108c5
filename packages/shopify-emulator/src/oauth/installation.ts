import { randomBytes } from 'node:crypto'
import type { EmulatorContext } from '../context/emulator-context'
import { shopStateOf } from '../context/shops'
import type { WebhookResult } from '../webhooks/deliver-webhook'
import { emitUninstalled } from '../webhooks/topics'

const CODE_LIFE_MS = 60_000

export function issueCode(ctx: EmulatorContext, shop: string): string {
  const code = randomBytes(16).toString('hex')
  shopStateOf(ctx, shop).codes.push({ code, expiresAt: ctx.clock.now() + CODE_LIFE_MS })
  ctx.changed()
  return code
}

/** A code is good once, for a minute. */
export function spendCode(ctx: EmulatorContext, shop: string, code: string): boolean {
  const state = shopStateOf(ctx, shop)
  const known = state.codes.find((one) => one.code === code)
  state.codes = state.codes.filter((one) => one !== known)
  return known !== undefined && known.expiresAt > ctx.clock.now()
}

/** The merchant removes the app: tokens die at once, and the app hears of it. Resolves when it has, or no try reached it. */
export function uninstall(ctx: EmulatorContext, shop: string): Promise<WebhookResult> {
  const state = shopStateOf(ctx, shop)
  Object.assign(state, { granted: false, installed: false, configuration: undefined })
  Object.assign(state, { accessTokens: [], refreshTokens: [], codes: [] })
  state.settings.active = false
  ctx.changed()
  return emitUninstalled(ctx, shop)
}
