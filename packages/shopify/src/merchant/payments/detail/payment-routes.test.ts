import { type CheckoutState, CraftgateError, money, type PaymentFacts } from '@craftgate-commerce/core'
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

const withCraftgate = (payment: () => Promise<PaymentFacts>): TestHarnessInput => ({
  rows: { sessions: [paid, refundRow()], groupWinners },
  commerce: { payment, reconcile: async () => ({ checkouts: 0, operations: 0, problems: [] }) },
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

test.each([JSON_PLEASE, {}])(
  'nothing of the shopper and no key of a card leaves',
  async (headers: Record<string, string>) => {
    const text = await (
      await testHarness(withCraftgate(async () => facts)).get('/payments/payment-1', headers)
    ).text()
    expect(text).not.toMatch(/sealed-contact|hash-of|card-user-key/)
  },
)

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
  const page = await (await get('/payments/payment-1')).text()
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
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/payments/payment-1?done=retried'])
  await post('/payments/payment-1/retry', { session: 'refund-1' })
  expect(asked.map(({ id }) => id)).toEqual(['payment-1', 'refund-1'])
})

test('a retry that fails is said, not thrown', async () => {
  const { post } = testHarness({
    rows: { sessions: [paid] },
    retry: () => Promise.reject(new Error('later')),
  })
  const answer = await post('/payments/payment-1/retry')
  expect(answer.headers.get('location')).toBe('/payments/payment-1?done=not-retried')
  expect((await post('/payments/payment-1/retry', {}, JSON_PLEASE)).status).toBe(200)
})

test('what can be no id is not found, and reaches no database', async () => {
  const { get, post, asked } = testHarness({ rows: { sessions: [paid, paymentRow({ id: '\0' })] } })
  for (const path of ['/payments/%00', '/payments/%E0%A4%A', '/payments/..%2Fadmin'])
    expect((await get(path)).status).toBe(404)
  expect(await (await get('/payments?q=%00')).text()).toContain('Buna uyan ödeme yok.')
  expect((await post('/payments/payment-1/retry', { session: '\0' })).status).toBe(404)
  expect(asked).toEqual([])
})

describe('attempts', () => {
  const shown = async (
    { state, note }: { readonly state: CheckoutState; readonly note: string },
    of = paid,
  ) => {
    const attempts = [attemptRow({ mode: 'test', paymentIds: [7], state, note })]
    const capture = refundRow({
      kind: 'capture',
      resolution: { mutation: 'captureSessionResolve' },
      syncStatus: 'synced',
    })
    const page = await (
      await testHarness({ rows: { sessions: [of, capture], attempts } }).get('/payments/payment-1')
    ).text()
    return parse(page).querySelector('[aria-labelledby=attempts]')?.text ?? ''
  }

  test('an attempt that the state tells all of has no note', async () => {
    const text = await shown({ state: 'captured', note: 'Payment 7 captured: 100.00 TRY' })
    expect(text).toContain('Tahsil edildi')
    expect(text).not.toMatch(/captured|Not/)
  })

  test.each(['refunding', 'refunded', 'needs-review'] as const)(
    'money that is %s has a note that says why',
    async (state) => {
      expect(await shown({ state, note: 'it came too late' })).toContain('it came too late')
    },
  )

  test('a captured authorization reads as the payment does', async () => {
    const resolution = {
      mutation: 'paymentSessionResolve',
      authorizationExpiresAt: '2026-12-01T00:00:00.000Z',
    } as const
    const text = await shown({ state: 'authorized', note: '' }, { ...paid, resolution })
    expect(text).toContain('Tahsil edildi')
    expect(text).not.toContain('Provizyonda')
  })
})

describe('a shop never meets another', () => {
  const theirs = paymentRow({
    id: 'their-payment',
    shop: SHOP_B,
    lastError: 'their-problem',
    syncStatus: 'exhausted',
  })
  const theirRefund = refundRow({ id: 'their-refund', shop: SHOP_B, paymentSessionId: 'payment-1' })
  const rows = { sessions: [paid, theirs, theirRefund] }

  test('a payment of another shop is as good as none, word for word', async () => {
    const { get } = testHarness({ rows })
    const [foreign, missing] = await Promise.all([
      get('/payments/their-payment'),
      get('/payments/no-such-payment'),
    ])
    expect([foreign.status, missing.status]).toEqual([404, 404])
    const text = async (answer: Response, id: string) => (await answer.text()).replaceAll(id, 'x')
    expect(await text(foreign, 'their-payment')).toBe(await text(missing, 'no-such-payment'))
    expect((await get('/payments/their-payment', JSON_PLEASE)).status).toBe(404)
  })

  test('a refund is no payment', async () => {
    expect(
      (await testHarness({ rows: { sessions: [paid, refundRow()] } }).get('/payments/refund-1')).status,
    ).toBe(404)
  })

  test('nobody asks again for another shop', async () => {
    const { post, asked } = testHarness({ rows })
    expect((await post('/payments/their-payment/retry')).status).toBe(404)
    expect((await post('/payments/payment-1/retry', { session: 'their-refund' })).status).toBe(404)
    expect((await post('/payments/payment-1/retry', { session: 'their-payment' })).status).toBe(404)
    expect(asked).toEqual([])
  })

  test.each(['/', '/payments', '/payments?q=their', '/payments/payment-1', '/privacy'])(
    '%s names nothing of theirs',
    async (path) => {
      const main = parse(await (await testHarness({ rows }).get(path)).text()).querySelector('main')
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
  })
  const page = parse(await (await get('/payments/payment-1')).text())
  const links = page.querySelectorAll('a[href^="/panel/unexpected/"]')
  expect(links.map((link) => link.getAttribute('href'))).toEqual(paths)
})
