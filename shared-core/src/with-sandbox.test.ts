// The whole core over its real wire against the emulator: real signatures, real pages, a shopper who clicks.
import { createHmac } from 'node:crypto'
import { type Callback, type Sandbox, Shopper, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import { createClient } from './client'
import type { BeginRequest, CraftgateCommerce } from './commerce'
import { createCraftgateCommerce } from './create-craftgate-commerce'
import type { CraftgateOptions } from './options/options'
import type { CheckoutRecord } from './platform'
import { MemoryPlatform } from './testing'
import { harnessOptions, orderOf } from './testing/shop-harness'

const PUBLIC = harnessOptions.publicUrl
let sandbox: Sandbox
let platform: MemoryPlatform
let commerce: CraftgateCommerce

const clock = (): Date => sandbox.control.clock.now()

function openShop(over: Partial<CraftgateOptions> = {}): CraftgateCommerce {
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const merchants = { tr: { apiKey, secretKey, webhookKey, environment } }
  const options = { ...harnessOptions, merchants, ...over }
  return createCraftgateCommerce({ options, platform, clock, logger: recorder })
}

const logged: unknown[] = []
const record = (message: string, facts?: unknown) => void logged.push(message, facts)
const recorder = { debug: record, info: record, warn: record, error: record }

/** Keys, tokens, cards and people of everything above; whatever a test did, none of them may stand in a log. */
const secrets = (): readonly string[] => [
  ...[sandbox.secretKey, sandbox.webhookKey, sandbox.callbackKey, harnessOptions.linkSecret].flat(),
  ...['ada@example.com', '+905550000000', '203.0.113.7', 'Yılmaz'],
  ...Object.values(testCards).map(({ cardNumber }) => cardNumber),
  ...platform.checkouts.all().flatMap(({ token }) => token ?? []),
]

beforeAll(async () => {
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 })
})
afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.control.reset()
  platform = new MemoryPlatform({ clock })
  platform.addOrder('o1', orderOf(124_990))
  commerce = openShop()
})
afterEach(async () => {
  await commerce.close()
  const log = JSON.stringify(logged.splice(0))
  expect(secrets().filter((secret) => log.includes(secret))).toEqual([])
})

const begin = (over: Partial<BeginRequest> = {}) => {
  const expected = { minor: platform.order('o1').snapshot.total, currency: 'TRY' as const }
  return commerce.begin({ reference: 's1', merchant: 'tr', order: 'o1', expected, ...over })
}

/** The shopper follows the pay link as far as the hosted page. */
async function goToPay(payLink: string): Promise<Shopper> {
  const response = await commerce.handle(new Request(payLink), { clientIp: '203.0.113.7' })
  const shopper = new Shopper()
  await shopper.open(response.headers.get('location') ?? '')
  return shopper
}

const stored = async (reference = 's1'): Promise<CheckoutRecord> => {
  const record = await platform.findCheckout({ reference })
  if (record === undefined) throw new Error(`Nothing is stored for ${reference}`)
  return record
}

const callback = ({ url, fields }: Callback): Promise<Response> =>
  commerce.handle(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }))

const held = async (result: Promise<{ readonly callback?: Callback }>): Promise<Callback> => {
  const { callback: notification } = await result
  if (notification === undefined) throw new Error('The page did not send the shopper back')
  return notification
}

/** The sandbox's newest event, signed as Craftgate signs it. */
function webhook(): Promise<Response> {
  const event = sandbox.control.webhooks.list().at(-1)
  if (event === undefined) throw new Error('Nothing happened that a webhook tells')
  const { eventType, eventTimestamp, status, payloadId } = event
  const signed = `${eventType}${eventTimestamp}${status}${payloadId}`
  const signature = createHmac('sha256', sandbox.webhookKey).update(signed).digest('base64')
  const headers = { 'content-type': 'application/json', 'x-cg-signature-v1': signature }
  const body = JSON.stringify({ eventType, eventTimestamp, status, payloadId })
  return commerce.handle(new Request(`${PUBLIC}/craftgate/webhook`, { method: 'POST', body, headers }))
}

const card = testCards.success

