import { type CheckoutState, CraftgateError, money, type PaymentFacts } from '@craftgate-commerce/core'
import { parse } from 'node-html-parser'
import { KOMSU, type RigInput, rig, ZERDALI } from '../testing/rig'
import { attemptRow, paymentRow, refundRow } from '../testing/rows'

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

const claims = [
  {
    shop: ZERDALI,
    mode: 'test',
    group: 'checkout-1',
    sessionId: 'payment-1',
    paymentId: 7,
    claimedAt: new Date(0),
  },
] as const

const paid = paymentRow({ decision: { operation: 'paymentSessionResolve' }, told: 'accepted' })

const withCraftgate = (payment: () => Promise<PaymentFacts>): RigInput => ({
  rows: { sessions: [paid, refundRow()], claims },
  commerce: { payment, reconcile: async () => ({ checkouts: 0, operations: 0, troubles: [] }) },
})

test('a payment as data: what Shopify knows, what Craftgate says, what followed', async () => {
  const answer = await rig(withCraftgate(async () => facts)).get('/payments/payment-1', JSON_PLEASE)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toMatchObject({
    id: 'payment-1',
    mode: 'test',
    amount: '100.00',
    amountMinor: 10_000,
    state: 'paid',
    told: 'accepted',
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
      await rig(withCraftgate(async () => facts)).get('/payments/payment-1', headers)
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
  const { get } = rig(withCraftgate(() => Promise.reject(error)))
  const page = await (await get('/payments/payment-1')).text()
  expect(page).toContain(sentence.tr)
  expect(page).toContain('refund-1')
  expect(await (await get('/payments/payment-1', JSON_PLEASE)).json()).toMatchObject({
    craftgate: null,
    state: 'paid',
  })
})

test('asking again is done for the payment, or for the refund that the form names, and leads back', async () => {
  const { post, asked } = rig({ rows: { sessions: [paid, refundRow()] } })
  const answer = await post('/payments/payment-1/ask')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/payments/payment-1?done=asked'])
  await post('/payments/payment-1/ask', { session: 'refund-1' })
  expect(asked.map(({ id }) => id)).toEqual(['payment-1', 'refund-1'])
})

test('asking in vain is told, not thrown', async () => {
  const { post } = rig({ rows: { sessions: [paid] }, askAgain: () => Promise.reject(new Error('later')) })
  const answer = await post('/payments/payment-1/ask')
  expect(answer.headers.get('location')).toBe('/payments/payment-1?done=not-asked')
  expect((await post('/payments/payment-1/ask', {}, JSON_PLEASE)).status).toBe(200)
})

test('what can be no id is not found, and reaches no database', async () => {
  const { get, post, asked } = rig({ rows: { sessions: [paid, paymentRow({ id: '\0' })] } })
  for (const path of ['/payments/%00', '/payments/%E0%A4%A', '/payments/..%2Fadmin'])
    expect((await get(path)).status).toBe(404)
  expect(await (await get('/payments?q=%00')).text()).toContain('Buna uyan ödeme yok.')
  expect((await post('/payments/payment-1/ask', { session: '\0' })).status).toBe(404)
  expect(asked).toEqual([])
})

describe('attempts', () => {
  const shown = async (
    { state, note }: { readonly state: CheckoutState; readonly note: string },
    of = paid,
  ) => {
    const attempts = [attemptRow({ mode: 'test', paymentId: 7, state, note })]
    const capture = refundRow({
      kind: 'capture',
      decision: { operation: 'captureSessionResolve' },
      told: 'accepted',
    })
    const page = await (
      await rig({ rows: { sessions: [of, capture], attempts } }).get('/payments/payment-1')
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
    const decision = {
      operation: 'paymentSessionResolve',
      authorizationExpiresAt: '2026-12-01T00:00:00.000Z',
    } as const
    const text = await shown({ state: 'authorized', note: '' }, { ...paid, decision })
    expect(text).toContain('Tahsil edildi')
    expect(text).not.toContain('Provizyonda')
  })
})

describe('a shop never meets another', () => {
  const theirs = paymentRow({ id: 'their-payment', shop: KOMSU, trouble: 'their-trouble', told: 'stalled' })
  const theirRefund = refundRow({ id: 'their-refund', shop: KOMSU, paymentSessionId: 'payment-1' })
  const rows = { sessions: [paid, theirs, theirRefund] }

  test('a payment of another shop is as good as none, word for word', async () => {
    const { get } = rig({ rows })
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
    expect((await rig({ rows: { sessions: [paid, refundRow()] } }).get('/payments/refund-1')).status).toBe(
      404,
    )
  })

  test('nobody asks again for another shop', async () => {
    const { post, asked } = rig({ rows })
    expect((await post('/payments/their-payment/ask')).status).toBe(404)
    expect((await post('/payments/payment-1/ask', { session: 'their-refund' })).status).toBe(404)
    expect((await post('/payments/payment-1/ask', { session: 'their-payment' })).status).toBe(404)
    expect(asked).toEqual([])
  })

  test.each(['/', '/payments', '/payments?q=their', '/payments/payment-1', '/privacy'])(
    '%s names nothing of theirs',
    async (path) => {
      const main = parse(await (await rig({ rows }).get(path)).text()).querySelector('main')
      expect(
        main
          ?.querySelectorAll('table, li, dl')
          .map(({ text }) => text)
          .join(' '),
      ).not.toMatch(/their-|komsu/)
    },
  )
})
