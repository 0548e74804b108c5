// Payments of links and the orders that they pay, over the real wire against the emulator.
import { type Sandbox, Shopper, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import { createClient } from '../client'
import type { CraftgateClient } from '../client/craftgate-client'
import type { CraftgateCommerce } from '../commerce'
import { createCraftgateCommerce } from '../create-craftgate-commerce'
import { money } from '../money/index'
import { MemoryPlatform } from '../testing'
import { harnessOptions, orderOf } from '../testing/shop-harness'
import type { PaymentLink } from './payment-links'

let sandbox: Sandbox
let platform: MemoryPlatform
let commerce: CraftgateCommerce
let client: CraftgateClient
/** What Craftgate's report says otherwise of a payment. */
let reported: Record<string, unknown>
/** Runs when the payment is asked about. */
let meanwhile: () => Promise<unknown>

const TOTAL = 75_050

beforeAll(async () => {
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 })
})
afterAll(() => sandbox.close())

beforeEach(async () => {
  sandbox.control.reset()
  reported = {}
  meanwhile = async () => {}
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  client = createClient({ apiKey, secretKey, webhookKey, environment })
  const clock = () => sandbox.control.clock.now()
  platform = new MemoryPlatform({ clock })
  commerce = createCraftgateCommerce({
    options: {
      ...harnessOptions,
      merchants: {
        tr: { apiKey, secretKey, webhookKey, environment },
        eu: {
          apiKey: 'api-eu',
          secretKey: 'secret-eu',
          webhookKey: 'webhook-key-eu',
          environment: 'sandbox',
        },
      },
    },
    ...{ platform, clock, clientFor: () => watched() },
  })
  await place('s1', 'o1')
})

/** The client, whose report can be made to say something else. */
function watched(): CraftgateClient {
  const call = async (name: string, ...more: unknown[]): Promise<unknown> => {
    const answer: unknown = await Reflect.apply(client.call, client, [name, ...more])
    if (name !== 'retrievePaymentReport' || typeof answer !== 'object') return answer
    await meanwhile()
    return { ...answer, ...reported }
  }
  return Object.assign(Object.create(client), { call })
}

async function place(
  reference: string,
  order: string,
  method: 'FUND_TRANSFER' | 'CASH_ON_DELIVERY' = 'FUND_TRANSFER',
) {
  platform.addOrder(order, { ...orderOf(TOTAL), number: `T-${order}` })
  const expected = money(TOTAL, 'TRY')
  await commerce.beginOffline({ reference, merchant: 'tr', order, expected, method })
}

let forms = 0

const makeLink = (
  over: { name?: string; description?: string; price?: number } = {},
): Promise<PaymentLink> => {
  const { price = TOTAL, ...words } = over
  const terms = { name: 'Kahve', installments: [1], price: money(price, 'TRY'), ...words }
  return commerce.paymentLinks.create('tr', { ...terms, idempotencyKey: `form-${++forms}` })
}

/** The number of the payment. */
async function pay(link: PaymentLink): Promise<number> {
  const opened = await fetch(link.url, { method: 'POST', redirect: 'manual' })
  const shopper = new Shopper()
  await shopper.open(new URL(opened.headers.get('location') ?? '', link.url).href)
  await shopper.pay({ card: testCards.success })
  const { payments } = await commerce.paymentLinks.payments('tr', link, 0)
  return payments[0]?.paymentId ?? 0
}

async function paidLink(over: Parameters<typeof makeLink>[0] = {}) {
  const link = await makeLink(over)
  return { merchant: 'tr', link: link.id, paymentId: await pay(link), made: link }
}

type Named = Awaited<ReturnType<typeof paidLink>>

const find = (named: Named, number?: string) => commerce.linkPayments.find({ ...named, number })
const match = (named: Named, reference = 's1') => commerce.linkPayments.match({ ...named, reference })
const attempt = (reference = 's1') => platform.findCheckout({ reference })
const paymentOf = (order: string) => platform.order(order).payment?.id

