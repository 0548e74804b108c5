// What was given back in Craftgate's panel is told apart from what the shop gave back, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { money } from '../money'
import type { PaymentRef } from '../platform'
import { DirectShop, locationOf } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const tl = (minor: number) => money(minor, 'TRY')

async function paid(): Promise<PaymentRef> {
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy())))
  const { callback } = await shopper.pay({ card: testCards.success, deliver: false })
  if (callback) await shop.deliver(callback)
  const { account, paymentIds } = await shop.attempt()
  return { account, paymentId: paymentIds[0] ?? 0 }
}

test('refunds of transactions, in the order that they were made, without those of the shop', async () => {
  const payment = await paid()
  const { panel, clock, refunds } = shop.sandbox.control
  const own = { ...payment, key: 'r1', amount: tl(30_000) }
  expect(await shop.commerce.refund(own)).toMatchObject({ state: 'done' })
  expect(await shop.commerce.refundsElsewhere(payment)).toEqual([])
  panel.refund(payment.paymentId, { amount: '100.00' })
  const at = clock.now()
  await clock.advance({ hours: 1 })
  refunds.nextStatus('WAITING')
  panel.refund(payment.paymentId, { amount: '50.00' })
  expect(await shop.commerce.refundsElsewhere(payment)).toEqual([
    { state: 'done', amount: tl(10_000), at },
    { state: 'waiting', amount: tl(5_000), at: clock.now() },
  ])
})

test('a cancellation of the whole, and none of the shop’s own', async () => {
  const payment = await paid()
  shop.sandbox.control.panel.cancel(payment.paymentId)
  expect(await shop.commerce.refundsElsewhere(payment)).toMatchObject([
    { state: 'done', amount: tl(124_990) },
  ])
  await shop.reset()
  const other = await paid()
  expect(await shop.commerce.void({ ...other, key: 'v1' })).toMatchObject({ state: 'done' })
  expect(await shop.commerce.refundsElsewhere(other)).toEqual([])
})

test('a Craftgate that cannot be asked is no empty list', async () => {
  const payment = await paid()
  const reports = { method: 'GET', path: '/payment-reporting' }
  shop.sandbox.control.faults.add({ match: reports, kind: 'status', status: 500, times: 20 })
  await expect(shop.commerce.refundsElsewhere(payment)).rejects.toMatchObject({ kind: 'unavailable' })
})

describe('lists say of a payment that was refunded in Craftgate’s panel', () => {
  const stands = async () => (await shop.attempt()).standing

  test('once it is learned, that a part went back, and then all of it, with what the shop refunds in between', async () => {
    const payment = await paid()
    const { panel } = shop.sandbox.control
    await shop.commerce.refundsElsewhere(payment)
    expect(await stands()).toBeUndefined()
    panel.refund(payment.paymentId, { amount: '100.00' })
    for (const _twice of [1, 2]) await shop.commerce.refundsElsewhere(payment)
    expect(await stands()).toBe('given-back-in-part')
    const { version } = await shop.attempt()
    await shop.commerce.refundsElsewhere(payment)
    expect((await shop.attempt()).version).toBe(version)
    await shop.commerce.refund({ ...payment, key: 'rest', amount: tl(114_990) })
    expect(await stands()).toBe('given-back')
  })

  test('nothing while the refund waits at the bank', async () => {
    const payment = await paid()
    shop.sandbox.control.refunds.nextStatus('WAITING')
    shop.sandbox.control.panel.refund(payment.paymentId, { amount: '50.00' })
    await shop.commerce.refundsElsewhere(payment)
    expect(await stands()).toBeUndefined()
  })

  test('that a cancellation gave it back', async () => {
    const payment = await paid()
    shop.sandbox.control.panel.cancel(payment.paymentId)
    await shop.commerce.refundsElsewhere(payment)
    expect(await stands()).toBe('given-back')
  })
})
