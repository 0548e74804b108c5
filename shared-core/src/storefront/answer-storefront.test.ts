import { CraftgateError } from '../errors'
import type { InstallmentQuestion, InstallmentTable } from '../installments/installments'
import type { LoanOfferQuestion } from '../loans/loan-offers'
import { money } from '../money'
import { answerStorefront } from './answer-storefront'
import { priceOnGrid } from './installments'
import { StorefrontError } from './problems'
import type { StorefrontShop } from './storefront-shop'
import { quietCommerce } from './testing/quiet-commerce'

const lira = (minor: number) => money(minor, 'TRY')

const TABLES: readonly InstallmentTable[] = [
  {
    family: 'Bonus',
    commercial: false,
    forceThreeDS: true,
    options: [
      { count: 1, each: lira(124_990), total: lira(124_990), interest: lira(0), fundedBy: 'nobody' },
      { count: 2, each: lira(64_063), total: lira(128_125), interest: lira(3_135), fundedBy: 'shopper' },
      { count: 3, each: lira(41_663), total: lira(124_990), interest: lira(0), fundedBy: 'merchant' },
    ],
  },
]

interface Told {
  readonly message?: string
}

function shop(answer: () => Promise<readonly InstallmentTable[]> = async () => TABLES) {
  const asked: InstallmentQuestion[] = []
  const port: StorefrontShop = {
    commerce: {
      ...quietCommerce(),
      installments(question) {
        asked.push(question)
        return answer()
      },
    },
    payment: async () => undefined,
    entries: async () => [],
    async price(subject) {
      if (subject.kind === 'amount') return { merchant: 'main', price: priceOnGrid(subject), exact: false }
      if (subject.id === 'free') throw new StorefrontError('nothing-to-pay')
      if (subject.id !== 'vase') throw new StorefrontError('not-sold')
      return { merchant: 'main', price: lira(124_990), exact: true }
    },
  }
  return {
    asked,
    port,
    async get(path: string, headers: Record<string, string> = {}, method = 'GET') {
      const request = new Request(`https://shop.example.com/craftgate/v1${path}`, { headers, method })
      const answered = await answerStorefront(port, {
        request,
        path: new URL(request.url).pathname.replace('/craftgate/v1', ''),
        clientIp: '203.0.113.7',
      })
      return { status: answered.status, headers: answered.headers, body: (await answered.json()) as Told }
    },
  }
}

test('the instalments of a product, at the shop’s own price', async () => {
  const { get, asked } = shop()
  const { status, headers, body } = await get('/installments?variant=vase&bin=52092200')
  expect([status, headers.get('cache-control')]).toEqual([200, 'public, max-age=300'])
  expect(asked).toEqual([
    { merchant: 'main', price: lira(124_990), bin: '52092200', clientIp: '203.0.113.7' },
  ])
  expect(body).toEqual({
    version: 1,
    price: { amount: '1249.90', currency: 'TRY' },
    exact: true,
    tables: [
      {
        cardFamily: 'Bonus',
        commercial: false,
        forceThreeDS: true,
        options: [
          { count: 1, each: '1249.90', total: '1249.90', interest: '0.00', fundedBy: 'nobody' },
          { count: 2, each: '640.63', total: '1281.25', interest: '31.35', fundedBy: 'shopper' },
          { count: 3, each: '416.63', total: '1249.90', interest: '0.00', fundedBy: 'merchant' },
        ],
      },
    ],
  })
})

test('an amount is asked to its first three digits, in lira when no currency is named', async () => {
  const { get, asked } = shop()
  expect((await get('/installments?amount=1249.90')).body).toMatchObject({
    price: { amount: '1250.00', currency: 'TRY' },
    exact: false,
  })
  expect(asked).toMatchObject([{ price: lira(125_000) }])
})

test('what a cart costs is nobody else’s, and is kept by no cache', async () => {
  const { headers } = await shop().get('/installments?cart=vase')
  expect(headers.get('cache-control')).toBe('private, no-store')
})

test.each([
  ['/installments', 400, 'bad-subject'],
  ['/installments?variant=vase&amount=10', 400, 'bad-subject'],
  ['/installments?variant=vase&bin=123', 400, 'bad-bin'],
  ['/installments?variant=vase&bin=5209220000000002', 400, 'bad-bin'],
  ['/installments?amount=', 400, 'bad-amount'],
  ['/installments?amount=0', 400, 'bad-amount'],
  ['/installments?amount=-5', 400, 'bad-amount'],
  ['/installments?amount=1.2.3', 400, 'bad-amount'],
  ['/installments?amount=1e9', 400, 'bad-amount'],
  ['/installments?amount=99999999999999999999', 400, 'bad-amount'],
  ['/installments?amount=10&currency=XXX', 400, 'bad-amount'],
  ['/installments?variant=other', 404, 'not-sold'],
  ['/installments?cart=free', 422, 'nothing-to-pay'],
  ['/other', 404, 'not-found'],
])('%s is no question to Craftgate', async (path, status, error) => {
  const { get, asked } = shop()
  const answer = await get(path)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'no-store'])
  expect(answer.body).toEqual({ version: 1, error, message: expect.stringMatching(/\w/) })
  expect(asked).toEqual([])
})

