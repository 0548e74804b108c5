// A payment under fraud review, and the merchant's decision about it, over the real wire against the emulator.
import { type PaymentRow, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { waitsForCancellation } from '../checkout/rejection'
import type { CheckoutRecord } from '../platform'
import { DirectShop, locationOf } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const CHECK_STATUS = '/check-status'
const DECISION = { method: 'PUT', pathRegex: 'check-status' }

/** Somebody paid, and a rule marked the payment. */
async function underReview(over: Parameters<DirectShop['begin']>[0] = {}): Promise<CheckoutRecord> {
  shop.sandbox.control.fraud.nextPayment('REVIEW')
  const { payLink } = await shop.begin(over)
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(payLink)))
  const { callback } = await shopper.pay({ card: testCards.success, deliver: false })
  if (callback) await shop.deliver(callback)
  return shop.attempt()
}

const decide = async (decision: 'approve' | 'reject') =>
  shop.commerce.decideReview(await shop.attempt(), decision)
const order = () => shop.platform.order('o1')
const paid = (): PaymentRow => {
  const row = shop.sandbox.control.payments().at(-1)
  if (row === undefined) throw new Error('Nobody paid')
  return row
}
const check = async () => (await shop.commerce.fraud.checks('tr', { paymentId: paid().id })).checks[0]
/** As a person does it in Craftgate's own panel. */
const decideInPanel = (status: 'FRAUD' | 'NOT_FRAUD') =>
  shop.sandbox.control.fraud.decide(paid().fraudId ?? 0, status)
async function hoursPass(): Promise<void> {
  for (let hours = 0; hours < 3; hours += 1) {
    shop.sandbox.control.clock.advance({ hours: 1 })
    await shop.commerce.reconcile()
  }
}
const decisionsSent = () => shop.calls(CHECK_STATUS).length

test('a payment under review is found among the checks, with the rule that caught it', async () => {
  const record = await underReview()
  expect(record.state).toBe('review')
  const { checks, count } = await shop.commerce.fraud.checks('tr', { status: 'WAITING' })
  expect(count).toBe(1)
  expect(checks).toMatchObject([
    {
      paymentId: record.paymentIds[0],
      action: 'REVIEW',
      status: 'WAITING',
      paidPrice: { minor: 124_990, currency: 'TRY' },
      rule: { name: 'Sandbox' },
    },
  ])
  expect((await shop.commerce.fraud.checks('tr', { status: 'FRAUD' })).checks).toEqual([])
})

test('approved: the order goes on as paid', async () => {
  await underReview()
  expect(await decide('approve')).toMatchObject({ state: 'captured' })
  expect(order().payment?.state).toBe('captured')
  expect(await check()).toMatchObject({ status: 'NOT_FRAUD' })
  expect(paid().refunded).toBe('0.00')
})

test('approved: an authorization waits for its capture', async () => {
  await underReview({ phase: 'PRE_AUTH' })
  expect(await decide('approve')).toMatchObject({ state: 'authorized' })
  expect(order().payment?.state).toBe('authorized')
})

test('rejected: all of the money goes back, and the order is cancelled', async () => {
  await underReview()
  const rejected = await decide('reject')
  expect(rejected.state).toBe('refunded')
  expect(rejected.note).toMatch(/^Payment \d+ of 1249.90 TRY was rejected in its fraud review; .*given back/)
  expect(order()).toMatchObject({ cancelled: true, payment: undefined })
  expect(await check()).toMatchObject({ status: 'FRAUD' })
  expect(paid().refunded).toBe('1249.90')
})

test('rejected: an authorization is lifted', async () => {
  await underReview({ phase: 'PRE_AUTH' })
  expect((await decide('reject')).state).toBe('refunded')
  expect(shop.sandbox.control.sums().TRY).toMatchObject({ held: '0.00' })
})

test('the same decision twice changes nothing more', async () => {
  await underReview()
  await decide('reject')
  expect((await decide('reject')).state).toBe('refunded')
  expect(decisionsSent()).toBe(1)
  expect(await shop.platform.operationsOf({ account: 'tr:sandbox', paymentId: paid().id })).toHaveLength(1)
})

test.each([
  ['approve', 'reject', 'approved-already', 'captured', '0.00'],
  ['reject', 'approve', 'rejected-already', 'refunded', '1249.90'],
] as const)('after %s nobody can %s', async (first, second, code, state, refunded) => {
  await underReview()
  await decide(first)
  await expect(decide(second)).rejects.toMatchObject({ code })
  expect((await shop.attempt()).state).toBe(state)
  expect(paid().refunded).toBe(refunded)
})