test('a payment is suggested with its reasons, booked by nobody, and confirmed it pays the order once', async () => {
  await place('s2', 'o2', 'CASH_ON_DELIVERY')
  platform.buyerNames.set('o2', ['Ada Yılmaz'])
  const paid = await paidLink({ name: 'T-o2 nolu sipariş', description: 'ADA YILMAZ icin, ada@example.com' })
  const found = await find(paid)
  expect(found).toMatchObject({ price: { minor: TOTAL }, state: 'captured', reference: undefined })
  const reasons = found.matches.map(({ order, reasons: why }) => [order.record.reference, why])
  expect(reasons).toEqual([
    ['s2', ['reference', 'amount', 'name', 'email']],
    ['s1', ['amount', 'email']],
  ])
  expect([paymentOf('o1'), paymentOf('o2')]).toEqual([undefined, undefined])
  const presses = await Promise.all([match(paid, 's2'), match(paid, 's2'), match(paid, 's2')])
  expect(presses.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect([paymentOf('o1'), paymentOf('o2')]).toEqual([undefined, paid.paymentId])
  expect(await attempt('s2')).toMatchObject({
    state: 'captured',
    method: 'CARD',
    paymentIds: [paid.paymentId],
  })
  expect(await find(paid)).toMatchObject({ reference: 's2', matches: [] })
  const { payments } = await commerce.paymentLinks.payments('tr', paid.made, 0)
  expect(payments).toMatchObject([{ paymentId: paid.paymentId, reference: 's2' }])
})

test('an order is found by its number, with no reason where nothing speaks for it', async () => {
  const paid = await paidLink({ price: 1_000 })
  expect((await find(paid)).matches).toEqual([])
  expect((await find(paid, 't-O1')).matches).toMatchObject([{ order: { number: 'T-o1' }, reasons: [] }])
})

test('a payment pays one order, whatever was chosen at once or later', async () => {
  await place('s2', 'o2')
  const paid = await paidLink()
  // Both have read the payment before either writes.
  meanwhile = allAtOnce(2)
  const answers = await Promise.allSettled([match(paid, 's1'), match(paid, 's2')])
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const other = answers[0]?.status === 'rejected' ? 's1' : 's2'
  meanwhile = async () => {}
  await expect(match(paid, other)).rejects.toMatchObject({ code: 'payment-used' })
  expect([paymentOf('o1'), paymentOf('o2')].filter((id) => id === paid.paymentId)).toHaveLength(1)
  expect(await attempt(other)).toMatchObject({ state: 'created', paymentIds: [] })
})

test('of two payments for one order one pays it, and the other stays free', async () => {
  const [one, two] = [await paidLink(), await paidLink()]
  meanwhile = allAtOnce(2)
  const answers = await Promise.allSettled([match(one), match(two)])
  expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  meanwhile = async () => {}
  const loser = answers[0]?.status === 'rejected' ? one : two
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'order-not-waiting' },
  })
  expect((await find(loser)).reference).toBeUndefined()
})

/** Goes on when so many have come. */
function allAtOnce(count: number): () => Promise<unknown> {
  let come = 0
  let open = () => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  return async () => {
    come += 1
    if (come === count) open()
    await gate
  }
}

test.each([
  ['a part was given back', { refundStatus: 'PARTIAL_REFUNDED', refundablePrice: 700 }, 'payment-refunded'],
  ['it was cancelled', { refundStatus: 'FULLY_REFUNDED', refundablePrice: 0 }, 'payment-refunded'],
  ['it is authorized only', { paymentPhase: 'PRE_AUTH' }, 'payment-held'],
  ['fraud rules hold it', { fraudAction: 'REVIEW' }, 'payment-held'],
  ['it failed', { paymentStatus: 'FAILURE' }, 'payment-held'],
  ['it is of another link', { externalId: `link-${'0'.repeat(32)}` }, 'not-of-link'],
  ['it is of none', { externalId: undefined }, 'not-of-link'],
  ['its currency is another', { currency: 'USD' }, 'other-amount'],
])('%s: refused, and nothing is recorded', async (_what, report, code) => {
  const paid = await paidLink()
  reported = report
  await expect(match(paid)).rejects.toMatchObject({ code })
  expect(await attempt()).toMatchObject({ state: 'created', paymentIds: [] })
  expect(paymentOf('o1')).toBeUndefined()
})

test('another amount is refused with both', async () => {
  const paid = await paidLink({ price: TOTAL - 1 })
  await expect(match(paid)).rejects.toMatchObject({
    code: 'other-amount',
    message: expect.stringMatching(/750\.49 TRY.*750\.50 TRY/),
  })
  expect(await attempt()).toMatchObject({ state: 'created', paymentIds: [] })
})

test('an order that waits no more takes no payment', async () => {
  const paid = await paidLink()
  await expect(match(paid, 'unknown')).rejects.toMatchObject({ code: 'order-not-waiting' })
  await commerce.recordOffline('s1')
  await expect(match(paid)).rejects.toMatchObject({ code: 'order-not-waiting' })
  expect((await find(paid)).reference).toBeUndefined()
})

