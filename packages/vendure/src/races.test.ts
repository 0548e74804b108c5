import { Shopper, type ShopperResult, testCards } from '@craftgate-commerce/sandbox'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import { begin, growCart } from './test/purchase'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 120_000)
afterAll(() => harness?.close())
afterEach(() => harness.sandbox.control.reset())

const held = { card: testCards.success, deliver: false }

test.each([1, 2, 3])(
  'two pages come back at once, and their webhooks too, of a cart that grew in between: one payment, one refund (%d)',
  async () => {
    const first = await harness.checkout()
    const one = await harness.pay(first.payLink, held)
    await growCart(harness.shop)
    const second = await begin(harness.shop)
    const two = await harness.pay(second.payLink, held)
    await Promise.all([...[one, two, one, two].map(deliver), harness.webhooks()])
    const order = await harness.orderOf(first)
    expect(order).toMatchObject({ state: 'PaymentSettled', payments: [{ state: 'Settled' }] })
    expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '489.50', refunded: '179.80' })
  },
)

test('eight callbacks of one payment all lead to the paid order', async () => {
  const begun = await harness.checkout()
  const paid = await harness.pay(begun.payLink, held)
  const replies = await Promise.all(Array.from({ length: 8 }, () => deliver(paid)))
  for (const { location } of replies) expect(location).toContain('outcome=captured')
  expect((await harness.orderOf(begun)).payments).toMatchObject([{ state: 'Settled' }])
})

test('ten clicks on the same refund move money once', async () => {
  const bought = await harness.bought()
  await Promise.allSettled(Array.from({ length: 10 }, () => refund(bought, 17_980)))
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '179.80' })
})

function deliver({ callback }: ShopperResult) {
  if (!callback) throw new Error('The shopper has not paid')
  return new Shopper().deliver(callback)
}

function refund({ payment }: Bought, amount: number): Promise<unknown> {
  return harness.shop.manage(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`,
    {
      input: { paymentId: payment.id, amount, shipping: 0, adjustment: 0 },
    },
  )
}
