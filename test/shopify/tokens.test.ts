import { ShopifyOAuth } from '../../packages/shopify/src/auth/shopify-oauth'
import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { shopAddress } from '../../packages/shopify/src/options'
import type { GrantedTokens } from '../../packages/shopify/src/shops/sealed-tokens'
import { ShopStore } from '../../packages/shopify/src/shops/shop-store'
import { ShopTokens } from '../../packages/shopify/src/shops/shop-tokens'
import { OTHER_SHOP, rowsOf, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'
import { startTokenEndpoint, type TokenEndpoint } from './token-endpoint'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const FIRST: GrantedTokens = {
  accessToken: 'shpat_0',
  expiresIn: 3600,
  refreshToken: 'shprt_0',
  refreshTokenExpiresIn: 7_776_000,
  scope: 'write_payment_gateways,write_payment_sessions',
}

let apps: TestApps
let shopify: TokenEndpoint
let context: AppContext

beforeEach(async () => {
  apps = await testAppsOnPostgres('craftgate_shopify_tokens')
  shopify = await startTokenEndpoint()
  context = await apps.open({ emulator: shopify.url })
})

afterEach(async () => {
  const log = apps.log()
  await apps.close()
  await shopify.close()
  expect(log).not.toMatch(/shpat_|shprt_|client-secret/)
})

/** Counts how often a shop was read from the database. */
class CountingShopStore extends ShopStore {
  read = 0

  override async find(shop: string) {
    const row = await super.find(shop)
    this.read += 1
    return row
  }
}

const tokensOf = (of: AppContext, shops = new ShopStore(of)) => {
  const oauth = new ShopifyOAuth(of, shopAddress(of.options))
  return { shops, tokens: new ShopTokens({ context: of, shops, oauth }) }
}

const installed = async (granted: GrantedTokens = FIRST) => {
  const at = tokensOf(context)
  await at.shops.installed(SHOP, granted)
  return at
}

test('a token that lasts is used as it is, and stands in no column as it is', async () => {
  const { tokens } = await installed()
  apps.pass(54 * MINUTE)
  expect(await tokens.access(SHOP)).toBe('shpat_0')
  expect(shopify.state.asked).toBe(0)
  const [row] = await rowsOf(context, 'shop')
  expect(JSON.stringify(row)).not.toMatch(/shpat_|shprt_/)
})

test('a token that is about to end is replaced by a new pair', async () => {
  const { shops, tokens } = await installed()
  apps.pass(55 * MINUTE)
  expect(await tokens.access(SHOP)).toBe('shpat_1')
  expect(await tokens.access(SHOP)).toBe('shpat_1')
  expect(shopify.state.asked).toBe(1)
  const row = await shops.find(SHOP)
  expect(row?.tokenVersion).toBe(2)
  expect(row?.accessTokenExpiresAt).toEqual(new Date(apps.now().getTime() + 60 * MINUTE))
  expect(row?.refreshTokenExpiresAt).toEqual(new Date(apps.now().getTime() + 90 * DAY))
})

test('refresh tokens rotate: each is used once', async () => {
  const { tokens } = await installed()
  for (const token of ['shpat_1', 'shpat_2', 'shpat_3']) {
    apps.pass(60 * MINUTE)
    expect(await tokens.access(SHOP)).toBe(token)
  }
  expect([...shopify.good.keys()]).toEqual(['shprt_2', 'shprt_3'])
})

test('of 20 calls in two processes one asks Shopify, and all get its answer', async () => {
  const { tokens } = await installed()
  const other = tokensOf(await apps.open({ emulator: shopify.url }))
  apps.pass(60 * MINUTE)
  shopify.state.pauseMs = 100
  const calls = Array.from({ length: 20 }, (_, at) => (at % 2 ? tokens : other.tokens).access(SHOP))
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['shpat_1']))
  expect(shopify.state.asked).toBe(1)
})

test('20 refused tokens in two processes are replaced once', async () => {
  const { tokens } = await installed()
  const other = tokensOf(await apps.open({ emulator: shopify.url }))
  shopify.state.pauseMs = 50
  const calls = Array.from({ length: 20 }, (_, at) => (at % 2 ? tokens : other.tokens).renew(SHOP, 'shpat_0'))
  expect(new Set(await Promise.all(calls))).toEqual(new Set(['shpat_1']))
  expect(shopify.state.asked).toBe(1)
})

test('calls of one process share also the trouble, so that none waits for ten deadlines', async () => {
  await installed()
  const shops = new CountingShopStore(context)
  const { tokens } = tokensOf(context, shops)
  apps.pass(60 * MINUTE)
  shopify.state.mood = 'broken'
  const answer = shopify.hold()
  const calls = Array.from({ length: 10 }, () => tokens.access(SHOP))
  // All ten have read the shop, and the one that asks has read it once more under the lock, and has asked.
  while (shops.read < 11 || shopify.state.asked === 0) await new Promise(setImmediate)
  answer()
  expect(new Set(await Promise.all(calls))).toEqual(new Set([undefined]))
  expect(shopify.state.asked).toBe(1)
})

test('more shops than connections may refresh at once', async () => {
  const { shops, tokens } = await installed()
  const names = Array.from({ length: 30 }, (_, at) => `shop-${at}.myshopify.com`)
  for (const name of names) {
    shopify.good.set(`shprt_of_${name}`, undefined)
    await shops.installed(name, { ...FIRST, refreshToken: `shprt_of_${name}` })
  }
  apps.pass(60 * MINUTE)
  shopify.state.pauseMs = 20
  const all = await Promise.all(names.map((name) => tokens.access(name)))
  expect(new Set(all).size).toBe(30)
})