test('a payment of one account pays no order of another', async () => {
  const paid = await paidLink()
  await expect(match({ ...paid, merchant: 'eu' })).rejects.toMatchObject({ code: 'order-not-waiting' })
})

test('money that is recorded by hand in the same moment and the payment of a link: one pays the order', async () => {
  const paid = await paidLink()
  meanwhile = async () => {
    meanwhile = async () => {}
    await commerce.recordOffline('s1')
  }
  await expect(match(paid)).rejects.toMatchObject({ code: 'order-not-waiting' })
  expect(paymentOf('o1')).not.toBe(paid.paymentId)
})

test('after a crash before the order took it, it is taken by itself', async () => {
  const paid = await paidLink()
  platform.failures.set('apply', 1)
  expect(await match(paid)).toMatchObject({ state: 'unknown' })
  expect([paymentOf('o1'), (await find(paid)).reference]).toEqual([undefined, 's1'])
  await sandbox.control.clock.advance({ minutes: 10 })
  await commerce.reconcile()
  expect([paymentOf('o1'), (await attempt())?.state]).toEqual([paid.paymentId, 'captured'])
})

test('an order that is cancelled in this moment leaves the payment to the merchant', async () => {
  const paid = await paidLink()
  const { saveCheckout } = platform
  platform.saveCheckout = async (record) => {
    if (record.state === 'open') platform.order('o1').cancelled = true
    return saveCheckout.call(platform, record)
  }
  expect(await match(paid)).toMatchObject({ state: 'failed', error: { code: 'not-taken' } })
  expect(await platform.findCheckout({ reference: 's1', attempt: 1 })).toMatchObject({
    state: 'needs-review',
  })
  const [payment] = sandbox.control.payments()
  expect(payment).toMatchObject({ status: 'SUCCESS' })
})

test('a payment that is given back in this moment pays nothing, and the order waits on', async () => {
  const paid = await paidLink()
  let asked = 0
  meanwhile = async () => {
    asked += 1
    // First by the merchant's click, then before the order takes it.
    if (asked === 2) reported = { refundStatus: 'FULLY_REFUNDED', refundablePrice: 0 }
  }
  expect(await match(paid)).toMatchObject({ state: 'failed', error: { code: 'not-taken' } })
  expect(paymentOf('o1')).toBeUndefined()
  expect(await attempt()).toMatchObject({ attempt: 2, state: 'created', paymentIds: [] })
  reported = {}
  const next = await paidLink()
  expect(await match(next)).toMatchObject({ state: 'done' })
  expect(paymentOf('o1')).toBe(next.paymentId)
})

test('afterwards it is given back like any payment', async () => {
  const paid = await paidLink()
  const result = await match(paid)
  const { account = '' } = (await attempt()) ?? {}
  expect(result.state).toBe('done')
  const refund = { account, paymentId: paid.paymentId, amount: money(5_050, 'TRY'), key: 'r1' }
  expect(await commerce.refund(refund)).toMatchObject({ state: 'done' })
  expect(sandbox.control.payments().find(({ id }) => id === paid.paymentId)).toMatchObject({
    refundStatus: 'PARTIAL_REFUNDED',
  })
})

test('of a link that is paid in parts each part is matched by itself', async () => {
  const terms = { name: 'Kahve', installments: [1], price: money(2 * TOTAL, 'TRY'), multiPayment: true }
  const made = await commerce.paymentLinks.create('tr', { ...terms, idempotencyKey: `form-${++forms}` })
  await place('s2', 'o2')
  const opened = await fetch(made.url, { method: 'POST', redirect: 'manual' })
  for (const amount of ['750.50', '750.50']) {
    const shopper = new Shopper()
    await shopper.open(new URL(opened.headers.get('location') ?? '', made.url).href)
    await shopper.startPart(amount)
    await shopper.pay({ card: testCards.success })
  }
  const { payments } = await commerce.paymentLinks.payments('tr', made, 0)
  const [one, two] = payments.map(({ paymentId }) => ({ merchant: 'tr', link: made.id, paymentId, made }))
  if (one === undefined || two === undefined) throw new Error('It was not paid in two parts')
  for (const [part, reference] of [
    [one, 's1'],
    [two, 's2'],
  ] as const)
    expect(await match(part, reference)).toMatchObject({ state: 'done' })
  expect([paymentOf('o1'), paymentOf('o2')]).toEqual([one.paymentId, two.paymentId])
})

test('in a shop without unpaid orders nothing is matched', async () => {
  const paid = await paidLink()
  platform.transfers = undefined
  await expect(match(paid)).rejects.toMatchObject({ code: 'no-unpaid-orders' })
  expect((await find(paid)).matches).toEqual([])
})
