import type { AppOptions } from '../options'

/** Where a shop answers: https://zerdali.myshopify.com, or its place below the emulator. Only for checked shop domains. */
export const shopAddress =
  ({ shopify }: Pick<AppOptions, 'shopify'>) =>
  (shop: string): string =>
    shopify.emulator === undefined ? `https://${shop}` : `${shopify.emulator}/${shop}`
