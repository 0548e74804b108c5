import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CheckoutRecord, money } from '@craftgate-commerce/core'
import { describeCommercePlatform } from '@craftgate-commerce/core/testing'
import { createServices } from '../../packages/shopify/src/app/create-services'
import { ShopifyPlatform } from '../../packages/shopify/src/app/shopify-platform'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { Contacts } from '../../packages/shopify/src/sessions/contacts'
import { OldRecords } from '../../packages/shopify/src/storage'
import { insertSession, SHOP, testAppsOnPostgres } from './app-on-postgres'

/** Shopify, which accepts whatever it is told. */
async function acceptingShopify() {
  const answer = JSON.stringify({ data: { result: { session: { id: 'gid' }, userErrors: [] } } })
  const server = createServer((_, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer),
  )
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() }
}

/** The platform of the shop's live mode in one process of the app. */
function platformOf(context: AppContext) {
  const services = createServices(context, { enqueue: async () => {} })
  const { tenants, sessions, outcomes, transactions, isInstalled } = services
  const platform = new ShopifyPlatform({
    stores: tenants.stores({ shop: SHOP, mode: 'live' }),
    sessions,
    contacts: new Contacts(context),
    outcomes,
    transactions,
    isInstalled,
    returnUrlOf: (reference) => `https://app.example.com/return/${reference}`,
  })
  return { services, platform }
}

let sessions = 0

describeCommercePlatform(
  'Shopify',
  async () => {
    const shopify = await acceptingShopify()
    const apps = await testAppsOnPostgres('shopify_platform_contract')
    const [one, other] = [
      await apps.open({ emulator: shopify.url }),
      await apps.open({ emulator: shopify.url }),
    ]
    const { services, platform } = platformOf(one)
    await services.shops.installed(SHOP, { accessToken: 'token', scope: '' })
    return {
      platform,
      secondServer: platformOf(other).platform,
      async payableOrder() {
        sessions += 1
        const id = `session-${sessions}`
        await insertSession(one, { id })
        return { order: id, reference: id, expected: money(12_300, 'TRY') }
      },
      sales() {
        sessions += 1
        const shop = `sales-${sessions}.myshopify.com`
        const { sales } = services.tenants.stores({ shop, mode: 'live' })
        const settlement = ({ account }: CheckoutRecord) => sales.settlement(account)
        return { sales, figures: (_, days) => sales.figures(days), settlement }
      },
      /** No operation begins inside a transaction of this shop: the app has none of its own around it. */
      rolledBack: (work) =>
        one.database
          .transaction(async () => {
            await work()
            throw new Error('rolled back')
          })
          .catch(() => undefined),
      retention: new OldRecords(one.database),
      async close() {
        await apps.close()
        shopify.close()
      },
    }
  },
  { without: ['transfers'] },
)
