import { createHmac, randomUUID } from 'node:crypto'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import {
  keysEntity,
  privacyEntity,
  type SessionRow,
  sessionEntity,
} from '../../packages/shopify/src/database'
import { PrivacyRequests } from '../../packages/shopify/src/privacy/privacy-requests'
import { type Contact, Contacts } from '../../packages/shopify/src/sessions/contacts'
import { CraftgateKeyStore } from '../../packages/shopify/src/shops/craftgate-keys'
import type { GrantedTokens } from '../../packages/shopify/src/shops/sealed-tokens'
import { ShopStore } from '../../packages/shopify/src/shops/shop-store'
import { webhookRoutes } from '../../packages/shopify/src/webhooks/webhook-routes'
import {
  CLIENT_SECRET,
  encryptionKey,
  insertSession,
  OTHER_SHOP,
  rowsOf,
  SHOP,
  type TestApps,
  testAppsOnPostgres,
} from './app-on-postgres'

const TOKENS: GrantedTokens = { accessToken: 'shpat_0', scope: 'a' }
const KEYS = { apiKey: 'api-key', secretKey: 'secret-key', webhookKey: 'webhook-key' }
const DAY = 86_400_000
const AYSE: Contact = { email: 'ayse@example.com', phone: '+905551112233' }

let apps: TestApps
let context: AppContext
let shops: ShopStore
let keys: CraftgateKeyStore
let contacts: Contacts
let app: ReturnType<typeof webhookRoutes>

beforeEach(async () => {
  apps = await testAppsOnPostgres('craftgate_shopify_install')
  context = await apps.open()
  shops = new ShopStore(context)
  keys = new CraftgateKeyStore(context)
  contacts = new Contacts(context)
  app = webhookRoutes({ context, shops, privacy: new PrivacyRequests({ context, contacts, shops }) })
})

afterEach(async () => {
  const log = apps.log()
  await apps.close()
  expect(log).not.toMatch(/shpat_|client-secret|secret-key|ayse|5551112233/)
})

interface Delivery {
  readonly topic: string
  readonly body: object
  readonly shop?: string
  readonly id?: string
  readonly triggeredAt?: Date
}

const deliver = async (
  { topic, body, shop = SHOP, id = randomUUID(), triggeredAt = apps.now() }: Delivery,
  server = app,
) => {
  const raw = JSON.stringify({ shop_id: 1, shop_domain: shop, myshopify_domain: shop, ...body })
  const path = topic === 'app/uninstalled' ? '/webhooks/app/uninstalled' : '/webhooks/compliance'
  const headers = {
    'x-shopify-topic': topic,
    'x-shopify-hmac-sha256': createHmac('sha256', CLIENT_SECRET).update(raw).digest('base64'),
    'x-shopify-shop-domain': shop,
    'x-shopify-api-version': '2026-10',
    'x-shopify-webhook-id': id,
    'x-shopify-triggered-at': triggeredAt.toISOString(),
  }
  return (await server.request(path, { method: 'POST', headers, body: raw })).status
}

const session = async (id: string, contact: Contact, more: Partial<SessionRow> = {}) =>
  insertSession(context, { id, ...(await contacts.columnsOf(id, contact)), ...more })

/** Sessions that still hold anything of a shopper. */
const holding = async () => {
  const rows = await rowsOf(context, 'session')
  return rows.filter((row) => row.contact ?? row.email_hash ?? row.phone_hash).map(({ id }) => id)
}

test('a shop is installed, leaves, and comes back with new tokens', async () => {
  expect(await shops.isInstalled(SHOP)).toBe(false)
  await shops.installed(SHOP, TOKENS)
  await shops.setReady(SHOP, true)
  expect(await shops.find(SHOP)).toMatchObject({ tokenVersion: 1, ready: true, uninstalledAt: null })

  apps.pass(1000)
  expect(await deliver({ topic: 'app/uninstalled', body: {} })).toBe(200)
  expect(await shops.isInstalled(SHOP)).toBe(false)
  expect(await shops.find(SHOP)).toMatchObject({
    accessToken: null,
    ready: false,
    uninstalledAt: apps.now(),
  })
  await shops.setReady(SHOP, true)
  expect(await shops.find(SHOP)).toMatchObject({ ready: false })

  apps.pass(1000)
  await shops.installed(SHOP, TOKENS)
  expect(await shops.isInstalled(SHOP)).toBe(true)
  expect(await shops.find(SHOP)).toMatchObject({ tokenVersion: 2, installedAt: apps.now() })
})

