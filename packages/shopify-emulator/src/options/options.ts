import type { ShopSeed } from './shop-seed'

/** The payments app as its partner dashboard and TOML files would describe it. */
export interface AppOptions {
  readonly apiKey: string
  readonly apiSecretKey: string
  /** Where a merchant lands from the admin. OAuth only returns to `${applicationUrl}/auth/callback`. */
  readonly applicationUrl: string
  /** Where session requests are posted, over mutual TLS. */
  readonly sessionUrls: {
    readonly payment: string
    readonly refund: string
    readonly capture: string
    readonly void: string
  }
  readonly webhookUrls: { readonly appUninstalled: string; readonly compliance: string }
  /** Default "Craftgate". */
  readonly name?: string
  /** What the buyer reads beside the method; default "Kredi / Banka Kartı (Craftgate)". */
  readonly buyerLabel?: string
  /** Directory of the app's theme extension; its blocks stand on the pages of products. */
  readonly themeExtension?: string
  /** What the merchant set of its blocks in the theme editor. */
  readonly blockSettings?: Readonly<Record<string, string | boolean>>
  /** Sent as Shopify-Api-Version; default "2026-10". */
  readonly apiVersion?: string
}

export interface ShopifyEmulatorOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  readonly app: AppOptions
  readonly shops: readonly ShopSeed[]
  /** Directory of the certificates of both sides; made at start when they are not there. */
  readonly certificates: string
  /** Where the state is kept between runs; without it, in memory. */
  readonly stateFile?: string
  /** Milliseconds since 1970; default is the wall clock. */
  readonly clock?: () => number
  /** How many times faster than its source the clock goes; default 1. */
  readonly timeScale?: number
  /** Life of an expiring access token; default 3600. */
  readonly accessTokenSeconds?: number
  /** Shopify publishes neither: how long an answer may take, and the waits between attempts, in real milliseconds. */
  readonly sessionRequests?: { readonly timeoutMs?: number; readonly retryAfterMs?: readonly number[] }
}
