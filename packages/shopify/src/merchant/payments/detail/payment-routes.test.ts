import { CraftgateError, money, type PaymentFacts, type RefundPreview } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { SHOP_A, SHOP_B, type TestHarnessInput, testHarness } from '../../../../test/merchant-harness'
import { attemptRow, paymentRow, refundRow } from '../../../../test/rows'

const JSON_PLEASE = { accept: 'application/json' }
const lira = (minor: number) => money(minor, 'TRY')

const facts: PaymentFacts = {
  paymentId: 7,
  price: lira(10_000),
  paidPrice: lira(11_000),
  installment: 3,
  phase: 'AUTH',
  threeDS: true,
  card: { lastFour: '0016', family: 'Bonus', storedCard: false },
  cardUserKey: 'the-card-user-key',
  transactions: [{ id: 1, price: lira(10_000), paidPrice: lira(11_000) }],
}

const groupWinners = [
  {
    shop: SHOP_A,
    mode: 'test',
    group: 'checkout-1',
    sessionId: 'payment-1',
    account: 'test:sandbox',
    paymentId: 7,
    wonAt: new Date(0),
  },
] as const

const paid = paymentRow({ resolution: { mutation: 'paymentSessionResolve' }, syncStatus: 'synced' })

const PAGE = '/panel/payments/payment-1'
const attempts = [attemptRow({ mode: 'test', account: 'test:sandbox', state: 'captured', paymentIds: [7] })]
const nothing = async () => []

const possible = async (): Promise<RefundPreview> => ({
  ...{ state: 'possible', price: money(10_000, 'TRY'), cardAmount: money(11_000, 'TRY'), items: [] },
  interest: { kind: 'shopper-interest', amount: money(1_000, 'TRY') },
})

/** What the pages ask of Craftgate, which knows nothing but this payment. */
const knowing = (payment: () => Promise<PaymentFacts>): TestHarnessInput['commerce'] => ({
  ...{ payment, declinedPayments: nothing, refundsElsewhere: nothing, previewRefund: possible },
  ...{ lateOperations: nothing, refusedRefunds: nothing },
})

const withCraftgate = (payment: () => Promise<PaymentFacts>): TestHarnessInput => ({
  rows: { sessions: [paid, refundRow()], groupWinners, attempts },
  commerce: knowing(payment),
})

test('a payment as data: what Shopify knows, what Craftgate says, what followed', async () => {
  const answer = await testHarness(withCraftgate(async () => facts)).get('/payments/payment-1', JSON_PLEASE)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({
    id: 'payment-1',
    mode: 'test',
    amount: '100.00',
    amountMinor: 10_000,
    state: 'paid',
    syncStatus: 'synced',
    craftgate: {
      paymentId: 7,
      installment: 3,
      paidPrice: '110.00',
      interest: '10.00',
      lastFour: '0016',
      threeDS: true,
    },
    sessions: [{ id: 'refund-1', kind: 'refund', amountMinor: 2_500, state: 'pending' }],
  })
})

test.each([
  ['/payments/payment-1', JSON_PLEASE],
  [PAGE, {}],
])(
  'nothing of the shopper and no key of a card leaves: %s',
  async (path, headers: Record<string, string>) => {
    const text = await (await testHarness(withCraftgate(async () => facts)).get(path, headers)).text()
    expect(text).toContain('0016')
    expect(text).not.toMatch(/sealed-contact|hash-of|card-user-key/)
  },
)

test('a browser is led to the page of the payment, which says what Shopify knows and asked for', async () => {
  const { get } = testHarness(withCraftgate(async () => facts))
  expect((await get('/payments/payment-1')).headers.get('location')).toBe(PAGE)
  const page = parse(await (await get(`${PAGE}?lang=en`)).text())
  const card = (name: string) => page.querySelector(`[aria-labelledby=${name}]`)?.text
  expect(card('purchase')).toMatch(/StatePaid/)
  expect(card('shopify')).toMatch(/Payment accepted.*payment-1/s)
  expect(card('money')).toMatch(/refund-1.*Refund.*₺25.00.*Under way/s)
  expect(card('facts')).toContain('0016')
  expect(card('refund-preview')).toMatch(/made on the order in Shopify’s admin.*The card gets₺110.00/s)
  const retry = page.querySelector('form[action="/payments/payment-1/retry"]')
  expect(retry?.querySelector('[name=session]')?.getAttribute('value')).toBe('refund-1')
})

test('when Craftgate cannot be asked, the page says so and shows the rest', async () => {
  const sentence = { tr: 'Craftgate şu anda cevap veremiyor.', en: 'Craftgate cannot answer.' }
  const error = new CraftgateError({
    kind: 'unavailable',
    code: 'timeout',
    message: 'm',
    retry: 'same-key',
    merchantMessage: sentence,
  })
  const { get } = testHarness(withCraftgate(() => Promise.reject(error)))
  const page = await (await get(PAGE)).text()
  expect(page).toContain(sentence.tr)
  expect(page).toContain('refund-1')
  expect(await (await get('/payments/payment-1', JSON_PLEASE)).json()).toMatchObject({
    craftgate: null,
    state: 'paid',
  })
})