test('a login lasts while the shop stays, whoever else logs in, and ends when it leaves', async () => {
  await shops.installed(SHOP, TOKENS)
  const before = apps.now()
  apps.pass(1)
  await shops.installed(SHOP, TOKENS)
  expect(await shops.installedSince(SHOP, before)).toBe(true)
  await deliver({ topic: 'app/uninstalled', body: {} })
  expect(await shops.installedSince(SHOP, before)).toBe(false)
  apps.pass(1)
  await shops.installed(SHOP, TOKENS)
  expect(await shops.installedSince(SHOP, before)).toBe(false)
  expect(await shops.installedSince(SHOP, apps.now())).toBe(true)
})

test('a login of before ends too when Shopify tells of the leaving after the shop came back', async () => {
  await shops.installed(SHOP, TOKENS)
  const before = apps.now()
  apps.pass(1)
  const triggeredAt = apps.now()
  apps.pass(1)
  await shops.installed(SHOP, TOKENS)
  await deliver({ topic: 'app/uninstalled', body: {}, triggeredAt })
  expect(await shops.installedSince(SHOP, before)).toBe(false)
  expect(await shops.installedSince(SHOP, apps.now())).toBe(true)
})

test('two installations at once are one shop', async () => {
  await Promise.all([shops.installed(SHOP, TOKENS), shops.installed(SHOP, TOKENS)])
  expect(await shops.find(SHOP)).toMatchObject({ tokenVersion: 2 })
})

test('an uninstallation that arrives after the shop came back takes nothing', async () => {
  await shops.installed(SHOP, TOKENS)
  const left = apps.now()
  apps.pass(60_000)
  await shops.installed(SHOP, TOKENS)
  expect(await deliver({ topic: 'app/uninstalled', body: {}, triggeredAt: left })).toBe(200)
  expect(await shops.isInstalled(SHOP)).toBe(true)
  expect(await shops.find(SHOP)).toMatchObject({ accessToken: expect.any(String) })
})

test('an uninstallation keeps Craftgate keys and every session: old payments are still refunded', async () => {
  await shops.installed(SHOP, TOKENS)
  await keys.save({ shop: SHOP, mode: 'live' }, KEYS)
  await session('s1', AYSE)
  await deliver({ topic: 'app/uninstalled', body: {} })
  expect(await keys.modesOf(SHOP)).toEqual(['live'])
  expect(await holding()).toEqual(['s1'])
})

test('a shopper is found by e-mail or phone, in this shop only, and forgotten entirely', async () => {
  await session('both', AYSE)
  await session('mail', { email: 'AYSE@example.com ' })
  await session('phone', { email: 'other@example.com', phone: '0555 111 22 33' })
  await session('stranger', { email: 'ali@example.com', phone: '+905550000000' })
  await session('nobody', {})
  await session('elsewhere', AYSE, { shop: OTHER_SHOP })
  const customer = { id: 1, ...AYSE }

  expect(await deliver({ topic: 'customers/data_request', body: { customer } })).toBe(200)
  expect(await rowsOf(context, 'privacy_request')).toMatchObject([
    { topic: 'customers/data_request', shop: SHOP, concerned: 3, email_hash: expect.any(String) },
  ])
  expect(await holding()).toHaveLength(5)

  apps.pass(1000)
  expect(await deliver({ topic: 'customers/redact', body: { customer } })).toBe(200)
  expect(await holding()).toEqual(['elsewhere', 'stranger'])
  const sessions = await rowsOf(context, 'session')
  expect(sessions).toHaveLength(6)
  const withAddress = sessions.filter(({ cancel_url }) => cancel_url !== null).map(({ id }) => id)
  expect(withAddress).toEqual(['elsewhere', 'nobody', 'stranger'])
  const kept = await context.database.getRepository(privacyEntity).find({ order: { receivedAt: 'ASC' } })
  expect(
    kept.map(({ topic, concerned, emailHash, phoneHash }) => [topic, concerned, emailHash, phoneHash]),
  ).toEqual([
    ['customers/data_request', 3, null, null],
    ['customers/redact', 3, null, null],
  ])
})