test('a sale in three instalments: paid by price, the interest is kept beside it', async () => {
  const shopper = await goToPay((await begin()).payLink)
  const back = await callback(await held(shopper.pay({ card, installment: 3, deliver: false })))
  expect(back.headers.get('location')).toBe('https://shop.example.com/return?order=o1&outcome=captured')
  const { payment } = platform.order('o1')
  expect(payment).toMatchObject({
    state: 'captured',
    facts: { price: { minor: 124_990 }, installment: 3, card: { lastFour: '0002', family: 'Bonus' } },
  })
  expect(payment?.facts.paidPrice.minor).toBeGreaterThan(124_990)
  expect(await stored()).toMatchObject({ state: 'captured', paymentIds: [payment?.id] })
})

test('3D Secure, then a webhook before the callback, then four more', async () => {
  const shopper = await goToPay((await begin()).payLink)
  const notification = await held(shopper.pay({ card, threeDS: 'ok', deliver: false }))
  expect((await webhook()).status).toBe(200)
  expect((await stored()).state).toBe('captured')
  const all = await Promise.all([callback(notification), webhook(), webhook(), webhook(), webhook()])
  expect(all.map(({ status }) => status)).toEqual([303, 200, 200, 200, 200])
  expect(platform.applied.filter(({ answer }) => answer === 'applied')).toHaveLength(1)
})

test('a decline, then another card on the same page', async () => {
  const shopper = await goToPay((await begin()).payLink)
  const declined = await shopper.pay({ card: testCards.notSufficientFunds })
  expect(declined.outcome).toBe('declined')
  await commerce.settle(await stored())
  expect(await stored()).toMatchObject({ state: 'open', note: expect.stringMatching('NOT_SUFFICIENT_FUNDS') })
  await callback(await held(shopper.pay({ card, deliver: false })))
  expect((await stored()).state).toBe('captured')
})

test('the bank’s page is cancelled: nothing is paid', async () => {
  const shopper = await goToPay((await begin()).payLink)
  await shopper.pay({ card, threeDS: 'cancel', deliver: false })
  await commerce.settle(await stored())
  expect(platform.order('o1').payment).toBeUndefined()
  expect((await stored()).state).toBe('open')
})

test('neither callback nor webhook arrives: reconcile finds it', async () => {
  const shopper = await goToPay((await begin()).payLink)
  await shopper.pay({ card, deliver: false })
  await sandbox.control.clock.advance({ minutes: 3 })
  expect(await commerce.reconcile()).toEqual({ checkouts: 1, operations: 0, problems: [] })
  expect((await stored()).state).toBe('captured')
})

test('nobody pays: the page expires there and here, and the link opens the next one', async () => {
  const { payLink } = await begin()
  const shopper = await goToPay(payLink)
  await sandbox.control.clock.advance({ minutes: 40 })
  expect((await shopper.pay({ card, deliver: false })).outcome).toBe('expired')
  await commerce.reconcile()
  expect((await stored()).state).toBe('expired')
  await (await goToPay(payLink)).pay({ card, deliver: false })
  await commerce.settle(await stored())
  expect(await stored()).toMatchObject({ attempt: 2, state: 'captured' })
})

test('the cart changed while the shopper paid: the money goes back, and is there', async () => {
  const { payLink } = await begin()
  const shopper = await goToPay(payLink)
  platform.order('o1').snapshot = orderOf(150_000)
  const back = await callback(await held(shopper.pay({ card, installment: 3, deliver: false })))
  expect(back.status).toBe(303)
  const record = await stored()
  expect(record.state).toBe('refunded')
  expect(sandbox.control.refunds()).toMatchObject([
    {
      paymentId: record.paymentIds[0],
      status: 'SUCCESS',
      conversationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    },
  ])
  const { captured, refunded } = sandbox.control.sums().TRY ?? {}
  expect(refunded).toBe(captured)
  await (await goToPay(payLink)).pay({ card, deliver: false })
  await commerce.settle(await stored())
  expect(platform.order('o1').payment?.facts.price.minor).toBe(150_000)
})

