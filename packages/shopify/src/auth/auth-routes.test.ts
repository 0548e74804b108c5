import { createHmac } from 'node:crypto'
import { Hono } from 'hono'
import { CLIENT_SECRET, cookiesOf, fakeContext, NOW, SHOP } from '../../test/fake-context'
import { shopAddress } from '../options'
import type { GrantedTokens, TokenAnswer } from '../shops/sealed-tokens'
import { authRoutes } from './auth-routes'
import { merchantOf } from './login'
import { ShopifyOAuth } from './shopify-oauth'

const GRANTED: TokenAnswer = { kind: 'granted', tokens: { accessToken: 'shpat_secret', scope: 'a' } }

const scene = (more: { answer?: TokenAnswer; publicUrl?: string; storeFails?: boolean } = {}) => {
  const { context, moveTo, log } = fakeContext(more)
  const installed = new Map<string, GrantedTokens>()
  const codes: string[] = []
  let leftAt = new Date(0)
  const leave = (moment: Date) => {
    leftAt = moment
  }
  const oauth = new ShopifyOAuth(context, shopAddress(context.options))
  const shops = {
    installedSince: async (shop: string, since: Date) => installed.has(shop) && since > leftAt,
    installed: async (shop: string, tokens: GrantedTokens) => {
      if (more.storeFails) throw new Error('connection lost while writing shpat_secret')
      installed.set(shop, tokens)
    },
  }
  const exchange = async (_shop: string, code: string) => {
    codes.push(code)
    return more.answer ?? GRANTED
  }
  const app = new Hono()
  app.route(
    '/',
    authRoutes({ context, shops, oauth: { authorizeUrl: (...a) => oauth.authorizeUrl(...a), exchange } }),
  )
  app.get('/', async (c) => c.text((await merchantOf(c, { context, shops })) ?? 'nobody'))
  const who = async (cookie: string) => (await app.request('/', { headers: { cookie } })).text()
  return { app, installed, codes, who, leave, moveTo, log }
}

type Scene = ReturnType<typeof scene>

const begin = async ({ app }: Scene, shop = SHOP) => {
  const response = await app.request(`/auth?shop=${shop}`)
  const location = new URL(response.headers.get('location') ?? '')
  return { response, location, state: location.searchParams.get('state') ?? '', cookie: cookiesOf(response) }
}

const callback = (parameters: Readonly<Record<string, string>>): string => {
  const query = new URLSearchParams({
    shop: SHOP,
    code: 'the-code',
    timestamp: `${NOW.getTime() / 1000}`,
    ...parameters,
  })
  query.sort()
  query.set('hmac', createHmac('sha256', CLIENT_SECRET).update(query.toString()).digest('hex'))
  return `/auth/callback?${query}`
}

