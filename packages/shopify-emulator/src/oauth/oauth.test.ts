import { createHmac } from 'node:crypto'
import { authorizeUrl, callGraphQL, consent, exchange, type Json, postJson } from '../test/requests'
import { API_KEY, API_SECRET, OTHER_SHOP, openTestApp, SHOP, type TestApp } from '../test/test-app'

const hex = (text: string) => createHmac('sha256', API_SECRET).update(text).digest('hex')
const query = '{ publicApiVersions { handle } }'

describe('the way of an app into a shop', () => {
  let testApp: TestApp
  let now = Date.now()
  beforeEach(async () => {
    now = Date.now()
    testApp = await openTestApp({ clock: () => now })
  })
  afterEach(() => testApp.close())

  const statusOf = async (token: unknown) =>
    (await callGraphQL(testApp, { token: String(token), query })).status
  const code = async (shop = SHOP) => (await consent(testApp, shop)).searchParams.get('code')
  const refresh = (refresh_token: unknown) =>
    exchange(testApp, { grant_type: 'refresh_token', refresh_token })

  test('leads over a page with a button, and back with a signed address', async () => {
    const page = await fetch(authorizeUrl(testApp))
    expect(await page.text()).toContain('id="install-form"')
    const back = await consent(testApp)
    expect(back.origin + back.pathname).toBe('http://app.example/auth/callback')
    const { hmac, ...rest } = Object.fromEntries(back.searchParams)
    expect(rest).toEqual({
      code: expect.any(String),
      host: Buffer.from(`${SHOP}/admin`).toString('base64url'),
      shop: SHOP,
      state: 'abc',
      timestamp: String(Math.floor(now / 1000)),
    })
    const sorted = Object.keys(rest)
      .sort()
      .map((name) => `${name}=${encodeURIComponent(rest[name] ?? '')}`)
    expect(hmac).toBe(hex(sorted.join('&')))
  })

  test('is open at once to an app that the merchant granted before', async () => {
    const answer = await fetch(authorizeUrl(testApp, OTHER_SHOP), { redirect: 'manual' })
    expect(answer.headers.get('location')).toContain('http://app.example/auth/callback?code=')
  })

  test.each([
    ['redirect_uri', 'http://evil.example/auth/callback'],
    ['client_id', 'somebody-else'],
  ])('is closed to a wrong %s', async (name, value) => {
    const url = new URL(authorizeUrl(testApp))
    url.searchParams.set(name, value)
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(400)
    expect((await fetch(url, { method: 'POST', redirect: 'manual' })).status).toBe(400)
  })

  test('gives a pair of tokens for a code, once', async () => {
    const spent = { code: await code(), expiring: 1 }
    const { status, body } = await exchange(testApp, spent)
    expect(status).toBe(200)
    expect(body).toEqual({
      access_token: expect.stringMatching(/^shpat_/),
      scope: 'write_payment_gateways,write_payment_sessions',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^shprt_/),
      refresh_token_expires_in: 7_776_000,
    })
    expect(await statusOf(body.access_token)).toBe(200)
    expect(testApp.emulator.control.installed(SHOP)).toBe(true)
    expect((await exchange(testApp, spent)).status).toBe(400)
  })

  test('takes a form as well, and gives a token for ever to who does not ask for an expiring one', async () => {
    const form = new URLSearchParams({
      client_id: API_KEY,
      client_secret: API_SECRET,
      code: (await code()) ?? '',
    })
    const url = `${testApp.emulator.shopUrl(SHOP)}/admin/oauth/access_token`
    const body = (await (await fetch(url, { method: 'POST', body: form })).json()) as Json
    expect(Object.keys(body)).toEqual(['access_token', 'scope'])
    now += 365 * 86_400_000
    expect(await statusOf(body.access_token)).toBe(200)
  })

  test('is closed to a wrong secret', async () => {
    const answer = await exchange(testApp, { code: await code(), client_secret: 'wrong' })
    expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
  })

  test('ends for an access token after its hour, and goes on with the refresh token', async () => {
    const { body } = await exchange(testApp, { code: await code(), expiring: 1 })
    now += 3_600_000
    expect(await statusOf(body.access_token)).toBe(401)
    expect(await statusOf((await refresh(body.refresh_token)).body.access_token)).toBe(200)
  })

  test('keeps the old refresh token good until the new one is first used', async () => {
    const { body } = await exchange(testApp, { code: await code(), expiring: 1 })
    const lost = await refresh(body.refresh_token)
    const second = await refresh(body.refresh_token)
    expect(second.status).toBe(200)
    expect(await refresh(lost.body.refresh_token)).toMatchObject({
      status: 400,
      body: { error: 'invalid_grant' },
    })
    const third = await refresh(second.body.refresh_token)
    expect(third.status).toBe(200)
    expect((await refresh(body.refresh_token)).status).toBe(400)
  })

  test('ends for a refresh token after 90 days, and 30 days after it was replaced', async () => {
    const { body } = await exchange(testApp, { code: await code(), expiring: 1 })
    const next = await refresh(body.refresh_token)
    now += 31 * 86_400_000
    expect((await refresh(body.refresh_token)).status).toBe(400)
    now += 60 * 86_400_000
    expect((await refresh(next.body.refresh_token)).status).toBe(400)
  })

  test('can be made to end at once', async () => {
    const { body } = await exchange(testApp, { code: await code(), expiring: 1 })
    await postJson(`${testApp.emulator.url}/control/expire-tokens`, { shop: SHOP })
    expect(await statusOf(body.access_token)).toBe(401)
    expect((await refresh(body.refresh_token)).status).toBe(200)
  })
})
