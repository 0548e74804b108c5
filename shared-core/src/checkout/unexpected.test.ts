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

test('whose refund the bank refused is over once the merchant gave it back in Craftgate’s panel', async () => {
  shop.sandbox.control.refunds.nextStatus('FAILURE')
  const paymentId = await paidForChangedOrder()
  expect((await shop.attempt()).state).toBe('refunding')
  shop.sandbox.control.panel.refund(paymentId)
  expect((await shop.settle()).record.state).toBe('refunded')
})
