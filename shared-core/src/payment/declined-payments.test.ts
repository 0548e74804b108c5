// Declined payments as Craftgate's reports tell them, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

async function atPage(): Promise<Shopper> {
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy())))
  return shopper
}

test('each try that was declined is told with the bank’s group and what to do, oldest first', async () => {
  const shopper = await atPage()
  await shopper.pay({ card: testCards.notSufficientFunds })
  await shop.sandbox.control.clock.advance({ minutes: 2 })
  await shopper.pay({ card: testCards.lostCard })
  await shopper.pay({ card: testCards.success, deliver: false })
  const payments = await shop.commerce.declinedPayments(await shop.attempt())
  expect(payments.map(({ error }) => error.group)).toEqual(['NOT_SUFFICIENT_FUNDS', 'LOST_CARD'])
  expect(payments[0]).toMatchObject({
    at: new Date('2026-03-02T09:00:00Z'),
    facts: { paidPrice: { minor: 124_990 }, card: { lastFour: expect.any(String) } },
    advice: { tr: expect.any(String), en: expect.any(String) },
  })
})

test('of an attempt that nobody tried to pay nothing is told', async () => {
  await atPage()
  expect(await shop.commerce.declinedPayments(await shop.attempt())).toEqual([])
})
