import { Shopper, type ShopperResult, testCards } from '@craftgate-commerce/sandbox'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import { begin } from './test/purchase'

let rig: CraftgateShop

beforeAll(async () => {
  rig = await CraftgateShop.start()
}, 120_000)
afterAll(() => rig?.close())
afterEach(() => rig.sandbox.control.reset())

const held = { card: testCards.success, deliver: false }

test.each([1, 2, 3])(
  'both tabs come back at once, and their webhooks too: one payment, one refund (%d)',
  async () => {
    const first = await rig.checkout()
    const second = await begin(rig.shop)
    const [one, two] = [await rig.pay(first.payLink, held), await rig.pay(second.payLink, held)]
    await Promise.all([...[one, two, one, two].map(deliver), rig.webhooks()])
    const order = await rig.orderOf(first)
    expect(order).toMatchObject({ state: 'PaymentSettled', payments: [{ state: 'Settled' }] })
    expect(rig.sandbox.control.sums().TRY).toMatchObject({ captured: '359.60', refunded: '179.80' })
  },
)

test('eight callbacks of one payment all lead to the paid order', async () => {
  const begun = await rig.checkout()
  const paid = await rig.pay(begun.payLink, held)
  const replies = await Promise.all(Array.from({ length: 8 }, () => deliver(paid)))
  for (const { location } of replies) expect(location).toContain('outcome=captured')
  expect((await rig.orderOf(begun)).payments).toMatchObject([{ state: 'Settled' }])
})

test('refunds of more orders at once than the database has connections', async () => {
  const bought: Bought[] = []
  for (let orders = 0; orders < 14; orders += 1) bought.push(await rig.bought())
  await Promise.all(bought.map((each) => refund(each, 1_000)))
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ refunded: '140.00' })
}, 30_000)

test('ten clicks on the same refund move money once', async () => {
  const bought = await rig.bought()
  await Promise.allSettled(Array.from({ length: 10 }, () => refund(bought, 17_980)))
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ refunded: '179.80' })
})

function deliver({ callback }: ShopperResult) {
  if (!callback) throw new Error('The shopper has not paid')
  return new Shopper().deliver(callback)
}

function refund({ payment }: Bought, amount: number): Promise<unknown> {
  return rig.shop.manage(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`,
    {
      input: { paymentId: payment.id, amount, shipping: 0, adjustment: 0 },
    },
  )
}
