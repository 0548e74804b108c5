import { randomBytes } from 'node:crypto'
import type { EmulatorContext } from '../context/emulator-context'
import type { AccessToken, RefreshToken, ShopState } from '../context/shop-state'
import { seedOf, shopStateOf } from '../context/shops'

const SECOND = 1000
const DAY = 24 * 60 * 60 * SECOND
export const REFRESH_SECONDS = 7_776_000
/** How long a refresh token that was replaced stays good, if the new one is never used. */
const GRACE = 30 * DAY

export const SCOPE = 'write_payment_gateways,write_payment_sessions'

export interface TokenPair {
  readonly access: AccessToken
  readonly refresh: RefreshToken
}

/** The token is of this shop and has not expired. */
export function isGoodToken(ctx: EmulatorContext, shop: string, token: string | undefined): boolean {
  if (!seedOf(ctx, shop)) return false
  const known = shopStateOf(ctx, shop).accessTokens.find((one) => one.token === token)
  return known !== undefined && (known.expiresAt ?? Number.POSITIVE_INFINITY) > ctx.clock.now()
}

/** An offline token for ever, as apps of before 2026-04-01 have it. */
export function issueLasting(shop: ShopState): AccessToken {
  const access = { token: secret('shpat') }
  shop.accessTokens.push(access)
  return access
}

export const accessSeconds = (ctx: EmulatorContext): number => ctx.options.accessTokenSeconds ?? 3600

export function issuePair(ctx: EmulatorContext, shop: ShopState, replaces?: string): TokenPair {
  const now = ctx.clock.now()
  const access = { token: secret('shpat'), expiresAt: now + accessSeconds(ctx) * SECOND }
  const refresh = { token: secret('shprt'), expiresAt: now + REFRESH_SECONDS * SECOND, replaces }
  shop.accessTokens = [...shop.accessTokens.filter((one) => isAlive(one, now)), access]
  shop.refreshTokens.push(refresh)
  return { access, refresh }
}

/**
 * A new pair for a refresh token, which stays good until its replacement is first used. Used again before that, it gives
 * another replacement, and the one that got lost is dead. Undefined when the token is not, or no longer, good.
 */
export function rotate(ctx: EmulatorContext, shop: ShopState, token: string): TokenPair | undefined {
  const now = ctx.clock.now()
  const known = shop.refreshTokens.find((one) => one.token === token)
  if (!known || known.expiresAt <= now || now - (known.replacedAt ?? now) > GRACE) return undefined
  shop.refreshTokens = shop.refreshTokens.filter(
    (one) => one.token !== known.replaces && one.replaces !== token,
  )
  known.replacedAt ??= now
  return issuePair(ctx, shop, token)
}

const isAlive = ({ expiresAt }: AccessToken, now: number): boolean =>
  expiresAt === undefined || expiresAt > now

const secret = (prefix: string): string => `${prefix}_${randomBytes(16).toString('hex')}`
