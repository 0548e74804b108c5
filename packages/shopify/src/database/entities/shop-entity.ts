import { EntitySchema } from 'typeorm'
import { count, flag, key, moment, orNull, text } from '../columns'

/** A shop that installed the app, with its sealed tokens; without tokens after it was uninstalled. */
export interface ShopRow {
  readonly shop: string
  /** Sealed. */
  readonly accessToken: string | null
  readonly accessTokenExpiresAt: Date | null
  /** Sealed. */
  readonly refreshToken: string | null
  readonly refreshTokenExpiresAt: Date | null
  readonly scope: string
  /** Raised with every new pair of tokens. */
  readonly tokenVersion: number
  /** Shopify was told that this shop may take payments. */
  readonly ready: boolean
  readonly installedAt: Date
  readonly uninstalledAt: Date | null
  /** When it left for the last time, also after it came back: logins of before are void. */
  readonly leftAt: Date | null
}

export const shopEntity = new EntitySchema<ShopRow>({
  name: 'shop',
  tableName: 'craftgate_shop',
  columns: {
    shop: key(text('shop')),
    accessToken: orNull(text('access_token')),
    accessTokenExpiresAt: orNull(moment('access_token_expires_at')),
    refreshToken: orNull(text('refresh_token')),
    refreshTokenExpiresAt: orNull(moment('refresh_token_expires_at')),
    scope: text('scope'),
    tokenVersion: count('token_version'),
    ready: flag('ready'),
    installedAt: moment('installed_at'),
    uninstalledAt: orNull(moment('uninstalled_at')),
    leftAt: orNull(moment('left_at')),
  },
})
