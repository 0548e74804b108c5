import type { MedusaShop } from './medusa'
import type { VendureShop } from './vendure'

/** The shops that a stack can run, by name. */
export interface Shops {
  readonly vendure: VendureShop
  readonly medusa: MedusaShop
}

export type StoreName = keyof Shops
