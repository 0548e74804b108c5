// The shops that this storefront can stand before. Its server tells which one, in /config.json.
import type { Language, ShopBackend } from './shop-backend'
import { VendureBackend } from './vendure/vendure-backend'

export type * from './shop-backend'

export interface StorefrontConfig {
  readonly backend: 'vendure'
  readonly channel: string
}

export function backendFor(config: StorefrontConfig, language: Language): ShopBackend {
  switch (config.backend) {
    case 'vendure':
      return new VendureBackend(config.channel, language)
  }
}
