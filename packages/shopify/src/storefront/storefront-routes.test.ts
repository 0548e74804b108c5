import {
  type CraftgateCommerce,
  CraftgateError,
  type InstallmentQuestion,
  type InstallmentTable,
  money,
} from '@craftgate-commerce/core'
import { StorefrontOrigins } from './storefront-origins'
import { storefrontRoutes } from './storefront-routes'

const SHOP = 'zerdali.myshopify.com'
const NOW = new Date('2026-11-24T12:00:00Z')

const lira = (minor: number) => money(minor, 'TRY')

const TABLES: readonly InstallmentTable[] = [
  {
    family: 'Bonus',
    commercial: false,
    forceThreeDS: false,
    options: [
      { count: 1, each: lira(125_000), total: lira(125_000), interest: lira(0), fundedBy: 'nobody' },
      { count: 2, each: lira(64_063), total: lira(128_125), interest: lira(3_125), fundedBy: 'shopper' },
    ],
  },
]

interface ShopInput {
  readonly answer?: () => Promise<readonly InstallmentTable[]>
  readonly cancelUrls?: readonly string[]
  readonly isInstalled?: boolean
}

/** One shop with live keys, and what its Craftgate is asked. */
function shop({ answer = async () => TABLES, cancelUrls = [], isInstalled = true }: ShopInput = {}) {
  let now = NOW
  const asked: InstallmentQuestion[] = []
  const urls = [...cancelUrls]
  const looks: string[] = []
  const commerce = {
    installments(question: InstallmentQuestion) {
      asked.push(question)
      return answer()
    },
  } as CraftgateCommerce
  const clock = () => now
  const sessions = {
    async cancelUrlsOf({ shop: name }: { readonly shop: string }) {
      looks.push(name)
      return [...urls]
    },
  }
  const routes = storefrontRoutes({
    tenants: {
      commerceOf: async ({ shop: name, mode }) => (name === SHOP && mode === 'live' ? commerce : undefined),
      secretsOf: () => ['a secret of this shop'],
      stores: () => {
        throw new Error('no payment was asked for')
      },
    },
    sessions: {
      find: () => Promise.reject(new Error('no payment was asked for')),
      transaction: () => Promise.reject(new Error('no payment was asked for')),
    },
    isInstalled: async () => isInstalled,
    origins: new StorefrontOrigins(sessions, clock),
    clientIp: () => '203.0.113.7',
    clock,
  })
  return {
    asked,
    urls,
    looks,
    pass(ms: number) {
      now = new Date(now.getTime() + ms)
    },
    async payment(path: string) {
      const response = await routes.request(`/craftgate/zerdali/live/v1/payments/${path}`)
      return { status: response.status, body: await response.json() }
    },
    get: async (query: string, headers: Record<string, string> = {}, of = 'zerdali/live') => {
      const response = await routes.request(`/craftgate/${of}/v1/installments?${query}`, { headers })
      return { status: response.status, headers: response.headers, body: await response.json() }
    },
  }
}

const failing = (more: Partial<ConstructorParameters<typeof CraftgateError>[0]>) => () =>
  Promise.reject(
    new CraftgateError({
      kind: 'unavailable',
      code: 'network',
      message: 'the address of a bank',
      retry: 'same-key',
      merchantMessage: { tr: 'bankanın adresi', en: 'the address of a bank' },
      ...more,
    }),
  )

test('an amount is answered as its first three digits, by card family, and may be kept for five minutes', async () => {
  const { get, asked } = shop()
  const { status, headers, body } = await get('amount=1249.90&currency=TRY')
  expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=300'])
  expect(asked).toEqual([{ merchant: 'live', price: lira(125_000), bin: undefined, clientIp: '203.0.113.7' }])
  expect(body).toMatchObject({
    version: 1,
    price: { amount: '1250.00', currency: 'TRY' },
    exact: false,
    tables: [
      {
        cardFamily: 'Bonus',
        options: [
          { count: 1, total: '1250.00', fundedBy: 'nobody' },
          { count: 2, each: '640.63', total: '1281.25', interest: '31.25', fundedBy: 'shopper' },
        ],
      },
    ],
  })
})

