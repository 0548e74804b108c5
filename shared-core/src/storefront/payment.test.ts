import type { Returned } from '../commerce'
import { CraftgateError } from '../errors'
import { money } from '../money'
import type { CheckoutRecord } from '../platform'
import { tooManyRequests } from '../rate-limit'
import { answerStorefront } from './answer-storefront'
import type { StorefrontPayment } from './contract'
import type { ShopperPayment } from './payment'
import { quietCommerce } from './testing/quiet-commerce'

const NOW = new Date('2026-11-24T12:00:00Z')

const attempt = (over: Partial<CheckoutRecord> = {}): CheckoutRecord => ({
  id: 'attempt-1',
  reference: 'ref/1',
  attempt: 1,
  account: 'tr:sandbox',
  order: 'order-1',
  context: {},
  phase: 'AUTH',
  state: 'open',
  expected: money(124_990, 'TRY'),
  paymentIds: [],
  createdAt: NOW,
  updatedAt: NOW,
  stateSince: NOW,
  version: 1,
  ...over,
})

type Settle = (record: CheckoutRecord) => Promise<Returned>

/** A shop with one attempt; `settle` is what asking Craftgate comes to. */
function shop(payment: Partial<ShopperPayment>, settle: Settle = pending()) {
  let known: ShopperPayment = { record: attempt(), isPlaced: false, ...payment }
  let asked = 0
  return {
    asked: () => asked,
    async get(reference = 'ref%2F1', query = '') {
      const request = new Request(`https://shop.example.com/v1/payments/${reference}?lang=en${query}`)
      const answer = await answerStorefront(
        {
          commerce: {
            ...quietCommerce(),
            refunded: async ({ paymentIds }) => (paymentIds.length > 0 ? money(50_000, 'TRY') : undefined),
            async settleReturned(record) {
              asked += 1
              const returned = await settle(record)
              known = { ...known, record: returned.record }
              return returned
            },
          },
          entries: async () => [],
          price: () => Promise.reject(new Error('no price was asked for')),
          payment: async (id) => (id === 'ref/1' ? known : undefined),
        },
        { request, path: new URL(request.url).pathname.replace('/v1', '') },
      )
      const body = (await answer.json()) as StorefrontPayment
      return { status: answer.status, cache: answer.headers.get('cache-control'), body }
    },
  }
}

const pending =
  (more: { readonly bankDecides?: true; readonly awaitingFunds?: true } = {}): Settle =>
  async (record) => ({ record, outcome: { kind: 'pending', ...more } })

const failing =
  (error: unknown): Settle =>
  () =>
    Promise.reject(error)

const unavailable = new CraftgateError({
  kind: 'unavailable',
  code: 'network',
  message: 'the address of a bank',
  retry: 'same-key',
  merchantMessage: { tr: 'bankanın adresi', en: 'the address of a bank' },
})

test('a shopper who left the payment page is told so at once, and not that a bank works on it', async () => {
  const { status, cache, body } = await shop({}).get()
  expect([status, cache]).toEqual([200, 'private, no-store'])
  expect(body).toEqual({
    version: 1,
    reference: 'ref/1',
    state: 'open',
    price: { amount: '1249.90', currency: 'TRY' },
  })
})

test.each<[string, Partial<ShopperPayment>, Settle | undefined]>([
  ['bank-decides', {}, pending({ bankDecides: true })],
  ['awaiting-funds', {}, pending({ awaitingFunds: true })],
  ['waiting', {}, failing(unavailable)],
  ['declined', { declined: {} }, undefined],
  ['paid-otherwise', { isPlaced: true }, undefined],
  ['paid-otherwise', { isPlaced: true, declined: {} }, undefined],
  ['paid', { isPlaced: true, record: attempt({ expected: money(0, 'TRY') }) }, undefined],
  [
    'awaiting-funds',
    { isPlaced: true, record: attempt({ context: { offline: 'FUND_TRANSFER' } }) },
    undefined,
  ],
])('%s: %j', async (state, payment, settle) => {
  expect((await shop(payment, settle).get()).body.state).toBe(state)
})

test.each<[CheckoutRecord['state'], string]>([
  ['review', 'in-review'],
  ['authorized', 'authorized'],
  ['captured', 'paid'],
  ['expired', 'expired'],
  ['refunding', 'refunding'],
  ['refunded', 'refunded'],
  ['needs-review', 'needs-review'],
])('of an attempt that is %s Craftgate is not asked', async (state, told) => {
  const of = shop({ record: attempt({ state }) })
  expect((await of.get()).body.state).toBe(told)
  expect(of.asked()).toBe(0)
})

test('money that is found now is told at once: the shop is read again', async () => {
  const settle: Settle = async (record) => ({
    record: { ...record, state: 'captured', version: 2 },
    outcome: { kind: 'captured' },
  })
  expect((await shop({}, settle).get()).body.state).toBe('paid')
})

test('what was paid and how, what a refund gave back, and the order of whoever placed it', async () => {
  const { body } = await shop({
    record: attempt({ state: 'captured', paymentIds: [7] }),
    isPlaced: true,
    order: { id: 'order_01', number: '1001' },
    paid: {
      paidPrice: '1281.25',
      interest: '31.35',
      installment: 2,
      paidWith: { tr: 'Bonus •••• 0002 (tr)', en: 'Bonus •••• 0002' },
      cardFamily: 'Bonus',
      lastFour: '0002',
    },
  }).get()
  expect(body).toMatchObject({
    state: 'paid',
    paid: {
      amount: '1281.25',
      interest: '31.35',
      installment: 2,
      paidWith: 'Bonus •••• 0002',
      cardFamily: 'Bonus',
      lastFour: '0002',
    },
    refunded: { amount: '500.00', currency: 'TRY' },
    order: { id: 'order_01', number: '1001' },
  })
})

test('a decline is told in words for shoppers', async () => {
  const { body } = await shop({ declined: { group: 'NOT_SUFFICIENT_FUNDS' } }).get()
  expect(body.declined).toMatch(/balance|limit/i)
})

test('where to send the money, in another language rather than not at all', async () => {
  const record = attempt({ context: { offline: 'FUND_TRANSFER' } })
  const told = async (instructions: ShopperPayment['instructions']) =>
    (await shop({ record, isPlaced: true, instructions }).get()).body.instructions
  expect(await told({ tr: 'Hesap: 1', en: 'Account: 1' })).toBe('Account: 1')
  expect(await told({ tr: 'Hesap: 1' })).toBe('Hesap: 1')
  expect(await told({})).toBeUndefined()
})

test('an address that asks too often waits, and a reference of nobody’s is not there', async () => {
  expect(await shop({}, failing(tooManyRequests())).get()).toMatchObject({
    status: 429,
    body: { error: 'too-many-questions' },
  })
  for (const reference of ['ref%2F2', '%E0%A4%A'])
    expect(await shop({}).get(reference)).toMatchObject({ status: 404, body: { error: 'no-payment' } })
})

test('a fault of the shop’s is no answer', async () => {
  await expect(shop({}, failing(new TypeError('a fault'))).get()).rejects.toThrow('a fault')
})