test('a customer without e-mail and phone is nobody', async () => {
  await session('nobody', {})
  await session('s1', AYSE)
  await deliver({ topic: 'customers/redact', body: { customer: { id: 1, email: '', phone: null } } })
  expect(await holding()).toEqual(['s1'])
  expect(await rowsOf(context, 'privacy_request')).toMatchObject([{ concerned: 0 }])
})

test('a webhook that is delivered again is acknowledged and does nothing', async () => {
  const id = randomUUID()
  const delivery = { topic: 'customers/redact', id, body: { customer: { ...AYSE } } }
  await session('s1', AYSE)
  expect(await deliver(delivery)).toBe(200)
  await session('s2', AYSE)
  const again = await Promise.all([deliver(delivery), deliver(delivery), deliver(delivery)])
  expect(again).toEqual([200, 200, 200])
  expect(await holding()).toEqual(['s2'])
  expect(await rowsOf(context, 'privacy_request')).toMatchObject([{ id, concerned: 1 }])
})

test('a webhook that fails half way is not remembered, so that its repetition is carried out', async () => {
  await session('s1', AYSE)
  const delivery = { topic: 'customers/redact', id: randomUUID(), body: { customer: { ...AYSE } } }
  await context.database.query('ALTER TABLE craftgate_session RENAME COLUMN contact TO gone')
  expect(await deliver(delivery)).toBe(500)
  expect(await rowsOf(context, 'privacy_request')).toEqual([])
  await context.database.query('ALTER TABLE craftgate_session RENAME COLUMN gone TO contact')
  expect(await deliver(delivery)).toBe(200)
  expect(await holding()).toEqual([])
})

test('a shop that is forgotten loses tokens, keys and contacts, and keeps its rows', async () => {
  await shops.installed(SHOP, TOKENS)
  await shops.installed(OTHER_SHOP, TOKENS)
  for (const shop of [SHOP, OTHER_SHOP]) {
    await keys.save({ shop, mode: 'live' }, KEYS)
    await keys.save({ shop, mode: 'test' }, KEYS)
  }
  await session('s1', AYSE)
  await session('s2', {})
  await session('elsewhere', AYSE, { shop: OTHER_SHOP })
  await deliver({ topic: 'customers/data_request', body: { customer: AYSE } })
  apps.pass(1000)
  await deliver({ topic: 'app/uninstalled', body: {} })
  apps.pass(2 * DAY)
  expect(await deliver({ topic: 'shop/redact', body: {} })).toBe(200)

  const shopsWithKeys = await context.database
    .getRepository(keysEntity)
    .find({ select: { shop: true, mode: true }, order: { shop: 'ASC', mode: 'ASC' } })
  expect(shopsWithKeys).toEqual([
    { shop: OTHER_SHOP, mode: 'live' },
    { shop: OTHER_SHOP, mode: 'test' },
  ])
  expect(await shops.isInstalled(SHOP)).toBe(false)
  expect(await shops.find(SHOP)).toMatchObject({ accessToken: null, refreshToken: null, ready: false })
  expect(await shops.isInstalled(OTHER_SHOP)).toBe(true)
  expect(await holding()).toEqual(['elsewhere'])
  expect(await context.database.getRepository(sessionEntity).count()).toBe(3)
  const requests = await rowsOf(context, 'privacy_request')
  expect(requests.map((row) => row.email_hash ?? row.phone_hash)).toEqual([null, null])
})

test('a shop that came back is not disarmed by a late shop/redact, but its old shoppers are forgotten', async () => {
  await session('old', AYSE)
  const said = apps.now()
  apps.pass(60_000)
  await shops.installed(SHOP, TOKENS)
  await keys.save({ shop: SHOP, mode: 'live' }, KEYS)
  await session('new', AYSE)
  await deliver({ topic: 'shop/redact', body: {}, triggeredAt: said })
  expect(await shops.isInstalled(SHOP)).toBe(true)
  expect(await keys.modesOf(SHOP)).toEqual(['live'])
  expect(await holding()).toEqual(['new'])
})

