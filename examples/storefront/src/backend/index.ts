// The shops that this storefront can stand before. Its server tells which one, in /config.json.
import { MedusaBackend } from './medusa/medusa-backend'
import type { Language, ShopBackend } from './shop-backend'
import { VendureBackend } from './vendure/vendure-backend'

export type * from './shop-backend'

/** What browsers are told of the shop. Nothing here is secret: a publishable key is made to be read. */
export type StorefrontConfig =
  | { readonly backend: 'vendure'; readonly channel: string }
  | { readonly backend: 'medusa'; readonly publishableKey: string; readonly regionCountry: string }

export function backendFor(config: StorefrontConfig, language: Language): ShopBackend {
  switch (config.backend) {
    case 'vendure':
      return new VendureBackend(config.channel, language)
    case 'medusa':
      return new MedusaBackend(config, language)
  }
}