test('a merchant installs the app, is logged in, and is led to our own first page', async () => {
  const at = scene()
  const { response, location, state, cookie } = await begin(at)
  expect(response.status).toBe(302)
  expect(location.origin).toBe(`https://${SHOP}`)
  const [set] = response.headers.getSetCookie()
  for (const rule of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Max-Age=600', 'Path=/'])
    expect(set).toContain(rule)
  expect(set).toMatch(/^__Host-craftgate_install=/)
  expect(set).not.toContain('Domain')

  const back = await at.app.request(callback({ state }), { headers: { cookie } })
  expect([back.status, back.headers.get('location')]).toEqual([302, '/'])
  expect(at.installed.get(SHOP)?.accessToken).toBe('shpat_secret')
  const login = back.headers.getSetCookie().find((text) => text.startsWith('__Host-craftgate_merchant='))
  for (const rule of ['HttpOnly', 'SameSite=Lax', 'Secure', 'Max-Age=28800', 'Path=/'])
    expect(login).toContain(rule)
  expect(await at.who(cookiesOf(back))).toBe(SHOP)
  expect(at.log()).not.toContain('shpat_secret')
})

test('on plain http cookies work too', async () => {
  const at = scene({ publicUrl: 'http://localhost:3100' })
  const { response } = await begin(at)
  expect(response.headers.getSetCookie().join()).toMatch(/^craftgate_install=(?!.*Secure)/)
  expect(await at.who(await loggedIn(at))).toBe(SHOP)
})

test('on https a cookie that a neighbouring host could have set is not read', async () => {
  const at = scene()
  const cookie = await loggedIn(at)
  expect(await at.who(cookie.replaceAll('__Host-', ''))).toBe('nobody')
})

test.each(['', 'evil.com', 'zerdali.myshopify.com.evil.com', '//evil.com', 'a@zerdali.myshopify.com'])(
  'the merchant of %p is led nowhere',
  async (shop) => {
    const response = await scene().app.request(`/auth?shop=${encodeURIComponent(shop)}`)
    expect([response.status, response.headers.get('location')]).toEqual([400, null])
    expect(response.headers.getSetCookie()).toEqual([])
    expect(await response.text()).not.toContain('evil')
  },
)

const refused = async (at: Scene, url: string, cookie: string) => {
  const response = await at.app.request(url, { headers: { cookie } })
  expect(response.status).toBe(400)
  expect(at.codes).toEqual([])
  expect(at.installed.size).toBe(0)
  expect(await at.who(cookiesOf(response))).toBe('nobody')
}

test('another state than the one this browser was given is refused', async () => {
  const at = scene()
  const { cookie } = await begin(at)
  await refused(at, callback({ state: 'other' }), cookie)
  await refused(at, callback({ state: '' }), cookie)
})

test('a browser that was given no state is refused', async () => {
  const at = scene()
  const { state } = await begin(at)
  await refused(at, callback({ state }), '')
})

test('a state that was given for one shop installs no other', async () => {
  const at = scene()
  const { state, cookie } = await begin(at, 'ikinci.myshopify.com')
  await refused(at, callback({ state }), cookie)
})

test('a state cookie that somebody changed is refused', async () => {
  const at = scene()
  const { state, cookie } = await begin(at, 'ikinci.myshopify.com')
  await refused(at, callback({ state }), cookie.replace('ikinci', 'zerdali'))
})

test('a state ends after ten minutes', async () => {
  const at = scene()
  const { state, cookie } = await begin(at)
  at.moveTo(new Date(NOW.getTime() + 600_000))
  await refused(at, callback({ state, timestamp: `${NOW.getTime() / 1000 + 600}` }), cookie)
})

test('what Shopify did not sign is refused', async () => {
  const at = scene()
  const { state, cookie } = await begin(at)
  await refused(at, callback({ state }).replace('the-code', 'my-code'), cookie)
  await refused(at, callback({ state }).replace(/hmac=[^&]*/, 'hmac='), cookie)
})

test('a state is used once: the answer takes it from the browser, whatever becomes of the code', async () => {
  const at = scene({ answer: { kind: 'refused', code: 'invalid_request' } })
  const { state, cookie } = await begin(at)
  const response = await at.app.request(callback({ state }), { headers: { cookie } })
  expect(response.status).toBe(400)
  expect(response.headers.getSetCookie().join()).toMatch(/^__Host-craftgate_install=;.*Max-Age=0.*Secure/)
})

test('without tokens nothing is installed and nobody is logged in', async () => {
  const at = scene({ answer: { kind: 'unavailable', reason: 'timeout' } })
  const { state, cookie } = await begin(at)
  const headers = { cookie, 'accept-language': 'en-GB,en;q=0.9' }
  const response = await at.app.request(callback({ state }), { headers })
  expect(response.status).toBe(503)
  expect(await response.text()).toContain('Shopify does not answer right now')
  expect(at.installed.size).toBe(0)
  expect(await at.who(cookiesOf(response))).toBe('nobody')
})

test('tokens that cannot be stored log nobody in, and are not told to the log', async () => {
  const at = scene({ storeFails: true })
  const { state, cookie } = await begin(at)
  const response = await at.app.request(callback({ state }), { headers: { cookie } })
  expect(response.status).toBe(500)
  expect(await response.text()).toContain('Bir sorun oluştu')
  expect(await at.who(cookiesOf(response))).toBe('nobody')
  expect(at.log()).not.toContain('shpat_secret')
})

const loggedIn = async (at: Scene) => {
  const { state, cookie } = await begin(at)
  return cookiesOf(await at.app.request(callback({ state }), { headers: { cookie } }))
}

test('a login ends after eight hours, and with the installation', async () => {
  const at = scene()
  const cookie = await loggedIn(at)
  at.moveTo(new Date(NOW.getTime() + 8 * 3_600_000 - 1000))
  expect(await at.who(cookie)).toBe(SHOP)
  at.moveTo(new Date(NOW.getTime() + 8 * 3_600_000))
  expect(await at.who(cookie)).toBe('nobody')
  at.moveTo(NOW)
  at.installed.clear()
  expect(await at.who(cookie)).toBe('nobody')
})

test('a login of before the shop left is void, also after it came back', async () => {
  const at = scene()
  const cookie = await loggedIn(at)
  at.leave(NOW)
  expect(await at.who(cookie)).toBe('nobody')
  at.moveTo(new Date(NOW.getTime() + 1))
  expect(await at.who(await loggedIn(at))).toBe(SHOP)
})

test('a login cannot be made, changed or had from a state cookie', async () => {
  const at = scene()
  const cookie = await loggedIn(at)
  at.installed.set('ikinci.myshopify.com', { accessToken: 'x', scope: '' })
  expect(await at.who(cookie.replace('zerdali', 'ikinci'))).toBe('nobody')
  const state = (await begin(at, 'ikinci.myshopify.com')).cookie
  expect(await at.who(state.replace('craftgate_install', 'craftgate_merchant'))).toBe('nobody')
})

test('logging out takes the login from the browser, unless a foreign page asks for it', async () => {
  const { app } = scene()
  const post = (origin: string) => app.request('/logout', { method: 'POST', headers: { origin } })
  const own = await post('https://app.example.com')
  expect([own.status, own.headers.get('location')]).toEqual([303, '/'])
  expect(own.headers.getSetCookie().join()).toMatch(/^__Host-craftgate_merchant=;.*Max-Age=0.*Secure/)
  const foreign = await post('https://evil.com')
  expect([foreign.status, foreign.headers.getSetCookie()]).toEqual([403, []])
})