test('lira when no currency is named; one card by its first digits', async () => {
  const { get, asked } = shop()
  await get('amount=549&bin=52092200')
  expect(asked).toMatchObject([{ price: lira(54_900), bin: '52092200' }])
})

test.each([
  ['', 'bad-subject'],
  ['variant=1', 'bad-amount'],
  ['amount=', 'bad-amount'],
  ['amount=0', 'bad-amount'],
  ['amount=-5', 'bad-amount'],
  ['amount=1.2.3', 'bad-amount'],
  ['amount=1e9', 'bad-amount'],
  ['amount=99999999999999999999', 'bad-amount'],
  ['amount=10&currency=XXX', 'bad-amount'],
  ['amount=10&bin=123', 'bad-bin'],
  ['amount=10&bin=5209220000000002', 'bad-bin'],
])('%s is no question to Craftgate', async (query, error) => {
  const { get, asked } = shop()
  const { status, body, headers } = await get(query)
  expect([status, headers.get('cache-control')]).toEqual([400, 'no-store'])
  expect(body).toMatchObject({ error })
  expect(asked).toEqual([])
})

test('how a payment stands is told to nobody without the signature of its return link', async () => {
  const { payment } = shop()
  for (const query of ['', '?sig=', '?sig=forged'])
    expect(await payment(`session-1${query}`)).toMatchObject({ status: 404, body: { error: 'no-payment' } })
})

test('a shop without keys, an unknown one and one that left have none', async () => {
  const { get } = shop()
  for (const path of ['zerdali/test', 'komsu/live', 'zerdali/other', 'not%2Fa%2Fshop/live'])
    expect(await get('amount=10', {}, path)).toMatchObject({ status: 404, body: { error: 'not-found' } })
  expect(await shop({ isInstalled: false }).get('amount=10')).toMatchObject({ status: 404 })
})

describe('browsers', () => {
  const allowed = async (of: ReturnType<typeof shop>, origin: string) =>
    (await of.get('amount=10', { origin })).headers.get('access-control-allow-origin')

  test('may read it on the domains of the shop, and on no other', async () => {
    const of = shop({ cancelUrls: ['https://zerdali.example/checkouts/cn/1', 'not an address'] })
    expect(await allowed(of, `https://${SHOP}`)).toBe(`https://${SHOP}`)
    expect(await allowed(of, 'https://zerdali.example')).toBe('https://zerdali.example')
    for (const other of ['https://evil.example', 'null', `http://${SHOP}`, `https://x.${SHOP}`])
      expect(await allowed(of, other)).toBeNull()
  })

  test('the shop’s domain is told apart in caches', async () => {
    expect((await shop().get('amount=10')).headers.get('vary')).toContain('Origin')
  })

  test('a new domain is known five minutes after its first payment, and the database is asked as seldom', async () => {
    const of = shop({ cancelUrls: ['https://old.example/checkouts/1'] })
    const origin = 'https://new.example'
    expect(await allowed(of, origin)).toBeNull()
    of.urls.unshift(`${origin}/checkouts/2`)
    expect(await allowed(of, origin)).toBeNull()
    expect(of.looks).toEqual([SHOP])
    of.pass(5 * 60_000)
    expect(await allowed(of, origin)).toBe(origin)
  })
})

test.each([
  [{}, 503, 'unavailable'],
  [{ code: 'too-many-questions' }, 429, 'too-many-questions'],
  [{ kind: 'invalid-request', code: '4170' } as const, 422, 'refused'],
])('Craftgate’s own words stay with us: %j', async (more, status, error) => {
  const { get } = shop({ answer: failing(more) })
  const answer = await get('amount=10', { 'accept-language': 'en' })
  expect(answer).toMatchObject({ status, body: { error } })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(JSON.stringify(answer.body)).not.toContain('bank')
})

test('an address that floods is stopped, and may ask again later', async () => {
  const { get, pass, asked } = shop()
  const answers = await Promise.all(Array.from({ length: 1_300 }, () => get('amount=10')))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1_200)
  expect(answers.at(-1)).toMatchObject({ status: 429, body: { error: 'too-many-questions' } })
  expect(asked).toHaveLength(1_200)
  pass(60_000)
  expect(await get('amount=10')).toMatchObject({ status: 200 })
})
