import type { MedusaShop } from './medusa'
import type { ShopifyShop } from './shopify'
import type { VendureShop } from './vendure'

/** The shops that a stack can run, by name. */
export interface Shops {
  readonly vendure: VendureShop
  readonly medusa: MedusaShop
  readonly shopify: ShopifyShop
}

export type StoreName = keyof Shops
