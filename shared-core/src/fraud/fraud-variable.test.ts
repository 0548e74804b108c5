// What the merchant's fraud rules are told of an order, over the real wire against the emulator, which reads the rules.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from '../testing/direct-shop'
import { orderOf } from '../testing/shop-harness'

const RULES = [
  { name: 'Yeni', action: 'REVIEW' as const, conditions: 'customFraudVariable == "first-order"' },
  { name: 'Kara liste', action: 'BLOCK' as const, conditions: 'buyerEmail in @blockedEmails' },
]

let shop: DirectShop

beforeAll(async () => {
  const merchant = { name: 'Deneme', apiKey: 'key', secretKey: 'secret', fraudRules: RULES }
  shop = await DirectShop.start('tr', { merchants: [merchant] })
})
afterAll(() => shop.close())
beforeEach(() =>
  shop.reset({ customFraudVariable: ({ buyer }) => (buyer.isFirstOrder ? 'first-order' : undefined) }),
)

async function pay(isFirstOrder: boolean) {
  const buyer = { id: 'customer-7', email: 'ada@example.com', isFirstOrder }
  shop.platform.order('o1').snapshot = orderOf(124_990, { buyer })
  const { payLink } = await shop.begin()
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(payLink)))
  const { callback } = await shopper.pay({ card: testCards.success, deliver: false })
  if (callback) await shop.deliver(callback)
  return shop.attempt()
}

test('a rule of the word that the shop makes of an order marks it', async () => {
  expect((await pay(true)).state).toBe('review')
  const { checks } = await shop.commerce.fraud.checks('tr', {})
  expect(checks).toMatchObject([{ rule: { name: 'Yeni' }, status: 'WAITING' }])
})

test('an order that is none of those is paid', async () => {
  expect((await pay(false)).state).toBe('captured')
})

test('a buyer whose e-mail address is on a list is refused', async () => {
  const value = { listName: 'blockedEmails', type: 'EMAIL', value: 'ada@example.com' } as const
  await shop.commerce.fraud.addToList('tr', { ...value, idempotencyKey: 'form-1' })
  expect((await pay(false)).state).toBe('open')
  expect(shop.sandbox.control.payments()).toMatchObject([{ status: 'FAILURE', fraudAction: 'BLOCK' }])
  expect(shop.platform.order('o1').payment).toBeUndefined()
})
