import './silence-logs'
import { join } from 'node:path'
import { freePort, MEDUSA_ADMIN } from '@craftgate-commerce/example-demo'
import { type Sandbox, Shopper, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { medusaIntegrationTestRunner } from '@medusajs/test-utils'
import { readEnvironment } from '../../examples/medusa-store/src/environment'
import { seedShop } from '../../examples/medusa-store/src/seed/seed-shop'
import { EXAMPLE_SHOP } from '../contract/medusa/example-shop'
import { MedusaStore } from '../contract/medusa/medusa-store'

// As merchants test their own shop: Medusa's runner boots the whole store inside the test, and the emulator is Craftgate.

let sandbox: Sandbox
let store: MedusaStore

beforeAll(async () => {
  // The runner cuts every connection between two tests; knex prints a line for each.
  jest.spyOn(console, 'log').mockImplementation()
  sandbox = await startSandbox()
  const port = await freePort(9200)
  Object.assign(process.env, storeEnvironment(port, sandbox))
  sandbox.control.webhooks.setUrl(`http://localhost:${port}/craftgate/webhook`)
})
afterAll(() => sandbox?.close())

medusaIntegrationTestRunner({
  cwd: join(__dirname, '../../examples/medusa-store'),
  testSuite: ({ api, getContainer }) => {
    beforeAll(async () => {
      store = await openStore(getContainer())
    })

    test('the plugin’s routes answer, each to those who may ask', async () => {
      const status = async (path: string, headers = {}) =>
        (await api.get(path, { headers, validateStatus: null })).status
      expect(await status('/craftgate/pay/nothing?sig=forged')).toBe(404)
      expect(await status('/store/craftgate/checkouts/nothing')).toBe(400)
      expect(await status('/admin/craftgate/checkouts')).toBe(401)
      expect(await store.merchant.get('/admin/craftgate/checkouts')).toMatchObject({ count: 0 })
    })

    test('a cart is paid, its order is placed, and the merchant gives a part back', async () => {
      const order = await store.placeOrder()
      const { url, reference } = await store.payLink(order)
      const { response } = await payAt(url)
      expect(response?.location).toBe(`https://shop.example.com/odeme/${reference}`)
      expect(await store.look(order)).toMatchObject({ state: 'paid', paid: order.total })
      expect(await store.refund(order, { amount: 1000 })).toMatchObject({ state: 'done', amount: 1000 })
      expect(sandbox.control.refunds()).toMatchObject([{ status: 'SUCCESS', amount: '10.00' }])
    })

    test('an order that stands unpaid since its server died is paid, and its order.placed is sent then', async () => {
      const order = await store.placeOrder()
      await payAt((await store.payLink(order)).url)
      const id = await store.orderId(order)
      await forgetPayment(getContainer())
      expect(await store.look(order)).toMatchObject({ state: 'open', paid: 0 })
      const placed = new Promise((resolve) => {
        getContainer()
          .resolve(Modules.EVENT_BUS)
          .subscribe('order.placed', async ({ data }) => resolve(data))
      })
      expect((await store.reconcile()).problems).toEqual([])
      expect(await placed).toEqual({ id })
      expect(await store.look(order)).toMatchObject({ state: 'paid', paid: order.total })
    })

    test('each test begins with the shop as it was filled, and the plugin goes on with it', async () => {
      expect(await store.merchant.get('/admin/craftgate/checkouts')).toMatchObject({ count: 0 })
      const order = await store.placeOrder({ phase: 'PRE_AUTH' })
      await payAt((await store.payLink(order)).url)
      expect(await store.capture(order)).toEqual({ ok: true })
      expect(await store.look(order)).toMatchObject({ state: 'paid', paid: order.total })
    })
  },
})

/** What a server leaves behind that dies after it has written the order and before it took the payment. */
async function forgetPayment(container: MedusaContainer): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  for (const table of ['order_transaction', 'capture', 'payment', 'craftgate_checkout_payment']) {
    await database(table).delete()
  }
  await database('payment_session').update({ status: 'requires_more', authorized_at: null })
  await database('payment_collection').update({
    status: 'not_paid',
    captured_amount: 0,
    raw_captured_amount: null,
  })
  await database('craftgate_checkout').update({
    state: 'open',
    payment_ids: '[]',
    next_check_at: database.fn.now(),
  })
}

async function payAt(payLink: string) {
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(payLink)
  return shopper.pay({ card: testCards.success })
}

/** Fills the shop. The profile is what `medusa db:migrate` makes besides tables. */
async function openStore(container: MedusaContainer): Promise<MedusaStore> {
  await container.resolve(Modules.FULFILLMENT).createShippingProfiles({ name: 'Default', type: 'default' })
  await seedShop(container, readEnvironment(process.env))
  const [key] = await container.resolve(Modules.API_KEY).listApiKeys({ type: 'publishable' })
  return new MedusaStore({
    urls: () => [process.env.PUBLIC_URL ?? ''],
    publishableKey: key?.token ?? '',
    ...EXAMPLE_SHOP,
    restart: () => Promise.reject(new Error('The runner starts the server once')),
  })
}

/** The runner overrules DATABASE_URL. */
const storeEnvironment = (port: number, { url, ...keys }: Sandbox) => ({
  DATABASE_URL: 'postgres://nobody@localhost/nothing',
  PORT: String(port),
  PUBLIC_URL: `http://localhost:${port}`,
  STOREFRONT_URL: 'https://shop.example.com',
  CRAFTGATE_URL: url,
  CRAFTGATE_API_KEY: keys.apiKey,
  CRAFTGATE_SECRET_KEY: keys.secretKey,
  CRAFTGATE_WEBHOOK_KEY: keys.webhookKey,
  CRAFTGATE_CALLBACK_KEY: keys.callbackKey,
  LINK_SECRET: 'a link secret of thirty-two characters or more',
  COOKIE_SECRET: 'a cookie secret of thirty-two characters or more',
  SUPERADMIN_USERNAME: MEDUSA_ADMIN.email,
  SUPERADMIN_PASSWORD: MEDUSA_ADMIN.password,
  RECONCILE_JOB: 'false',
  RECONCILE_AFTER_SECONDS: '0',
})
