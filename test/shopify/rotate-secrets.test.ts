import { rotateSecrets } from '../../packages/shopify/src/app/rotate-secrets'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { Contacts } from '../../packages/shopify/src/sessions/contacts'
import { CraftgateKeyStore } from '../../packages/shopify/src/shops/craftgate-keys'
import { openToken } from '../../packages/shopify/src/shops/sealed-tokens'
import { ShopStore } from '../../packages/shopify/src/shops/shop-store'
import {
  encryptionKey,
  insertSession,
  OTHER_SHOP,
  rowsOf,
  SHOP,
  type TestApps,
  testAppsOnPostgres,
} from './app-on-postgres'

const [OLD, NEW] = [encryptionKey('old'), encryptionKey('new')]
const KEYS = {
  apiKey: 'api-key',
  secretKey: 'secret-key',
  webhookKey: 'webhook-key',
  callbackKey: 'callback-key',
}
const AYSE = { email: 'ayse@example.com', phone: '+905551112233' }
const SESSIONS = 250
/** Tokens, Craftgate keys, what alerts are signed with, the key of the hashes, and contacts. */
const SEALED = 3 + 8 + 1 + 1 + SESSIONS

let apps: TestApps
let before: AppContext

beforeEach(async () => {
  apps = await testAppsOnPostgres('craftgate_shopify_rotation')
  before = await apps.open({ encryptionKeys: OLD })
  const shops = new ShopStore(before)
  await shops.installed(SHOP, {
    accessToken: 'shpat_0',
    expiresIn: 3600,
    refreshToken: 'shprt_0',
    refreshTokenExpiresIn: 7_776_000,
    scope: 'a',
  })
  await shops.installed(OTHER_SHOP, { accessToken: 'shpat_1', scope: 'a' })
  await new CraftgateKeyStore(before).save({ shop: SHOP, mode: 'live' }, KEYS)
  await new CraftgateKeyStore(before).save({ shop: SHOP, mode: 'test' }, KEYS)
  const alerts = { webhook: { url: 'https://hooks.example.com', secret: 'whsec_secret-key-of-alerts' } }
  await new CraftgateKeyStore(before).saveAlerts({ shop: SHOP, mode: 'live' }, alerts)
  const contacts = contactsOf(before)
  for (let at = 0; at < SESSIONS; at += 1) {
    const id = `s${at}`
    await insertSession(before, { id, ...(await contacts.columnsOf(id, AYSE)) })
  }
  await insertSession(before, { id: 'without' })
})

afterEach(async () => {
  const log = apps.log()
  await apps.close()
  expect(log).not.toMatch(/shpat_|shprt_|secret-key|ayse/)
})

const contactsOf = (context: AppContext) => new Contacts(context)

const everythingIn = async (context: AppContext) =>
  JSON.stringify([
    await rowsOf(context, 'shop'),
    await rowsOf(context, 'keys'),
    await rowsOf(context, 'session'),
  ])

test('after a rotation the older key can go: every secret opens with the new one alone', async () => {
  const during = await apps.open({ encryptionKeys: `${NEW},${OLD}` })
  const known = await new CraftgateKeyStore(before).read({ shop: SHOP, mode: 'test' })
  expect(await rotateSecrets(during)).toEqual({ resealed: SEALED, unreadable: 0 })
  expect(await everythingIn(during)).not.toContain('"old.')

  const after = await apps.open({ encryptionKeys: NEW })
  const keys = new CraftgateKeyStore(after)
  expect(await keys.read({ shop: SHOP, mode: 'test' })).toEqual(known)
  const row = await new ShopStore(after).find(SHOP)
  if (!row) throw new Error('the shop is gone')
  expect(openToken(after.options.encryptionKeys, row, 'accessToken')).toBe('shpat_0')
  expect(openToken(after.options.encryptionKeys, row, 'refreshToken')).toBe('shprt_0')
  for (const { id, contact } of await rowsOf(after, 'session')) {
    const opened = contactsOf(after).open(String(id), contact === null ? null : String(contact))
    expect(opened).toEqual(id === 'without' ? {} : AYSE)
  }
})

test('a rotation that is repeated has nothing to do', async () => {
  const during = await apps.open({ encryptionKeys: `${NEW},${OLD}` })
  await rotateSecrets(during)
  const once = await everythingIn(during)
  expect(await rotateSecrets(during)).toEqual({ resealed: 0, unreadable: 0 })
  expect(await everythingIn(during)).toBe(once)
})

test('two rotations at once seal each secret once', async () => {
  const during = await apps.open({ encryptionKeys: `${NEW},${OLD}` })
  const [one, two] = await Promise.all([rotateSecrets(during), rotateSecrets(during)])
  expect(one.resealed + two.resealed).toBe(SEALED)
})

test('what the app writes or forgets meanwhile stays as the app wrote it', async () => {
  const during = await apps.open({ encryptionKeys: `${NEW},${OLD}` })
  const shops = new ShopStore(during)
  const keys = new CraftgateKeyStore(during)
  await Promise.all([
    rotateSecrets(during),
    shops.uninstalled(OTHER_SHOP),
    keys.save({ shop: SHOP, mode: 'live' }, { ...KEYS, apiKey: 'another' }),
    during.database.query('UPDATE craftgate_session SET contact = NULL'),
  ])
  expect(await shops.find(OTHER_SHOP)).toMatchObject({ accessToken: null })
  expect(await keys.read({ shop: SHOP, mode: 'live' })).toMatchObject({ apiKey: 'another' })
  expect(await everythingIn(during)).not.toContain('"contact":"')
})

test('a secret whose key is gone is left alone and told', async () => {
  const stranger = await apps.open({ encryptionKeys: NEW })
  const untouched = await everythingIn(stranger)
  expect(await rotateSecrets(stranger)).toEqual({ resealed: 0, unreadable: SEALED })
  expect(await everythingIn(stranger)).toBe(untouched)
  expect(apps.log()).toContain("No encryption key has the id 'old' (shop.accessToken/zerdali.myshopify.com)")
})
