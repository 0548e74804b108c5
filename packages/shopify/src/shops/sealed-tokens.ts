import type { ShopRow } from '../database'
import type { Keyring } from '../secrets'
import type { GrantedTokens } from './granted-tokens'

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
