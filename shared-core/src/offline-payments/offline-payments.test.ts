// Money that is paid past Craftgate, over the core's real wire against the emulator.
import { type FaultInput, type Sandbox, startSandbox } from '@craftgate-commerce/sandbox'
import { nothingToPay } from '../basket'
import { createClient } from '../client'
import type { CraftgateClient } from '../client/craftgate-client'
import type { CraftgateCommerce, OfflineRequest } from '../commerce'
import { createCraftgateCommerce } from '../create-craftgate-commerce'
import type { CheckoutRecord } from '../platform'
import { MemoryPlatform } from '../testing'
import { harnessOptions, orderOf } from '../testing/shop-harness'

const PATH = '/payment/v1/apm-payments'
const deadlines = { readMs: 5000, startMs: 5000, moneyMs: 5000 }

let sandbox: Sandbox
let client: CraftgateClient
let platform: MemoryPlatform
let commerce: CraftgateCommerce

/** The idempotency key of each recording, as it was asked to be sent. */
const keysSent: (string | undefined)[] = []

const clock = () => sandbox.control.clock.now()

beforeAll(async () => {
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 })
})
afterAll(() => sandbox.close())

function connect(): CraftgateClient {
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const retry = { firstDelayMs: 1, longestDelayMs: 1 }
  const connected = createClient({ apiKey, secretKey, webhookKey, environment }, { deadlines, retry })
  const { within } = connected
  return Object.assign(connected, {
    within: (limits: Parameters<typeof within>[0]) => {
      keysSent.push(limits.idempotencyKey)
      return within(limits)
    },
  })
}

/** A server of the shop. */
function serve(shop = platform): CraftgateCommerce {
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const merchants = { tr: { apiKey, secretKey, webhookKey, environment } }
  return createCraftgateCommerce({
    options: { ...harnessOptions, merchants },
    platform: shop,
    clock,
    clientFor: () => client,
  })
}

beforeEach(() => {
  sandbox.control.reset()
  client = connect()
  keysSent.length = 0
  platform = new MemoryPlatform({ clock })
  platform.addOrder('o1', orderOf(10_000))
  commerce = serve()
})
afterEach(() => client.close())

const tl = (minor: number) => ({ minor, currency: 'TRY' as const })

const place = (over: Partial<OfflineRequest> = {}): Promise<CheckoutRecord> =>
  commerce.beginOffline({
    ...{ reference: 's1', merchant: 'tr', order: 'o1', expected: tl(10_000), method: 'FUND_TRANSFER' },
    ...over,
  })

const recorded = () => commerce.recordOffline('s1')
const newest = () => platform.findCheckout({ reference: 's1' })
const paymentsAtCraftgate = async () => (await client.call('searchPayments', { query: {} })).items ?? []
const breakNext = (kind: FaultInput['kind'], times = 1) =>
  sandbox.control.faults.add({ match: { path: PATH, method: 'POST' }, kind, times })
const gone = () => {
  platform.order('o1').snapshot = nothingToPay({ number: 'T-1001', currency: 'TRY', locale: 'tr' })
}

test.each(['FUND_TRANSFER', 'CASH_ON_DELIVERY'] as const)(
  'an order waits unpaid, and is paid when the money of %s is recorded, in whole',
  async (method) => {
    const waiting = await place({ method })
    expect(waiting).toMatchObject({ state: 'created', paymentIds: [], phase: 'AUTH' })
    expect(await paymentsAtCraftgate()).toEqual([])
    expect(await recorded()).toMatchObject({ state: 'done', record: { state: 'captured' } })
    const [payment, ...more] = await paymentsAtCraftgate()
    expect(more).toEqual([])
    expect(payment).toMatchObject({ paymentStatus: 'SUCCESS', price: 100, paidPrice: 100, currency: 'TRY' })
    expect((await newest())?.paymentIds).toEqual([payment?.id])
    expect(platform.order('o1').payment?.facts).toMatchObject({ method, price: tl(10_000) })
  },
)

test('it waits for weeks, and no scheduled check closes it or asks about it', async () => {
  await place()
  await sandbox.control.clock.advance({ hours: 24 * 40 })
  expect(await commerce.reconcile()).toEqual({ checkouts: 0, operations: 0, problems: [] })
  expect(await newest()).toMatchObject({ state: 'created', nextCheckAt: undefined })
  expect(await recorded()).toMatchObject({ state: 'done' })
})