test('of two who decide at once one has decided, and the money is where that one says', async () => {
  const record = await underReview()
  const answers = await Promise.allSettled(
    (['approve', 'reject'] as const).map((decision) => shop.commerce.decideReview(record, decision)),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const { state } = await shop.attempt()
  expect(paid().refunded).toBe(state === 'captured' ? '0.00' : '1249.90')
  expect(['captured', 'refunded']).toContain(state)
})

test.each([
  ['NOT_FRAUD', 'reject', 'approved-already'],
  ['FRAUD', 'approve', 'rejected-already'],
] as const)("what Craftgate's panel decided (%s) stands against %s", async (inPanel, decision, code) => {
  await underReview()
  decideInPanel(inPanel)
  await expect(decide(decision)).rejects.toMatchObject({ code })
  expect(decisionsSent()).toBe(0)
  expect(paid().refunded).toBe('0.00')
})

test("fraud that was found in Craftgate's panel is rejected here, and the money goes back", async () => {
  await underReview()
  decideInPanel('FRAUD')
  expect((await decide('reject')).state).toBe('refunded')
  expect(decisionsSent()).toBe(0)
  expect(paid().refunded).toBe('1249.90')
})

test.each(['drop-after-commit', 'drop-before'] as const)(
  'a decision whose answer is lost (%s) is read back and stands once',
  async (kind) => {
    await underReview()
    shop.sandbox.control.faults.add({ match: DECISION, kind })
    expect((await decide('approve')).state).toBe('captured')
    expect(await check()).toMatchObject({ status: 'NOT_FRAUD' })
  },
)

test('a decision that Craftgate cannot hear moves nothing', async () => {
  await underReview()
  shop.sandbox.control.faults.add({ match: DECISION, kind: 'status', status: 503, times: 10 })
  await expect(decide('reject')).rejects.toMatchObject({ kind: 'unknown-outcome' })
  expect((await shop.attempt()).state).toBe('review')
  expect(order().cancelled).toBe(false)
  expect(paid().refunded).toBe('0.00')
  shop.sandbox.control.faults.clear()
  expect((await decide('reject')).state).toBe('refunded')
})

test("money that went back in Craftgate's panel can only be rejected; nothing is sent for it twice", async () => {
  await underReview()
  shop.sandbox.control.panel.cancel(paid().id)
  await expect(decide('approve')).rejects.toMatchObject({ code: 'money-gone' })
  expect(order().payment?.state).toBe('review')
  expect((await decide('reject')).state).toBe('refunded')
  expect(order().cancelled).toBe(true)
  expect(shop.calls('/refunds')).toEqual([])
})

test('a rejection that stopped in the middle is carried on by itself, past a webhook that tells of the payment', async () => {
  const record = await underReview()
  shop.platform.failures.set('apply', 1)
  expect((await decide('reject')).state).toBe('review')
  await expect(shop.commerce.decideReview(record, 'approve')).rejects.toMatchObject({
    code: 'rejected-already',
  })
  await shop.notify()
  expect(await shop.attempt()).toMatchObject({ state: 'refunded' })
  expect(order()).toMatchObject({ cancelled: true, payment: undefined })
  expect(paid().refunded).toBe('1249.90')
})

test('a shop that cannot write the rejection down moves nothing; asked again, it is one decision', async () => {
  await underReview()
  shop.platform.failures.set('saveCheckout', 1)
  await expect(decide('reject')).rejects.toThrow('saveCheckout')
  expect([order().payment?.state, paid().refunded]).toEqual(['review', '0.00'])
  expect((await decide('reject')).state).toBe('refunded')
  expect(decisionsSent()).toBe(1)
})

test.each([
  ['applyOperation', 1, 'refunded'],
  ['saveOperation', 2, 'refunding'],
] as const)(
  'a shop that cannot %s at once (%i times) gives all of the money back in the end',
  async (method, times, state) => {
    await underReview()
    shop.platform.failures.set(method, times)
    expect((await decide('reject')).state).toBe(state)
    await hoursPass()
    expect((await shop.attempt()).state).toBe('refunded')
    expect(paid().refunded).toBe('1249.90')
  },
)

test('money that Craftgate does not give back now is tried again, and the order stays cancelled', async () => {
  await underReview()
  const match = { method: 'POST', pathRegex: '/refunds' }
  shop.sandbox.control.faults.add({ match, kind: 'status', status: 503, times: 3 })
  expect((await decide('reject')).state).toBe('refunding')
  expect(order().cancelled).toBe(true)
  shop.sandbox.control.faults.clear()
  await hoursPass()
  expect((await shop.attempt()).state).toBe('refunded')
  expect(paid().refunded).toBe('1249.90')
})

/** Settling looks twice at what it decided to give back. */
const LOOKS = 2

test('an order that cannot be cancelled keeps nobody’s money, and its record says what is left to do', async () => {
  await underReview()
  shop.platform.failures.set('cancelOrder', LOOKS)
  expect(await decide('reject')).toMatchObject({
    state: 'refunded',
    note: expect.stringContaining('cancel it there yourself'),
  })
  expect(paid().refunded).toBe('1249.90')
})

test('an order that could not be cancelled is tried again, and its record says so no more', async () => {
  await underReview()
  shop.platform.failures.set('cancelOrder', LOOKS + 1)
  const rejected = await decide('reject')
  expect(waitsForCancellation(rejected)).toBe(true)
  expect(waitsForCancellation((await shop.commerce.settle(rejected)).record)).toBe(true)
  await hoursPass()
  const after = await shop.attempt()
  expect(after).toMatchObject({ state: 'refunded', nextCheckAt: undefined })
  expect(waitsForCancellation(after)).toBe(false)
  expect(after.note).toMatch(/rejected in its fraud review; .*given back/)
  expect(order().cancelled).toBe(true)
})

test('a payment that no rule marked has no review', async () => {
  const { payLink } = await shop.begin()
  await shop.open(payLink)
  await expect(decide('approve')).rejects.toMatchObject({ code: 'no-review' })
})
