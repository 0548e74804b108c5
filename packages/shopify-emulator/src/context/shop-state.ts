/** An Admin token of one shop. */
export interface AccessToken {
  readonly token: string
  /** Absent for a token that does not expire. */
  expiresAt?: number
}

export interface RefreshToken {
  readonly token: string
  readonly expiresAt: number
  /** The token that this one replaces; it dies when this one is first used. */
  readonly replaces?: string
  /** When a replacement was given out; the old one is good for 30 days more at the most. */
  replacedAt?: number
}

export interface AuthorizationCode {
  readonly code: string
  readonly expiresAt: number
}

/** What the merchant chose on the payment settings page. */
export interface PaymentSettings {
  /** The merchant has activated the provider. */
  active: boolean
  testMode: boolean
  capture: 'automatic' | 'manual'
}

/** What one shop knows of the app. */
export interface ShopState {
  /** Numeric id, as in the bodies of webhooks. */
  readonly id: number
  /** The merchant has pressed "install" once: OAuth redirects at once. */
  granted: boolean
  /** The app has exchanged a code and was not uninstalled since. */
  installed: boolean
  accessTokens: AccessToken[]
  refreshTokens: RefreshToken[]
  codes: AuthorizationCode[]
  /** paymentsAppConfigure. */
  configuration?: { ready: boolean; externalHandle?: string }
  readonly settings: PaymentSettings
}