test('a question is asked by GET', async () => {
  expect(await shop().get('/installments?variant=vase', {}, 'POST')).toMatchObject({ status: 404 })
})

test.each([
  ['lang=tr', 'en-GB', /verin/],
  ['lang=en', 'tr-TR', /Name/],
  ['', 'en-GB', /Name/],
  ['', 'tr-TR,tr;q=0.9', /verin/],
  ['', undefined, /verin/],
])('a problem is told in the language of ?%s and %s', async (query, language, words) => {
  const headers: Record<string, string> = language ? { 'accept-language': language } : {}
  const { body } = await shop().get(`/installments?${query}`, headers)
  expect(body.message).toMatch(words)
})

const failing = (kind: 'unavailable' | 'invalid-request', code: string) => () =>
  Promise.reject(
    new CraftgateError({
      kind,
      code,
      message: 'the address of a bank',
      retry: 'same-key',
      merchantMessage: { tr: 'bankanın adresi', en: 'the address of a bank' },
    }),
  )

test.each([
  ['unavailable', 'network', 503, 'unavailable'],
  ['unavailable', 'too-many-questions', 429, 'too-many-questions'],
  ['invalid-request', '4000', 422, 'refused'],
] as const)('%s (%s): %i, without Craftgate’s own words', async (kind, code, status, error) => {
  const answer = await shop(failing(kind, code)).get('/installments?variant=vase')
  expect(answer).toMatchObject({ status, body: { error } })
  expect(answer.headers.get('retry-after')).toBe(status >= 429 ? '60' : null)
  expect(JSON.stringify(answer.body)).not.toMatch(/bank/)
})

test('a fault of the shop’s is the shop’s', async () => {
  await expect(
    shop(() => Promise.reject(new TypeError('a fault'))).get('/installments?variant=vase'),
  ).rejects.toThrow('a fault')
})

test('what a product costs with the loans of the lenders at this checkout, in the words of the language', async () => {
  const { get, port } = shop()
  const asked: LoanOfferQuestion[] = []
  const plan = { months: 12, each: lira(14_780), total: lira(177_360), interest: lira(52_370) }
  Object.assign(port, { entries: async () => [{ currency: 'TRY', phase: 'AUTH' }] })
  Object.assign(port.commerce, {
    waysToPay: () => ['CARD', 'YKB_WORLD_PAY_SHOPPING_LOAN', 'ZIP'],
    loanOffers: async (question: LoanOfferQuestion) => {
      asked.push(question)
      return [{ lender: 'ZIP', banks: [{ bank: 'Zip', plans: [plan] }] }]
    },
  })
  const { status, headers, body } = await get('/loan-offers?variant=vase&lang=en')
  expect([status, headers.get('cache-control'), headers.get('vary')]).toEqual([
    200,
    'public, max-age=300',
    'Accept-Language',
  ])
  expect(asked).toEqual([
    {
      ...{ merchant: 'main', price: lira(124_990), clientIp: '203.0.113.7' },
      methods: ['CARD', 'YKB_WORLD_PAY_SHOPPING_LOAN', 'ZIP'],
    },
  ])
  expect(body).toEqual({
    version: 1,
    price: { amount: '1249.90', currency: 'TRY' },
    exact: true,
    lenders: [
      {
        ...{ method: 'ZIP', name: 'Zip' },
        banks: [
          {
            name: 'Zip',
            plans: [{ months: 12, each: '147.80', total: '1773.60', interest: '523.70' }],
          },
        ],
      },
    ],
  })
  expect(await get('/loan-offers')).toMatchObject({ status: 400, body: { error: 'bad-subject' } })
})

test('price and ways to pay of a loan are asked of the shop at once', async () => {
  const { get, port } = shop()
  const price = await port.price({ kind: 'variant', id: 'vase' }, new URLSearchParams())
  const asked: (() => void)[] = []
  /** Answers when the other is asked for, too. */
  const together = async <Answer>(answer: Answer): Promise<Answer> => {
    await new Promise<void>((resolve) => {
      asked.push(resolve)
      if (asked.length === 2) for (const go of asked) go()
    })
    return answer
  }
  Object.assign(port, {
    price: () => together(price),
    entries: () => together([{ currency: 'TRY', phase: 'AUTH' }]),
  })
  Object.assign(port.commerce, { waysToPay: () => ['ZIP'], loanOffers: async () => [] })
  expect(await get('/loan-offers?variant=vase')).toMatchObject({ status: 200, body: { lenders: [] } })
})
