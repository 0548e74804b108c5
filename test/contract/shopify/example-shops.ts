import { SECOND_SHOP, ZERDALI } from '@craftgate-commerce/example-shopify-store'
import type { ShopifyServers } from './shopify-store'

/** The shops that the emulator plays, as far as the tests name them. */
export const EXAMPLE_SHOPS: ShopifyServers['shops'] = { first: ZERDALI.domain, second: SECOND_SHOP.domain }