test('asking again is done for the payment, or for the refund that the form names, and leads back', async () => {
  const { post, asked } = testHarness({ rows: { sessions: [paid, refundRow()] } })
  const answer = await post('/payments/payment-1/retry')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${PAGE}?done=asked-again`])
  await post('/payments/payment-1/retry', { session: 'refund-1' })
  expect(asked.map(({ id }) => id)).toEqual(['payment-1', 'refund-1'])
})

test('a retry that fails is said, not thrown', async () => {
  const { post } = testHarness({
    rows: { sessions: [paid] },
    retry: () => Promise.reject(new Error('later')),
  })
  const answer = await post('/payments/payment-1/retry')
  expect(answer.headers.get('location')).toBe(`${PAGE}?done=failed`)
  expect((await post('/payments/payment-1/retry', {}, JSON_PLEASE)).status).toBe(200)
})

test('what can be no id is not found, and reaches no database', async () => {
  const { get, post, asked } = testHarness({
    ...withCraftgate(async () => facts),
    rows: { sessions: [paid, paymentRow({ id: '\0' })], attempts },
  })
  for (const id of ['%00', '%E0%A4%A', '..%2Fadmin'])
    for (const path of [`/payments/${id}`, `/panel/payments/${id}`])
      expect((await get(path)).status).toBe(404)
  expect((await get('/panel?q=%00')).status).toBe(200)
  expect((await post('/payments/payment-1/retry', { session: '\0' })).status).toBe(404)
  expect(asked).toEqual([])
})

test('what happened at Shopify stands in the timeline of the payment, in the language of the page', async () => {
  const at = new Date('2026-11-24T10:05:00Z')
  const events = [
    { id: '1', sessionId: 'payment-1', at, what: 'group-won', facts: { payment: '7' } },
    { id: '2', sessionId: 'refund-1', at, what: 'started', facts: {} },
  ] as const
  const input = withCraftgate(async () => facts)
  const { get } = testHarness({ ...input, rows: { ...input.rows, events } })
  const timeline = async (lang: string) =>
    parse(await (await get(`${PAGE}?lang=${lang}`)).text()).querySelector('[aria-labelledby=timeline]')?.text
  expect(await timeline('en')).toMatch(
    /Craftgate took the money · Craftgate payment 7.*Refund: Shopify asked/s,
  )
  expect(await timeline('tr')).toMatch(/İade: /)
})

test('the payment of a mode whose keys were removed is shown without Craftgate', async () => {
  const { get } = testHarness({
    ...withCraftgate(async () => facts),
    connected: ['live'],
  })
  const page = parse(await (await get(`${PAGE}?lang=en`)).text())
  expect(page.querySelector('[aria-labelledby=facts]')?.text).toContain(
    'The Craftgate keys of this mode are missing',
  )
})

describe('a shop never meets another', () => {
  const theirs = paymentRow({
    id: 'their-payment',
    shop: SHOP_B,
    lastError: 'their-problem',
    syncStatus: 'exhausted',
  })
  const theirRefund = refundRow({ id: 'their-refund', shop: SHOP_B, paymentSessionId: 'payment-1' })
  const theirAttempt = attemptRow({ shop: SHOP_B, recordId: 'theirs-1', reference: 'their-payment' })
  const rows = { sessions: [paid, theirs, theirRefund], attempts: [...attempts, theirAttempt] }
  const harness = () => testHarness({ rows, commerce: knowing(async () => facts) })

  test('a payment of another shop is as good as none, word for word', async () => {
    const { get } = harness()
    for (const path of ['/payments', '/panel/payments']) {
      const [foreign, missing] = await Promise.all([
        get(`${path}/their-payment`),
        get(`${path}/no-such-payment`),
      ])
      expect([foreign.status, missing.status]).toEqual([404, 404])
      const text = async (answer: Response, id: string) => (await answer.text()).replaceAll(id, 'x')
      expect(await text(foreign, 'their-payment')).toBe(await text(missing, 'no-such-payment'))
    }
    expect((await get('/payments/their-payment', JSON_PLEASE)).status).toBe(404)
  })

  test('a refund is no payment', async () => {
    expect(
      (await testHarness({ rows: { sessions: [paid, refundRow()] } }).get('/payments/refund-1')).status,
    ).toBe(404)
  })

  test('nobody asks again for another shop', async () => {
    const { post, asked } = harness()
    expect((await post('/payments/their-payment/retry')).status).toBe(404)
    expect((await post('/payments/payment-1/retry', { session: 'their-refund' })).status).toBe(404)
    expect((await post('/payments/payment-1/retry', { session: 'their-payment' })).status).toBe(404)
    expect(asked).toEqual([])
  })

  test.each(['/', '/panel', '/panel?q=their-payment', PAGE, '/privacy'])(
    '%s names nothing of theirs',
    async (path) => {
      const main = parse(await (await harness().get(path)).text()).querySelector('main')
      expect(
        main
          ?.querySelectorAll('table, li, dl')
          .map(({ text }) => text)
          .join(' '),
      ).not.toMatch(/their-|komsu/)
    },
  )
})

test.each([
  ['refunding', ['/panel/unexpected/payment-1/1']],
  ['needs-review', ['/panel/unexpected/payment-1/1']],
  ['captured', []],
] as const)('a payment whose attempt is %s leads to where such money is decided', async (state, paths) => {
  const { get } = testHarness({
    rows: { sessions: [paymentRow({ mode: 'live' })], attempts: [attemptRow({ state })] },
    commerce: knowing(async () => facts),
  })
  const page = parse(await (await get(PAGE)).text())
  const links = page.querySelectorAll('a[href^="/panel/unexpected/"]')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(paths)
})