test('six notifications at once for money that no order takes: one refund', async () => {
  const shopper = await goToPay((await begin()).payLink)
  const notification = await held(shopper.pay({ card, deliver: false }))
  platform.order('o1').snapshot = orderOf(150_000)
  await Promise.all([
    callback(notification),
    webhook(),
    webhook(),
    callback(notification),
    webhook(),
    callback(notification),
  ])
  expect((await stored()).state).toBe('refunded')
  expect(sandbox.control.refunds()).toHaveLength(1)
})

test('two tabs both paid: one pays the order, the other gets its money back', async () => {
  const tabs = await Promise.all([begin({ reference: 'tab-1' }), begin({ reference: 'tab-2' })])
  const notifications: Callback[] = []
  for (const { payLink } of tabs) {
    notifications.push(await held((await goToPay(payLink)).pay({ card, deliver: false })))
  }
  await Promise.all(notifications.map(callback))
  const states = [(await stored('tab-1')).state, (await stored('tab-2')).state]
  expect(states.sort()).toEqual(['captured', 'refunded'])
  expect(sandbox.control.sums().TRY).toEqual({ captured: '2499.80', refunded: '1249.90', held: '0.00' })
})

test.each([
  ['amount', { price: 100 }],
  ['currency', { currency: 'USD' }],
] as const)('a payment of another %s pays nothing', async (_, change) => {
  const shopper = await goToPay((await begin()).payLink)
  const notification = await held(shopper.pay({ card, deliver: false }))
  sandbox.control.tamper(sandbox.control.payments().at(-1)?.id ?? 0, change)
  await callback(notification)
  expect(platform.order('o1').payment).toBeUndefined()
  expect((await stored()).state).toBe('refunded')
  expect(sandbox.control.refunds()).toMatchObject([{ status: 'SUCCESS', amount: '1249.90' }])
})

test('a pre-authorized payment of an order that is gone is voided', async () => {
  const { payLink } = await begin({ phase: 'PRE_AUTH' })
  const shopper = await goToPay(payLink)
  platform.order('o1').cancelled = true
  await callback(await held(shopper.pay({ card, deliver: false })))
  expect((await stored()).state).toBe('refunded')
  expect(sandbox.control.sums().TRY?.held).toBe('0.00')
})

test('the answer to giving money back is lost: it is asked about, and went back once', async () => {
  const shopper = await goToPay((await begin()).payLink)
  platform.order('o1').snapshot = orderOf(1)
  sandbox.control.faults.add({
    kind: 'drop-after-commit',
    match: { method: 'POST', path: '/payment/v1/refund' },
  })
  await callback(await held(shopper.pay({ card, deliver: false })))
  for (let tick = 0; tick < 4; tick++) {
    await sandbox.control.clock.advance({ minutes: 5 })
    await commerce.reconcile()
  }
  expect((await stored()).state).toBe('refunded')
  expect(sandbox.control.refunds()).toHaveLength(1)
})

describe('Craftgate refuses to give money back', () => {
  const refused = async (): Promise<void> => {
    const shopper = await goToPay((await begin()).payLink)
    platform.order('o1').snapshot = orderOf(1)
    sandbox.control.refunds.nextStatus('FAILURE')
    await callback(await held(shopper.pay({ card, deliver: false })))
    expect(await stored()).toMatchObject({ state: 'refunding', note: expect.stringContaining('refuses') })
  }

  const minutesLater = async (minutes: number) => {
    await sandbox.control.clock.advance({ minutes })
    await commerce.reconcile()
    return [(await stored()).state, sandbox.control.refunds().length]
  }

  test('it is tried again an hour later, not sooner, under a key of its own', async () => {
    await refused()
    expect(await minutesLater(30)).toEqual(['refunding', 1])
    expect(await minutesLater(31)).toEqual(['refunded', 2])
    expect(new Set(sandbox.control.refunds().map(({ conversationId }) => conversationId)).size).toBe(2)
    expect(sandbox.control.sums().TRY).toMatchObject({ captured: '1249.90', refunded: '1249.90' })
  })

  test('again and again: each try waits longer', async () => {
    await refused()
    sandbox.control.refunds.nextStatus('FAILURE')
    expect(await minutesLater(61)).toEqual(['refunding', 2])
    expect(await minutesLater(61)).toEqual(['refunding', 2])
    expect(await minutesLater(60)).toEqual(['refunded', 3])
  })

  test('what the merchant gave back in the panel meanwhile is back', async () => {
    await refused()
    const { apiKey, secretKey, webhookKey, url: environment } = sandbox
    const deadlines = { readMs: 10_000, startMs: 10_000, moneyMs: 10_000 }
    const panel = createClient({ apiKey, secretKey, webhookKey, environment }, { deadlines })
    await panel.call('refundPayment', { body: { paymentId: (await stored()).paymentIds[0] ?? 0 } })
    await panel.close()
    expect(await minutesLater(61)).toEqual(['refunded', 2])
    expect(sandbox.control.sums().TRY).toMatchObject({ refunded: '1249.90' })
  })
})

