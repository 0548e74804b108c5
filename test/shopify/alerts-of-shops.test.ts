import { type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import type { Hono } from 'hono'
import { parse } from 'node-html-parser'
import { type AppServices, createServices } from '../../packages/shopify/src/app/create-services'
import { sessionEntity } from '../../packages/shopify/src/database'
import { merchantRoutes } from '../../packages/shopify/src/merchant/merchant-app'
import { AlertListener } from '../contract/alert-listener'
import { insertSession, OTHER_SHOP, rowsOf, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// Alerts of a shop go to the address that its merchant named; of a shop without one to that of the deployment.

const ORIGIN = 'https://app.example.com'
const KIND = 'shopify-sync'
const QUARTER_MS = 15 * 60_000

let sandbox: Sandbox
let apps: TestApps
let services: AppServices
let [operator, own]: AlertListener[] = []
let pages: (shop: string) => Hono

/** The app, with or without somebody whom the deployment tells. */
async function openApp(withOperator: boolean): Promise<void> {
  const opened = await apps.open({ emulator: 'http://127.0.0.1:9' })
  const { url = '', secret = '' } = operator ?? {}
  const alerts = { language: 'tr', repeatMinutes: 0, webhook: { url, secret } } as const
  const craftgate = { emulator: sandbox.url }
  const options = { ...opened.options, craftgate, ...(withOperator && { alerts }) }
  services = createServices({ ...opened, options }, { enqueue: async () => {} })
  for (const shop of [SHOP, OTHER_SHOP]) {
    await services.shops.installed(shop, { accessToken: `token of ${shop}`, scope: '' })
    await services.keys.save({ shop, mode: 'live' }, sandbox)
  }
  const nothing = { retry: async () => {}, approveLoan: async () => false, decideReview: async () => false }
  pages = (shop) => merchantRoutes({ ...services, merchantOf: async () => shop, ...nothing })
}

beforeEach(async () => {
  ;[sandbox, apps] = await Promise.all([startSandbox(), testAppsOnPostgres('shopify_alerts_of_shops')])
  operator = await AlertListener.start()
  own = await AlertListener.start()
})
afterEach(async () => {
  await services.tenants.close()
  await apps.close()
  await sandbox.close()
  operator?.close()
  own?.close()
})

/** The merchant names an address, and tells the secret that the page shows to whoever listens there. */
async function nameAddress(shop: string, listener: AlertListener): Promise<void> {
  const answer = await save(shop, listener.url)
  listener.secret =
    parse(await answer.text())
      .querySelector('#secret')
      ?.getAttribute('value') ?? ''
}

const save = async (shop: string, url: string): Promise<Response> =>
  pages(shop).request(`${ORIGIN}/settings/alerts/live`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ url }).toString(),
  })

/** Something that Shopify was not told, in each shop; then the round of a minute. */
async function somethingHappens(id: string): Promise<void> {
  const context = services.context
  for (const shop of [SHOP, OTHER_SHOP])
    await insertSession(context, {
      id: `${id} of ${shop}`,
      shop,
      syncStatus: 'exhausted',
      lastError: 'timeout',
    })
  apps.pass(QUARTER_MS)
  await services.reconciliation.run()
}

const shopsHeard = async (listener: AlertListener | undefined, count: number) =>
  ((await listener?.of(KIND, count)) ?? []).map(({ shop, state }) => `${shop} ${state}`).sort()

test('each shop’s go to its own address, the rest to the deployment’s, and a change counts at once', async () => {
  await openApp(true)
  if (own === undefined) throw new Error('Nobody listens')
  await nameAddress(SHOP, own)
  await somethingHappens('first')
  expect(await shopsHeard(own, 1)).toEqual([`${SHOP} raised`])
  expect(await shopsHeard(operator, 1)).toEqual([`${OTHER_SHOP} raised`])
  await save(SHOP, '')
  await somethingHappens('second')
  expect(await shopsHeard(operator, 3)).toEqual(
    [`${OTHER_SHOP} raised`, `${OTHER_SHOP} raised`, `${SHOP} raised`].sort(),
  )
  expect(await shopsHeard(own, 0)).toEqual([`${SHOP} raised`])
})

test('where the deployment tells nobody, a shop that named an address is told all the same', async () => {
  await openApp(false)
  if (own === undefined) throw new Error('Nobody listens')
  await nameAddress(SHOP, own)
  await somethingHappens('first')
  expect(await shopsHeard(own, 1)).toEqual([`${SHOP} raised`])
  await services.context.database
    .getRepository(sessionEntity)
    .update({ shop: SHOP }, { syncStatus: 'synced', lastError: null })
  apps.pass(QUARTER_MS)
  await services.reconciliation.run()
  expect(await shopsHeard(own, 2)).toEqual([`${SHOP} cleared`, `${SHOP} raised`])
  expect(await shopsHeard(operator, 0)).toEqual([])
})

test('the secret is sealed in the database, and new keys of the account keep the address', async () => {
  await openApp(false)
  if (own === undefined) throw new Error('Nobody listens')
  await nameAddress(SHOP, own)
  expect(JSON.stringify(await rowsOf(services.context, 'keys'))).not.toContain(own.secret.slice(6))
  await services.keys.save({ shop: SHOP, mode: 'live' }, sandbox)
  expect((await services.keys.read({ shop: SHOP, mode: 'live' }))?.alerts).toEqual({
    webhook: { url: own.url, secret: own.secret },
  })
})