test('a token that Shopify refuses is replaced, unless another one is there already', async () => {
  const { tokens } = await installed()
  expect(await tokens.renew(SHOP, 'shpat_0')).toBe('shpat_1')
  expect(await tokens.renew(SHOP, 'shpat_0')).toBe('shpat_1')
  expect(shopify.state.asked).toBe(1)
})

test.each(['broken', 'hangs up'] as const)('while Shopify %s, a token serves until it ends', async (mood) => {
  const { tokens } = await installed()
  shopify.state.mood = mood
  apps.pass(56 * MINUTE)
  expect(await tokens.access(SHOP)).toBe('shpat_0')
  expect(await tokens.renew(SHOP, 'shpat_0')).toBeUndefined()
  apps.pass(4 * MINUTE)
  expect(await tokens.access(SHOP)).toBeUndefined()
  expect(apps.log()).toContain('warn An access token could not be renewed')
  shopify.state.mood = 'good'
  expect(await tokens.access(SHOP)).toMatch(/^shpat_[1-9]/)
})

test('an answer that got lost after Shopify rotated is no loss', async () => {
  const { tokens } = await installed()
  apps.pass(60 * MINUTE)
  shopify.state.mood = 'hangs up'
  expect(await tokens.access(SHOP)).toBeUndefined()
  expect(shopify.state.given).toBe(1)
  shopify.state.mood = 'good'
  expect(await tokens.access(SHOP)).toBe('shpat_2')
})

test('a shop whose refresh token is no good has to install the app again, and then works', async () => {
  const { shops, tokens } = await installed()
  apps.pass(60 * MINUTE)
  shopify.state.mood = 'refuses'
  expect(await tokens.access(SHOP)).toBeUndefined()
  expect(apps.log()).toContain(
    'it must be installed again {"shop":"zerdali.myshopify.com","why":"invalid_grant"}',
  )
  await shops.installed(SHOP, { ...FIRST, accessToken: 'shpat_new' })
  expect(await tokens.access(SHOP)).toBe('shpat_new')
})

test('a shop that installs the app anew while its old token is refreshed keeps the new one', async () => {
  const { shops, tokens } = await installed()
  apps.pass(60 * MINUTE)
  const answer = shopify.hold()
  const refreshed = tokens.access(SHOP)
  while (shopify.state.asked === 0) await new Promise(setImmediate)
  await shops.installed(SHOP, { ...FIRST, accessToken: 'shpat_new' })
  answer()
  expect(await refreshed).toBe('shpat_new')
  expect(await tokens.access(SHOP)).toBe('shpat_new')
})

test('a shop that leaves while its token is refreshed gets none', async () => {
  const { shops, tokens } = await installed()
  apps.pass(60 * MINUTE)
  const answer = shopify.hold()
  const refreshed = tokens.access(SHOP)
  while (shopify.state.asked === 0) await new Promise(setImmediate)
  await shops.uninstalled(SHOP)
  answer()
  expect(await refreshed).toBeUndefined()
  expect(await rowsOf(context, 'shop')).toMatchObject([{ access_token: null, refresh_token: null }])
})

test('a shop that is unknown or left has no token, which is no error', async () => {
  const { shops, tokens } = await installed()
  await shops.uninstalled(SHOP)
  expect(await tokens.access(SHOP)).toBeUndefined()
  expect(await tokens.renew(SHOP, 'shpat_0')).toBeUndefined()
  expect(await tokens.access(OTHER_SHOP)).toBeUndefined()
  expect(shopify.state.asked).toBe(0)
  expect(apps.log()).not.toContain('error')
})

test('a token that does not end is used for ever, and cannot be renewed', async () => {
  const { tokens } = await installed({ accessToken: 'shpat_0', scope: '' })
  apps.pass(400 * DAY)
  expect(await tokens.access(SHOP)).toBe('shpat_0')
  expect(await tokens.renew(SHOP, 'shpat_0')).toBeUndefined()
  expect(shopify.state.asked).toBe(0)
  expect(apps.log()).toContain('must be installed again')
})

test('a token whose encryption key is gone is no token, and nothing breaks', async () => {
  await installed()
  const stranger = await apps.open({ emulator: shopify.url, encryptionKeys: `k2:${'A'.repeat(43)}=` })
  expect(await tokensOf(stranger).tokens.access(SHOP)).toBeUndefined()
  expect(apps.log()).toContain("No encryption key has the id 'k1'")
})

test('shops that nobody called for 30 days are refreshed, the others are not', async () => {
  const { shops, tokens } = await installed()
  apps.pass(29 * DAY)
  expect(await tokens.refreshIdle()).toBe(0)
  apps.pass(DAY + 1)
  await shops.installed(OTHER_SHOP, { ...FIRST, refreshToken: 'shprt_other' })
  expect(await tokens.refreshIdle()).toBe(1)
  expect(await tokens.refreshIdle()).toBe(0)
  expect(shopify.state.asked).toBe(1)
})

test('a daily job that Shopify does not answer comes back the next day', async () => {
  const { tokens } = await installed()
  apps.pass(31 * DAY)
  shopify.state.mood = 'broken'
  expect(await tokens.refreshIdle()).toBe(0)
  shopify.state.mood = 'good'
  apps.pass(DAY)
  expect(await tokens.refreshIdle()).toBe(1)
})
