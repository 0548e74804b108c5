import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CLIENT_SECRET, fakeContext, SHOP } from '../../test/fake-context'
import { shopAddress } from '../options'
import { readTokenAnswer, ShopifyOAuth } from './shopify-oauth'

const pair = {
  access_token: 'shpat_1',
  scope: 'write_payment_gateways',
  expires_in: 3600,
  refresh_token: 'shprt_1',
  refresh_token_expires_in: 7_776_000,
}

interface Answer {
  readonly status: number
  readonly headers?: Record<string, string>
  readonly body: string
}

const withShopify = async (
  answer: Answer | 'silence' | ((body: { client_secret?: string }) => Answer),
  work: (oauth: ShopifyOAuth, asked: { url?: string; body?: unknown }) => Promise<void>,
  apiSecretKey?: string,
) => {
  const asked: { url?: string; body?: unknown } = {}
  const server: Server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    const body = JSON.parse(Buffer.concat(parts).toString())
    Object.assign(asked, { url: request.url, body })
    if (answer === 'silence') return
    const { status, headers, body: text } = typeof answer === 'function' ? answer(body) : answer
    response.writeHead(status, headers).end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const { context } = fakeContext({
    emulator: `http://127.0.0.1:${port}`,
    apiSecretKey,
    deadlineMs: answer === 'silence' ? 200 : 5_000,
  })
  try {
    await work(new ShopifyOAuth(context, shopAddress(context.options)), asked)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('the merchant is asked at the shop itself, and comes back to our own address', () => {
  const { context } = fakeContext()
  const oauth = new ShopifyOAuth(context, shopAddress(context.options))
  const url = new URL(oauth.authorizeUrl(SHOP, 'the-state'))
  expect(url.origin + url.pathname).toBe(`https://${SHOP}/admin/oauth/authorize`)
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'client-id',
    scope: 'write_payment_gateways,write_payment_sessions',
    redirect_uri: 'https://app.example.com/auth/callback',
    state: 'the-state',
  })
})

test('a code is exchanged for a pair of tokens that end', () =>
  withShopify({ status: 200, body: JSON.stringify(pair) }, async (oauth, asked) => {
    expect(await oauth.exchange(SHOP, 'the-code')).toEqual({
      kind: 'granted',
      tokens: {
        accessToken: 'shpat_1',
        scope: 'write_payment_gateways',
        expiresIn: 3600,
        refreshToken: 'shprt_1',
        refreshTokenExpiresIn: 7_776_000,
      },
    })
    expect(asked.url).toBe(`/${SHOP}/admin/oauth/access_token`)
    expect(asked.body).toEqual({
      client_id: 'client-id',
      client_secret: CLIENT_SECRET,
      code: 'the-code',
      expiring: 1,
    })
  }))

test('a refresh token is exchanged the same way', () =>
  withShopify({ status: 200, body: JSON.stringify(pair) }, async (oauth, asked) => {
    expect(await oauth.refresh(SHOP, 'shprt_0')).toMatchObject({ kind: 'granted' })
    expect(asked.body).toEqual({
      client_id: 'client-id',
      client_secret: CLIENT_SECRET,
      refresh_token: 'shprt_0',
      grant_type: 'refresh_token',
    })
  }))

test('secrets follow no redirect', () =>
  withShopify({ status: 307, headers: { location: 'http://127.0.0.1:1/' }, body: '' }, async (oauth) => {
    expect(await oauth.refresh(SHOP, 'shprt_0')).toEqual({ kind: 'unavailable', reason: 'network' })
  }))

test('a Shopify that is silent is given up', () =>
  withShopify('silence', async (oauth) => {
    expect(await oauth.refresh(SHOP, 'shprt_0')).toEqual({ kind: 'unavailable', reason: 'timeout' })
  }))

test.each([
  [500, '{}', { kind: 'unavailable', reason: 'http-500' }],
  [429, '{}', { kind: 'unavailable', reason: 'http-429' }],
  [200, '<html>', { kind: 'unavailable', reason: 'malformed' }],
  [200, '{}', { kind: 'unavailable', reason: 'malformed' }],
  [400, '{"error":"invalid_grant"}', { kind: 'refused', code: 'invalid_grant' }],
  [400, '{"error":"<b>shpat_1</b>"}', { kind: 'refused', code: 'http-400' }],
  [404, 'not found', { kind: 'refused', code: 'http-404' }],
])('%i %s means %j', (status, body, meant) => {
  expect(readTokenAnswer(status, body)).toEqual(meant)
})

test('a token that does not end comes alone', () => {
  const body = JSON.stringify({ access_token: 'shpat_1', scope: 'a' })
  expect(readTokenAnswer(200, body)).toMatchObject({ kind: 'granted', tokens: { accessToken: 'shpat_1' } })
})

test.each(['refresh_token', 'refresh_token_expires_in', 'expires_in'])(
  'a pair without its %s is not taken',
  (field) => {
    expect(readTokenAnswer(200, JSON.stringify({ ...pair, [field]: undefined })).kind).toBe('unavailable')
  },
)

test('a secret that Shopify does not know yet, or any more, keeps no token from being renewed', () => {
  const shopify = ({ client_secret }: { client_secret?: string }) =>
    client_secret === CLIENT_SECRET
      ? { status: 200, body: JSON.stringify(pair) }
      : { status: 400, body: '{"error":"invalid_client"}' }
  return withShopify(
    shopify,
    async (oauth, asked) => {
      expect(await oauth.refresh(SHOP, 'shprt_0')).toMatchObject({ kind: 'granted' })
      expect(asked.body).toMatchObject({ client_secret: CLIENT_SECRET })
    },
    `not-known-yet,${CLIENT_SECRET}`,
  )
})
