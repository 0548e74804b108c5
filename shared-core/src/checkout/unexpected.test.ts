// Money that no order took, until it is back with the shopper, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from '../testing/direct-shop'
import { orderOf } from '../testing/shop-harness'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

/** Paid by a page that was open when the order became dearer. */
async function paidForChangedOrder(): Promise<number> {
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy())))
  shop.platform.order('o1').snapshot = orderOf(150_000)
  await shopper.pay({ card: testCards.success, deliver: false })
  const [paymentId = 0] = (await shop.settle()).record.paymentIds
  return paymentId
}

async function reconcileAfter(hours: number) {
  await shop.sandbox.control.clock.advance({ hours })
  await shop.commerce.reconcile()
  return shop.attempt()
}

describe('that is kept for the merchant’s decision', () => {
  beforeEach(() => shop.reopen({ unexpectedPayments: 'keep' }))

  test('is over once he gave it back in Craftgate’s panel, and nobody has to ask', async () => {
    const paymentId = await paidForChangedOrder()
    expect(await reconcileAfter(1)).toMatchObject({ state: 'needs-review', paymentIds: [paymentId] })
    shop.sandbox.control.panel.refund(paymentId)
    const after = await reconcileAfter(1)
    expect(after).toMatchObject({
      state: 'refunded',
      note: expect.stringMatching(/it went back at Craftgate/),
    })
    expect(after.nextCheckAt).toBeUndefined()
  })

  test('waits while a part of it is there', async () => {
    const paymentId = await paidForChangedOrder()
    shop.sandbox.control.panel.refund(paymentId, { amount: '100' })
    expect((await shop.settle()).record.state).toBe('needs-review')
    shop.sandbox.control.panel.refund(paymentId)
    expect((await shop.settle()).record.state).toBe('refunded')
  })

  test('pays no order once it went back, even when one could take it again', async () => {
    const paymentId = await paidForChangedOrder()
    shop.sandbox.control.panel.cancel(paymentId)
    shop.platform.order('o1').snapshot = orderOf(124_990)
    expect((await shop.settle()).record.state).toBe('refunded')
    expect(shop.platform.order('o1').payment).toBeUndefined()
  })
})

const KEYS = ['a', 'b'].map((letter) => letter.repeat(16)) as [string, string]
const refused = () => shop.commerce.refusedRefunds({ merchant: 'tr', most: 10 })
const givenBack = () => shop.calls('/refunds').length

describe('whose refund the bank refused', () => {
  beforeEach(async () => {
    shop.sandbox.control.refunds.nextStatus('FAILURE')
    await paidForChangedOrder()
    await shop.sandbox.control.clock.advance({ minutes: 15 })
    await shop.commerce.reconcile()
  })

  test('needs attention until it is back', async () => {
    expect(await refused()).toMatchObject([
      { attempt: { state: 'refunding' }, operation: { state: 'failed' } },
    ])
    expect(await reconcileAfter(2)).toMatchObject({ state: 'refunded' })
    expect(await refused()).toEqual([])
  })

  test('is tried again at once for each press, and once', async () => {
    const [key, other] = KEYS
    const before = givenBack()
    shop.sandbox.control.refunds.nextStatus('FAILURE')
    const attempt = await shop.attempt()
    const first = await shop.commerce.refundUnexpected(attempt, { key })
    const again = await shop.commerce.refundUnexpected(attempt, { key })
    expect([first.result?.state, again.result?.state, givenBack() - before]).toEqual(['failed', 'failed', 1])
    const both = [{ key: other }, { key: other }].map((press) =>
      shop.commerce.refundUnexpected(attempt, press),
    )
    expect((await Promise.all(both)).map(({ record }) => record.state)).toEqual(['refunded', 'refunded'])
    expect(givenBack() - before).toBe(2)
    expect(await refused()).toEqual([])
  })

  test('a press whose answer is lost is asked about, and not sent again', async () => {
    const [key] = KEYS
    const before = givenBack()
    shop.sandbox.control.faults.add({
      match: { pathRegex: '/refunds$' },
      kind: 'drop-after-commit',
      times: 1,
    })
    await shop.commerce.refundUnexpected(await shop.attempt(), { key })
    expect(await reconcileAfter(1)).toMatchObject({ state: 'refunded' })
    expect(givenBack() - before).toBe(1)
  })

  test('is marked once as given back outside, and no refund is sent', async () => {
    const [key] = KEYS
    const before = givenBack()
    const request = { key, destination: 'outside' } as const
    const { record, result } = await shop.commerce.refundUnexpected(await shop.attempt(), request)
    expect([record.state, result?.state]).toEqual(['refunded', 'done'])
    await shop.commerce.refundUnexpected(record, request)
    expect([shop.calls('/mark-as-refunded').length, givenBack() - before]).toEqual([1, 0])
    expect(await refused()).toEqual([])
  })

  test.each(['short', `${'a'.repeat(15)}/`])('takes no key like %j', async (key) => {
    const press = shop.commerce.refundUnexpected(await shop.attempt(), { key })
    await expect(press).rejects.toMatchObject({ code: 'bad-key' })
  })
})

describe('that was kept', () => {
  beforeEach(async () => {
    await shop.reopen({ unexpectedPayments: 'keep' })
    await paidForChangedOrder()
  })

  test('is given back by a press', async () => {
    const { record } = await shop.commerce.refundUnexpected(await shop.attempt(), { key: KEYS[0] })
    expect([record.state, givenBack()]).toEqual(['refunded', 1])
  })

  test('is kept on when the bank refuses', async () => {
    shop.sandbox.control.refunds.nextStatus('FAILURE')
    const { record, result } = await shop.commerce.refundUnexpected(await shop.attempt(), { key: KEYS[0] })
    expect([record.state, result?.state]).toEqual(['needs-review', 'failed'])
    expect(record.note).toMatch(/refuses to give it back/)
  })
})

test('money that an order took is given back by its order only', async () => {
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy())))
  await shopper.pay({ card: testCards.success, deliver: false })
  const { record } = await shop.settle()
  const press = shop.commerce.refundUnexpected(record, { key: KEYS[0] })
  await expect(press).rejects.toMatchObject({ code: 'not-unexpected' })
})

test('whose refund the bank refused is over once the merchant gave it back in Craftgate’s panel', async () => {
  shop.sandbox.control.refunds.nextStatus('FAILURE')
  const paymentId = await paidForChangedOrder()
  expect((await shop.attempt()).state).toBe('refunding')
  shop.sandbox.control.panel.refund(paymentId)
  expect((await shop.settle()).record.state).toBe('refunded')
})