test('pre-authorized, then captured', async () => {
  const shopper = await goToPay((await begin({ phase: 'PRE_AUTH' })).payLink)
  await callback(await held(shopper.pay({ card, deliver: false })))
  const {
    state,
    account,
    paymentIds: [paymentId = 0],
    id,
  } = await stored()
  expect(state).toBe('authorized')
  const captured = await commerce.capture({ account, paymentId, key: `${id}-capture` })
  expect(captured.state).toBe('done')
  expect((await commerce.settle(await stored())).record.state).toBe('captured')
})

test('a payment under review waits for the merchant’s decision', async () => {
  const shopper = await goToPay((await begin()).payLink)
  sandbox.control.fraud.nextPayment('REVIEW')
  await callback(await held(shopper.pay({ card, deliver: false })))
  expect((await stored()).state).toBe('review')
  const fraudId = sandbox.control.payments().at(-1)?.fraudId ?? 0
  sandbox.control.fraud.decide(fraudId, 'NOT_FRAUD')
  await sandbox.control.clock.advance({ minutes: 3 })
  await commerce.reconcile()
  expect((await stored()).state).toBe('captured')
})

test('a new amount kills the earlier page', async () => {
  const shopper = await goToPay((await begin()).payLink)
  platform.order('o1').snapshot = orderOf(99_900)
  const { record } = await begin()
  expect(record.attempt).toBe(2)
  expect((await shopper.pay({ card, deliver: false })).outcome).toBe('expired')
})

test('two simultaneous openings: one page stays payable', async () => {
  const { payLink } = await begin()
  const openings = await Promise.all([1, 2].map(() => commerce.handle(new Request(payLink))))
  expect(new Set(openings.map(({ headers }) => headers.get('location'))).size).toBe(1)
  expect(sandbox.control.checkouts().filter(({ state }) => state === 'open')).toHaveLength(1)
})

test('Craftgate drops the connection after it started the page: the link works at the next visit', async () => {
  const { payLink } = await begin()
  sandbox.control.faults.add({
    kind: 'drop-after-commit',
    match: { path: '/payment/v1/checkout-payments/init' },
  })
  expect((await commerce.handle(new Request(payLink))).status).toBe(503)
  expect((await commerce.handle(new Request(payLink))).status).toBe(303)
})

test('wrong keys: an error page, and the attempt is not lost', async () => {
  const { apiKey, webhookKey, url: environment } = sandbox
  const { payLink } = await begin()
  await commerce.close()
  commerce = openShop({ merchants: { tr: { apiKey, secretKey: 'wrong', webhookKey, environment } } })
  expect((await commerce.handle(new Request(payLink))).status).toBe(500)
  expect((await stored()).state).toBe('created')
})

test.each([
  ['JPY', 1500],
  ['KWD', 12_345],
] as const)('a sale in %s is exact', async (currency, total) => {
  platform.order('o1').snapshot = orderOf(total, { currency })
  const { payLink } = await begin({ expected: { minor: total, currency } })
  const notification = await held((await goToPay(payLink)).pay({ card: testCards.foreign, deliver: false }))
  await callback(notification)
  expect(platform.order('o1').payment?.facts.price).toEqual({ minor: total, currency })
})
