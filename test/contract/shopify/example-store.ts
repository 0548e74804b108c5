import type { Stack } from '@craftgate-commerce/example-demo'
import { EXAMPLE_SHOPS } from './example-shops'
import { ShopifyStore } from './shopify-store'

/** The example shops on the app servers of a stack; a restart kills the first server. */
export const exampleStore = (shopify: Stack<'shopify'>['shopify']): ShopifyStore =>
  new ShopifyStore({
    urls: () => shopify.instances.map(({ url }) => url),
    shopUrl: shopify.emulator.shopUrl,
    shops: EXAMPLE_SHOPS,
    merchant: shopify.merchant,
    async restart() {
      await shopify.main.stop('SIGKILL')
      await shopify.main.start()
    },
  })
