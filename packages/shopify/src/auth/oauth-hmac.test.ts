import '@shopify/shopify-api/adapters/web-api'
import { createHmac } from 'node:crypto'
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api'
import { verifySignedQuery } from './oauth-hmac'

const secret = 'client-secret'
const shop = 'zerdali.myshopify.com'
const now = new Date()

const sign = (query: URLSearchParams, key = secret): URLSearchParams => {
  const signed = new URLSearchParams(query)
  signed.sort()
  signed.set('hmac', createHmac('sha256', key).update(signed.toString()).digest('hex'))
  return signed
}

const signed = (more: Readonly<Record<string, string>> = {}) =>
  new URLSearchParams({
    shop,
    code: 'a b+c/ç',
    state: 'x~y*z',
    host: 'YWRtaW4',
    timestamp: `${Math.floor(now.getTime() / 1000)}`,
    ...more,
  })

test('a query that Shopify signed is genuine, and its own library agrees', async () => {
  const query = sign(signed())
  expect(verifySignedQuery(query, { secrets: [secret], now })).toEqual({ kind: 'genuine', shop })
  const library = shopifyApi({
    apiKey: 'id',
    apiSecretKey: secret,
    hostName: 'app.example.com',
    apiVersion: ApiVersion.July26,
    isEmbeddedApp: false,
    logger: { level: LogSeverity.Error, log: () => {} },
  })
  expect(await library.utils.validateHmac(Object.fromEntries(query))).toBe(true)
})

test.each([
  ['another secret', sign(signed(), 'other')],
  ['no signature', signed()],
  ['an empty signature', new URLSearchParams({ ...Object.fromEntries(signed()), hmac: '' })],
])('%s is refused', (_, query) => {
  expect(verifySignedQuery(query, { secrets: [secret], now })).toEqual({ kind: 'refused', why: 'hmac' })
})

test.each(['shop', 'code', 'state', 'timestamp'])('%s cannot be changed after it was signed', (name) => {
  const query = sign(signed())
  query.set(name, name === 'shop' ? 'ikinci.myshopify.com' : '1')
  expect(verifySignedQuery(query, { secrets: [secret], now })).toMatchObject({ why: 'hmac' })
})

test('a value that is said twice is signed twice', () => {
  const query = sign(signed())
  query.append('code', 'another')
  expect(verifySignedQuery(query, { secrets: [secret], now })).toMatchObject({ why: 'hmac' })
})

test.each(['evil.com', 'zerdali.myshopify.com.evil.com', 'zerdali.myshopify.com/@evil.com', ''])(
  '%p is no shop, however well it is signed',
  (text) => {
    expect(verifySignedQuery(sign(signed({ shop: text })), { secrets: [secret], now })).toMatchObject({
      why: 'shop',
    })
  },
)

test.each([
  [299, 'genuine'],
  [-299, 'genuine'],
  [302, 'refused'],
  [-302, 'refused'],
])('signed %i seconds ago it is %s', (seconds, kind) => {
  const at = new Date(now.getTime() + seconds * 1000)
  expect(verifySignedQuery(sign(signed()), { secrets: [secret], now: at })).toMatchObject({ kind })
})

test('a timestamp that is none is refused', () => {
  expect(verifySignedQuery(sign(signed({ timestamp: 'soon' })), { secrets: [secret], now })).toMatchObject({
    why: 'timestamp',
  })
})

test('a query is genuine whichever secret of the app signed it', () => {
  const query = sign(signed())
  expect(verifySignedQuery(query, { secrets: ['newer', secret], now })).toMatchObject({ kind: 'genuine' })
  expect(verifySignedQuery(query, { secrets: ['newer', 'older'], now })).toMatchObject({ why: 'hmac' })
})
