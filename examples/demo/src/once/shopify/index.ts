// The Shopify shop in the demo's story: Shopify's own checkout and admin, and the pages of the app.
import { ZERDALI } from '@craftgate-commerce/example-shopify-store'
import type { Stack } from '../../stack'
import type { OnceShop } from '../shop'
import { ShopifyCustomer } from './shopify-customer'
import { ShopifyMerchant } from './shopify-merchant'

export function shopifyShop({ shopify }: Stack<'shopify'>): OnceShop {
  const { emulator } = shopify
  const api = `${emulator.shopUrl(ZERDALI.domain)}/api`
  const merchant = shopify.merchant(ZERDALI.domain)
  return {
    name: 'Shopify',
    storefrontUrl: emulator.url,
    customer: () => new ShopifyCustomer(api, merchant),
    merchant: async () => new ShopifyMerchant(api),
  }
}
