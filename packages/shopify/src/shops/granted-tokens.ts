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