test('a shop that installed again within the two days after which Shopify has it forgotten goes on selling', async () => {
  await shops.installed(SHOP, TOKENS)
  await keys.save({ shop: SHOP, mode: 'live' }, KEYS)
  await session('old', AYSE)
  apps.pass(1000)
  await deliver({ topic: 'app/uninstalled', body: {} })
  apps.pass(60_000)
  await shops.installed(SHOP, TOKENS)
  apps.pass(1000)
  await session('new', AYSE)
  apps.pass(DAY)
  // The merchant logs in, which Shopify answers as it answers an installation.
  await shops.installed(SHOP, TOKENS)
  apps.pass(DAY)
  expect(await deliver({ topic: 'shop/redact', body: {} })).toBe(200)
  expect(await shops.isInstalled(SHOP)).toBe(true)
  expect(await shops.find(SHOP)).toMatchObject({ accessToken: expect.any(String) })
  expect(await keys.modesOf(SHOP)).toEqual(['live'])
  expect(await holding()).toEqual(['new'])
})

test('a shop that installed again goes on selling also when Shopify never told that it had left', async () => {
  await shops.installed(SHOP, TOKENS)
  await keys.save({ shop: SHOP, mode: 'live' }, KEYS)
  await session('old', AYSE)
  apps.pass(60_000)
  await shops.installed(SHOP, TOKENS)
  await session('new', AYSE)
  apps.pass(2 * DAY - 1000)
  await deliver({ topic: 'shop/redact', body: {} })
  expect(await shops.isInstalled(SHOP)).toBe(true)
  expect(await keys.modesOf(SHOP)).toEqual(['live'])
  expect(await holding()).toEqual(['new'])
})

test('a shop is forgotten also when Shopify never told that it had left', async () => {
  await shops.installed(SHOP, TOKENS)
  await deliver({ topic: 'app/uninstalled', body: {} })
  apps.pass(1000)
  await shops.installed(SHOP, TOKENS)
  await keys.save({ shop: SHOP, mode: 'live' }, KEYS)
  await session('s1', AYSE)
  apps.pass(30 * DAY)
  await deliver({ topic: 'shop/redact', body: {} })
  expect(await shops.isInstalled(SHOP)).toBe(false)
  expect(await keys.modesOf(SHOP)).toEqual([])
  expect(await holding()).toEqual([])
})

test('a shop that nobody knows can be forgotten', async () => {
  expect(await deliver({ topic: 'shop/redact', body: {} })).toBe(200)
  expect(await rowsOf(context, 'shop')).toEqual([])
})

test('customers/redact redacts what was stored before APP_SECRET was changed, whether or not the old one is kept', async () => {
  const customer = { email: 'ayse@example.com', phone: '+905551112233' }
  await session('before', customer)
  const changed = await apps.open({ appSecret: 'quite another secret of the app 0123456789' })
  const after = webhookRoutes({
    context: changed,
    shops,
    privacy: new PrivacyRequests({ context: changed, contacts: new Contacts(changed), shops }),
  })
  expect(await deliver({ topic: 'customers/redact', body: { customer } }, after)).toBe(200)
  expect(await holding()).toEqual([])
})

test('customers/redact is not answered as done when nothing of before can be found, because its encryption key is gone', async () => {
  const customer = { email: 'ayse@example.com' }
  await session('before', customer)
  const changed = await apps.open({ encryptionKeys: encryptionKey('other') })
  const after = webhookRoutes({
    context: changed,
    shops,
    privacy: new PrivacyRequests({ context: changed, contacts: new Contacts(changed), shops }),
  })
  expect(await deliver({ topic: 'customers/redact', body: { customer } }, after)).toBe(500)
  expect(await holding()).toEqual(['before'])
  expect(await deliver({ topic: 'customers/redact', body: { customer } })).toBe(200)
  expect(await holding()).toEqual([])
})
