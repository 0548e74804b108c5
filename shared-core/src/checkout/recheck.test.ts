import type { ApplyResult } from '../platform'
import { ShopHarness } from '../testing/shop-harness'

/** A shop whose order took the payment, and that answers so when it is asked again. */
async function taken(...answers: ApplyResult[]) {
  const harness = new ShopHarness()
  const asked: Date[] = []
  harness.platform.recheck = async () => {
    asked.push(harness.now)
    return answers.shift() ?? 'already'
  }
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  return { harness, record, asked }
}

test('an order that took money is looked at after ten seconds and once more after five minutes', async () => {
  const { harness, asked } = await taken()
  const start = harness.now.getTime()
  for (let seconds = 0; seconds < 1_200; seconds += 5) {
    await harness.reconcile()
    harness.pass(5 / 60)
  }
  expect(asked.map((at) => (at.getTime() - start) / 1000)).toEqual([10, 300])
  expect(await harness.stored()).toMatchObject({ state: 'captured', nextCheckAt: undefined })
})

test('an order that lost the payment and holds it again says so, and is watched anew', async () => {
  const { harness, record } = await taken('already', 'applied')
  harness.pass(1)
  await harness.reconcile()
  const settled = await harness.settle(record)
  expect(settled.record).toMatchObject({
    state: 'captured',
    note: expect.stringContaining('the order had lost it and holds it again'),
    nextCheckAt: new Date(harness.now.getTime() + 10_000),
  })
  expect(harness.givenBack).toEqual([])
})

test('an order that lost the payment and cannot take it again: the money goes back, once', async () => {
  const { harness, record } = await taken('unexpected', 'unexpected')
  harness.platform.apply = async () => 'unexpected'
  await harness.settle(record)
  await harness.settle(record)
  expect((await harness.stored()).state).toBe('refunded')
  expect(harness.givenBack).toHaveLength(1)
})

test('a payment that changed since an order took it is left to the merchant', async () => {
  const { harness, record } = await taken('unexpected')
  harness.craftgate.pay(record.token, { price: 1, paidPrice: 1 })
  expect((await harness.settle(record)).record.state).toBe('captured')
  expect(harness.givenBack).toEqual([])
})

test('a shop whose orders lose nothing is looked at once, after five minutes', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  expect((await harness.stored()).nextCheckAt).toEqual(new Date(harness.now.getTime() + 5 * 60_000))
  harness.pass(5)
  await harness.reconcile()
  expect(await harness.stored()).toMatchObject({ state: 'captured', nextCheckAt: undefined })
})
