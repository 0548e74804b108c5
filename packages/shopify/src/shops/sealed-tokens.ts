import type { ShopRow } from '../database'
import type { Keyring } from '../secrets'

/** What Shopify gives for an authorization code or a refresh token. Never log one. */
export interface GrantedTokens {
  readonly accessToken: string
  /** Seconds; absent for a token that does not expire. */
  readonly expiresIn?: number
  readonly refreshToken?: string
  /** Seconds. */
  readonly refreshTokenExpiresIn?: number
  /** What the app may do, separated by commas. */
  readonly scope: string
}

/**
 * granted: a new pair. refused: Shopify will not give one, now or later; `code` is its word for why. unavailable: it is
 * not known, the same question may be asked again.
 */
export type TokenAnswer =
  | { readonly kind: 'granted'; readonly tokens: GrantedTokens }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unavailable'; readonly reason: string }

export type TokenField = 'accessToken' | 'refreshToken'

export const TOKEN_FIELDS: readonly TokenField[] = ['accessToken', 'refreshToken']

export const tokenPlace = (field: TokenField, shop: string): string => `shop.${field}/${shop}`

type TokenColumns = Pick<
  ShopRow,
  'accessToken' | 'accessTokenExpiresAt' | 'refreshToken' | 'refreshTokenExpiresAt' | 'scope'
>

/** The columns of a shop that hold its tokens. */
export function sealTokens(
  { keyring, shop, now }: { keyring: Keyring; shop: string; now: Date },
  tokens: GrantedTokens,
): TokenColumns {
  const { accessToken, refreshToken, expiresIn, refreshTokenExpiresIn, scope } = tokens
  const end = (seconds: number | undefined) =>
    seconds === undefined ? null : new Date(now.getTime() + seconds * 1000)
  const seal = (field: TokenField, token: string) => keyring.seal(token, tokenPlace(field, shop))
  return {
    accessToken: seal('accessToken', accessToken),
    accessTokenExpiresAt: end(expiresIn),
    refreshToken: refreshToken === undefined ? null : seal('refreshToken', refreshToken),
    refreshTokenExpiresAt: end(refreshTokenExpiresIn),
    scope,
  }
}

export const NO_TOKENS = {
  accessToken: null,
  accessTokenExpiresAt: null,
  refreshToken: null,
  refreshTokenExpiresAt: null,
} satisfies Partial<ShopRow>

/**
 * A token of this row; undefined when it has none.
 * @throws UnreadableSecret
 */
export function openToken(keyring: Keyring, row: ShopRow, field: TokenField): string | undefined {
  const sealed = row[field]
  return sealed === null ? undefined : keyring.open(sealed, tokenPlace(field, row.shop))
}
