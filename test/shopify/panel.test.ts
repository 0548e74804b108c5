import { type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import { Hono } from 'hono'
import { parse } from 'node-html-parser'
import { createPublicApp } from '../../packages/shopify/src/app/create-apps'
import { type AppServices, createServices } from '../../packages/shopify/src/app/create-services'
import { merchantCookie } from '../../packages/shopify/src/auth/login'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { type CheckoutRow, checkoutEntity } from '../../packages/shopify/src/database'
import { insertSession, OTHER_SHOP, rowsOf, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// The merchant's panel in the app: each shop sees its own Craftgate and its own payments, and nobody else any.

const ORIGIN = 'https://app.example.com'

const KEYS = {
  first: {
    name: 'Zerdali',
    apiKey: 'first-api-key',
    secretKey: 'first-secret-key',
    webhookKey: 'first-webhook-key',
  },
  second: {
    name: 'Komşu',
    apiKey: 'second-api-key',
    secretKey: 'second-secret-key',
    webhookKey: 'second-webhook-key',
  },
}

let sandbox: Sandbox
let apps: TestApps
let context: AppContext
let services: AppServices
let app: ReturnType<typeof createPublicApp>

beforeAll(async () => {
  const seed = { merchants: [KEYS.first, KEYS.second] }
  ;[sandbox, apps] = await Promise.all([startSandbox({ seed }), testAppsOnPostgres('shopify_panel')])
  const opened = await apps.open()
  context = { ...opened, options: { ...opened.options, craftgate: { emulator: sandbox.url } } }
  services = createServices(context, { enqueue: async () => {} })
  app = createPublicApp(services)
  await services.keys.save({ shop: SHOP, mode: 'live' }, KEYS.first)
  await services.keys.save({ shop: SHOP, mode: 'test' }, KEYS.second)
  await services.keys.save({ shop: OTHER_SHOP, mode: 'live' }, KEYS.second)
  for (const shop of [SHOP, OTHER_SHOP])
    await services.shops.installed(shop, { accessToken: `token of ${shop}`, scope: '' })
  apps.pass(1_000)
})
afterAll(async () => {
  await services?.tenants.close()
  await apps?.close()
  await sandbox?.close()
})

/** The cookie of a browser whose merchant logged in. */
async function loginOf(shop: string): Promise<string> {
  const entrance = new Hono().get('/', async (c) => {
    await merchantCookie(context).issue(c, shop)
    return c.text('')
  })
  const answer = await entrance.request('/')
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

const get = async (cookie: string, path: string) =>
  app.request(`${ORIGIN}${path}`, { headers: { cookie, 'accept-language': 'en' } })

const post = async (cookie: string, path: string, fields: Readonly<Record<string, string>> = {}) =>
  app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    headers: { cookie, origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

const LINK = { name: 'Kahve atölyesi', price: '1250,50', currency: 'TRY', installments: '1' }

/** Makes a link; its page. */
async function makeLink(cookie: string, merchant: string, once: string): Promise<string> {
  const made = await post(cookie, '/panel/links', { ...LINK, merchant, once })
  const location = made.headers.get('location') ?? ''
  expect(location).toMatch(new RegExp(`^/panel/links/${merchant}/\\d+\\?done=made-link$`))
  return location.replace(/\?.*$/, '')
}

test('a merchant makes a link in the account of the mode that he names, and it is written down', async () => {
  const mine = await loginOf(SHOP)
  const page = await makeLink(mine, 'live', 'form-1')
  const shown = await (await get(mine, page)).text()
  expect(shown).toContain('Kahve atölyesi')
  expect(shown).toContain(SHOP)
  const rows = parse(await (await get(mine, '/panel/links')).text()).querySelectorAll('tbody tr')
  expect(rows).toHaveLength(1)
  expect(await rowsOf(context, 'panel_audit')).toEqual([
    expect.objectContaining({ shop: SHOP, action: 'asked-for-link', reference: 'live' }),
    expect.objectContaining({ shop: SHOP, action: 'made-link', reference: page.split('/').at(-1) }),
  ])
  const entries = async (cookie: string) =>
    parse(await (await get(cookie, '/panel/audit')).text()).querySelectorAll('main tbody tr')
  const [entry, ...more] = await entries(mine)
  expect(entry?.text).toContain(page.split('/').at(-1) ?? 'no link')
  expect(more).toHaveLength(1)
  expect(await entries(await loginOf(OTHER_SHOP))).toEqual([])
})

test('a link of the other mode, or of another shop, is none', async () => {
  const [mine, theirs] = [await loginOf(SHOP), await loginOf(OTHER_SHOP)]
  const page = await makeLink(mine, 'live', 'form-2')
  const id = page.split('/').at(-1)
  for (const path of [`/panel/links/test/${id}`, `/panel/links/${OTHER_SHOP}/${id}`])
    expect([path, (await get(mine, path)).status]).toEqual([path, 404])
  expect((await get(theirs, page)).status).toBe(404)
  expect((await post(theirs, `${page}/delete`)).status).toBe(404)
  expect((await get(theirs, `/panel/links/test/${id}`)).status).toBe(404)
  expect((await post(theirs, '/panel/links', { ...LINK, merchant: 'test', once: 'form-3' })).status).toBe(422)
  expect((await get(mine, page)).status).toBe(200)
})

/** An attempt whose money waits for a person. */
async function insertAttempt(shop: string, reference: string): Promise<void> {
  await insertSession(context, { id: reference, shop })
  const at = context.clock()
  const row = {
    ...{
      shop,
      mode: 'live',
      recordId: `${reference}-1`,
      reference,
      attempt: 1,
      account: 'live:a',
      order: reference,
    },
    ...{
      context: {},
      phase: 'AUTH',
      state: 'needs-review',
      amount: 12_300,
      currency: 'TRY',
      token: reference,
    },
    ...{
      pageUrl: null,
      paymentIds: [],
      method: null,
      startedAt: at,
      changedAt: at,
      stateSince: at,
      expiresAt: at,
    },
    ...{ nextCheckAt: null, standing: null, note: null, version: 1 },
  } as CheckoutRow
  await context.database.getRepository(checkoutEntity).insert(row)
}

test('payments of another shop show nowhere, by name neither', async () => {
  await insertAttempt(SHOP, 'mine')
  await insertAttempt(OTHER_SHOP, 'theirs')
  const cookie = await loginOf(SHOP)
  const attention = await (await get(cookie, '/panel/attention')).text()
  expect(attention).toContain('mine')
  expect(attention).not.toContain('theirs')
  const csv = await (await get(cookie, '/panel/payments.csv')).text()
  expect(csv).toContain('mine')
  expect(csv).not.toContain('theirs')
  expect(await (await get(cookie, '/panel/payments.csv?q=theirs')).text()).not.toContain('theirs')
  expect((await get(cookie, '/payments/theirs')).status).toBe(404)
  expect(await (await get(cookie, '/panel')).text()).not.toContain('theirs')
  expect((await get(cookie, '/panel/payments/theirs')).status).toBe(404)
  for (const action of ['ask', 'approve-loan', 'refund', 'capture', 'void'])
    expect([action, (await post(cookie, `/panel/payments/theirs/${action}`)).status]).toEqual([action, 404])
  expect((await post(cookie, '/payments/theirs/retry')).status).toBe(404)
  for (const action of ['refund', 'capture', 'void'])
    expect([action, (await post(cookie, `/panel/payments/mine/${action}`)).status]).toEqual([action, 404])
})

test('a login that was forged, has ended, or is of a shop that left, is none', async () => {
  const [mine, theirs] = [await loginOf(SHOP), await loginOf(OTHER_SHOP)]
  const signature = mine.slice(mine.lastIndexOf('.'))
  const forged = theirs.slice(0, theirs.lastIndexOf('.')) + signature
  const panelCookie = 'craftgate_panel=eyJpZCI6IngifQ.abc'
  for (const cookie of [forged, panelCookie, `${theirs.split('=')[0]}=${OTHER_SHOP}`])
    expect((await get(cookie, '/panel/links')).headers.get('location')).toBe('/')
  apps.pass(8 * 3_600_000)
  expect((await get(mine, '/panel/links')).headers.get('location')).toBe('/')
  const again = await loginOf(OTHER_SHOP)
  await services.shops.uninstalled(OTHER_SHOP, context.clock())
  expect((await get(again, '/panel/links')).headers.get('location')).toBe('/')
})
