import { ClockShift, Emulator } from '../contract/emulator'
import { EXAMPLE_SHOP as MEDUSA_SHOP } from '../contract/medusa/example-shop'
import { MedusaStore } from '../contract/medusa/medusa-store'
import { EXAMPLE_SHOPS } from '../contract/shopify/example-shops'
import { exampleStore } from '../contract/shopify/example-store'
import type { Store } from '../contract/store'
import { EXAMPLE_SHOP as VENDURE_SHOP } from '../contract/vendure/example-shop'
import { VendureStore } from '../contract/vendure/vendure-store'
import { startTestStack } from '../stack/start-test-stack'

export type ShopName = 'Vendure' | 'Medusa' | 'Shopify'

export interface ThreeShops {
  readonly stores: {
    readonly Vendure: VendureStore
    readonly Medusa: MedusaStore
    readonly Shopify: Store
  }
  readonly emulator: Emulator
  /** Page of the shop in Shopify's admin, where its merchant opens the app. */
  readonly shopifyAdmin: string
  stop(): Promise<void>
}

const ENV = { RECONCILE_AFTER_SECONDS: '0', RECONCILE_JOB: 'false' }

/** One server of each shop on one Craftgate, with the storefronts that a shopper comes back to. */
export async function openThreeShops(database: string): Promise<ThreeShops> {
  const time = new ClockShift()
  const { sandbox, vendure, medusa, shopify, stop } = await startTestStack<'vendure' | 'medusa' | 'shopify'>(
    database,
    {
      stores: ['vendure', 'medusa', 'shopify'],
      storefront: true,
      sandbox: { clock: time.clock, checkAnswers: true },
      vendure: { worker: false, env: ENV },
      medusa: { env: ENV },
      shopify: { env: { ...ENV, RETRY_SCALE: '0.02' } },
    },
  )
  const restart = async () => {}
  const stores = {
    Vendure: new VendureStore({ urls: () => [vendure.main.url], ...VENDURE_SHOP, restart }),
    Medusa: new MedusaStore({
      urls: () => [medusa.main.url],
      publishableKey: medusa.publishableKey,
      ...MEDUSA_SHOP,
      restart,
    }),
    Shopify: exampleStore(shopify),
  }
  const shopifyAdmin = `${shopify.emulator.shopUrl(EXAMPLE_SHOPS.first)}/admin`
  return { stores, emulator: new Emulator(sandbox, time), shopifyAdmin, stop }
}
