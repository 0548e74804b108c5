// The search by a card's last digits, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { DirectShop } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

test('payments of a card are found by its last four digits, and of no other', async () => {
  const { record, payLink } = await shop.begin()
  const shopper = new Shopper()
  const opened = await shop.open(payLink)
  await shopper.open(opened.headers.get('location') ?? '')
  await shopper.pay({ card: testCards.success, deliver: false })
  const [payment] = shop.sandbox.control.payments()
  const { account } = record
  expect(await shop.commerce.paymentsByCard(account, '0002')).toEqual([{ account, paymentId: payment?.id }])
  expect(await shop.commerce.paymentsByCard(account, '9999')).toEqual([])
})
