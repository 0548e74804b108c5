import type { MedusaShop } from './medusa'
import type { ShopifyShop } from './shopify'
import type { StoreName } from './stack-options'
import type { VendureShop } from './vendure'

/** The shops that a stack can run, by name. */
export interface Shops extends Record<StoreName, unknown> {
  readonly vendure: VendureShop
  readonly medusa: MedusaShop
  readonly shopify: ShopifyShop
}
