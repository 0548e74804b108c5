// Which shop the components of a page ask.

export interface ShopConfiguration {
  /**
   * Where the shop answers storefronts, to /v1:
   * Medusa `https://api.shop.example/store/craftgate/v1`, Vendure `https://api.shop.example/craftgate/v1`,
   * Shopify `https://pay.example.com/craftgate/zerdali/live/v1`.
   */
  readonly endpoint: string
  /** Sent with each question: Medusa's `x-publishable-api-key`, Vendure's `vendure-token` and `authorization`. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>)
}

let configured: ShopConfiguration | undefined

/** Once for a page, before its components are shown or after; an element's own `endpoint` comes first. */
export function configureCraftgate(configuration: ShopConfiguration): void {
  configured = configuration
}

export const shopConfiguration = (): ShopConfiguration | undefined => configured