test('three clicks at once, and one more later, record once', async () => {
  await place()
  const answers = await Promise.all([recorded(), recorded(), recorded()])
  expect(answers.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(await recorded()).toMatchObject({ state: 'done' })
  expect(await paymentsAtCraftgate()).toHaveLength(1)
  expect(platform.applied.filter(({ answer }) => answer === 'applied')).toHaveLength(1)
})

test('an answer that was lost is asked for in the reports, and nothing is sent twice', async () => {
  await place()
  breakNext('drop-after-commit')
  expect(await recorded()).toMatchObject({ state: 'done' })
  expect(await paymentsAtCraftgate()).toHaveLength(1)
  expect(requests()).toHaveLength(1)
})

test('a request that never arrived is sent again under the same key', async () => {
  await place()
  breakNext('drop-before')
  expect(await recorded()).toMatchObject({ state: 'done' })
  expect(requests()).toHaveLength(2)
  expect(new Set(keysSent).size).toBe(1)
  expect(await paymentsAtCraftgate()).toHaveLength(1)
})

const requests = () =>
  sandbox.control.requests().filter(({ method, path }) => method === 'POST' && path === PATH)

/** A server that dies when it writes for the nth time. */
class DyingPlatform extends MemoryPlatform {
  writes = 0
  diesAt = 0

  override async saveCheckout(record: CheckoutRecord) {
    this.writes += 1
    if (this.diesAt > 0 && this.writes >= this.diesAt) throw new Error('The server died')
    return super.saveCheckout(record)
  }
}

test.each([1, 2, 3, 4])('a server that dies at write %i records once, before or after', async (write) => {
  const shop = new DyingPlatform({ clock })
  platform = shop
  shop.addOrder('o1', orderOf(10_000))
  commerce = serve(shop)
  await place()
  shop.writes = 0
  shop.diesAt = write
  await recorded().catch(() => undefined)
  shop.diesAt = 0
  commerce = serve(shop)
  await sandbox.control.clock.advance({ minutes: 10 })
  await commerce.reconcile()
  const wasBegun = write > 1
  expect(await paymentsAtCraftgate()).toHaveLength(wasBegun ? 1 : 0)
  expect(await recorded()).toMatchObject({ state: 'done' })
  expect(await paymentsAtCraftgate()).toHaveLength(1)
  expect(shop.order('o1').payment).toBeDefined()
})

test('an order that was cancelled before is refused with a sentence, and nothing is sent', async () => {
  await place()
  gone()
  expect(await recorded()).toMatchObject({
    state: 'failed',
    error: { code: 'owes-nothing' },
    message: { tr: expect.stringContaining('iptal'), en: expect.stringContaining('cancelled') },
  })
  expect(requests()).toEqual([])
})

test('a cancel of what is unpaid leaves nothing at Craftgate, and nothing is recorded afterwards', async () => {
  const { record } = await commerce.expire(await place())
  expect(record.state).toBe('expired')
  expect(await recorded()).toMatchObject({ state: 'failed', error: { code: 'owes-nothing' } })
  expect(requests()).toEqual([])
  expect(await paymentsAtCraftgate()).toEqual([])
})

test('an order that changed after it was placed is recorded with its new total', async () => {
  await place()
  platform.order('o1').snapshot = orderOf(12_345)
  expect(await recorded()).toMatchObject({ state: 'done', record: { expected: tl(12_345) } })
  expect(await paymentsAtCraftgate()).toMatchObject([{ price: 123.45 }])
})

test('money that was recorded while the order was cancelled is left to the merchant, not asked back', async () => {
  await place()
  platform.order('o1').cancelled = true
  expect(await recorded()).toMatchObject({ state: 'failed', error: { code: 'not-taken' } })
  expect(await newest()).toMatchObject({
    state: 'needs-review',
    note: expect.stringContaining('send it back yourself'),
  })
  expect(await recorded()).toMatchObject({ state: 'failed', error: { code: 'not-taken' } })
  expect(await paymentsAtCraftgate()).toMatchObject([{ refundStatus: 'NOT_REFUNDED' }])
})

test('a lost request of an order that changed meanwhile is not sent again', async () => {
  await place()
  breakNext('drop-before', 9)
  expect(await recorded()).toMatchObject({ state: 'unknown' })
  sandbox.control.faults.clear()
  platform.order('o1').snapshot = orderOf(20_000)
  expect(await recorded()).toMatchObject({ state: 'unknown' })
  await sandbox.control.clock.advance({ minutes: 10 })
  expect(await recorded()).toMatchObject({ state: 'failed', error: { code: 'order-changed' } })
  expect(await paymentsAtCraftgate()).toEqual([])
  expect(await recorded()).toMatchObject({ state: 'done', record: { expected: tl(20_000), attempt: 2 } })
  expect(await paymentsAtCraftgate()).toMatchObject([{ price: 200 }])
})

test('a cancel while the request is under way closes nothing, and its end is found', async () => {
  await place()
  breakNext('drop-after-commit')
  sandbox.control.faults.add({ match: { path: '/payment-reporting' }, kind: 'drop-before', times: 20 })
  expect(await recorded()).toMatchObject({ state: 'unknown' })
  sandbox.control.faults.clear()
  const open = await newest()
  expect(open && (await commerce.expire(open))).toMatchObject({ outcome: { kind: 'pending' } })
  await sandbox.control.clock.advance({ minutes: 10 })
  await commerce.reconcile()
  expect(await newest()).toMatchObject({ state: 'captured' })
  expect(await paymentsAtCraftgate()).toHaveLength(1)
})

test('what Craftgate refuses is told, and the next click begins anew', async () => {
  await place()
  sandbox.control.fraud.nextPayment('BLOCK')
  expect(await recorded()).toMatchObject({
    state: 'failed',
    message: { en: expect.stringMatching(/not recorded/) },
  })
  expect(await newest()).toMatchObject({ state: 'created', attempt: 2 })
  expect(await recorded()).toMatchObject({ state: 'done' })
  const successes = (await paymentsAtCraftgate()).filter(({ paymentStatus }) => paymentStatus === 'SUCCESS')
  expect(successes).toHaveLength(1)
})

test('Craftgate out of reach: nothing was sent, and the next click records', async () => {
  await place()
  await client.close()
  const away = createClient(
    { apiKey: 'a', secretKey: 's', webhookKey: 'w', environment: 'http://127.0.0.1:9' },
    { deadlines, retry: { firstDelayMs: 1, longestDelayMs: 1 } },
  )
  client = away
  expect(await recorded()).toMatchObject({ state: 'failed', passing: true })
  await away.close()
  client = connect()
  expect(await recorded()).toMatchObject({ state: 'done' })
})

test('it is neither refunded nor cancelled through Craftgate, and the merchant reads what to do', async () => {
  await place()
  const done = await recorded()
  const paymentId = ('record' in done && done.record.paymentIds[0]) || 0
  const asked = { account: 'tr:sandbox', paymentId }
  const account = (await newest())?.account ?? asked.account
  const answers = [
    await commerce.refund({ ...asked, account, key: 'r1', amount: tl(10_000) }),
    await commerce.refund({ ...asked, account, key: 'r2', amount: tl(500) }),
    await commerce.void({ ...asked, account, key: 'v1' }),
  ]
  for (const answer of answers)
    expect(answer).toMatchObject({
      state: 'failed',
      error: { code: 'method-outside' },
      message: { en: expect.stringContaining('Give it back yourself') },
    })
  expect(await paymentsAtCraftgate()).toMatchObject([{ refundStatus: 'NOT_REFUNDED' }])
  const byHand = { ...asked, account, destination: 'outside' as const }
  expect(await commerce.refund({ ...byHand, key: 'r3', amount: tl(500) })).toMatchObject({ state: 'done' })
  expect(await paymentsAtCraftgate()).toMatchObject([{ refundStatus: 'PARTIAL_REFUNDED' }])
})

test('a pay link of such an order opens no page', async () => {
  await place()
  const link = commerce.payLinkFor({ reference: 's1', shopper: 'customer-7' })
  const answer = await commerce.handle(new Request(link, { headers: { 'sec-fetch-mode': 'navigate' } }))
  expect(answer.headers.get('location')).toMatch(/^https:\/\/shop\.example\.com\/return/)
  expect(sandbox.control.requests().filter(({ path }) => path.includes('checkout-payments'))).toEqual([])
})

test('an order of a page has nothing to record, and its reference is not begun again for a transfer', async () => {
  await commerce.begin({ reference: 's1', merchant: 'tr', order: 'o1', expected: tl(10_000) })
  expect(await recorded()).toMatchObject({ state: 'failed', error: { code: 'not-offline' } })
  await expect(place()).rejects.toThrow(/begun for a page/)
  expect(await commerce.recordOffline('unknown')).toMatchObject({ error: { code: 'not-offline' } })
})
