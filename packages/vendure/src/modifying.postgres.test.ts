import { Payment, Refund, TransactionalConnection } from '@vendure/core'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import type { RefundView } from './test/purchase'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 120_000)
afterAll(() => harness?.close())
afterEach(() => harness.sandbox.control.reset())

/** Of 649.50 and 49.90 for shipping, 519.60 is to go back: 500.00, and then 600.00, which is not there any more. */
async function modifiedInVain(bought: Bought): Promise<void> {
  await harness.shop.manage(
    `mutation ($id: ID!) { transitionOrderToState(id: $id, state: "Modifying") { __typename } }`,
    { id: bought.order.id },
  )
  const refunds = [50_000, 60_000].map((amount) => ({ paymentId: bought.payment.id, amount }))
  const adjustOrderLines = [{ orderLineId: bought.order.lines[0]?.id, quantity: 1 }]
  const modify = harness.shop.manage(
    `mutation ($input: ModifyOrderInput!) { modifyOrder(input: $input) { __typename } }`,
    { input: { dryRun: false, orderId: bought.order.id, adjustOrderLines, refunds } },
  )
  await expect(modify).rejects.toThrow()
}

test('money that went back while the modification was rolled back is entered by reconcile, once', async () => {
  const bought = await harness.bought({ cart: { quantity: 5 } })
  await modifiedInVain(bought)
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '500.00' })
  expect(await refundsOf(bought)).toEqual([])
  expect(await harness.reconcile()).toMatchObject({ operations: 1, troubles: [] })
  expect(await refundsOf(bought)).toMatchObject([
    { state: 'Settled', total: 50_000, transactionId: expect.stringMatching(/^\d+$/) },
  ])
  expect(await harness.reconcile()).toMatchObject({ operations: 0, troubles: [] })
  expect(await refundsOf(bought)).toHaveLength(1)
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '500.00' })
})

test('when the order has no room for it any more, reconcile says so until somebody looks', async () => {
  const bought = await harness.bought({ cart: { quantity: 5 } })
  await modifiedInVain(bought)
  await enterByHand(bought, 69_940)
  const sentence = expect.stringContaining(`500.00 TRY of payment ${bought.payment.transactionId} went back`)
  expect(await harness.reconcile()).toMatchObject({ operations: 0, troubles: [sentence] })
  expect(await harness.reconcile()).toMatchObject({ operations: 0, troubles: [sentence] })
  expect(await refundsOf(bought)).toMatchObject([{ total: 69_940 }])
})

async function refundsOf({ begun }: Bought): Promise<readonly RefundView[]> {
  const [payment] = (await harness.orderOf(begun)).payments
  return payment?.refunds ?? []
}

/** A refund that somebody wrote past our handler. */
async function enterByHand({ payment: { id } }: Bought, total: number): Promise<void> {
  const { rawConnection } = harness.shop.app.get(TransactionalConnection)
  const payment = new Payment({ id: Number(id.replace('T_', '')) })
  const row = {
    payment,
    total,
    method: 'craftgate',
    state: 'Settled',
    transactionId: '',
    metadata: {},
  } as const
  const parts = { items: 0, shipping: 0, adjustment: 0, reason: '' }
  await rawConnection.getRepository(Refund).save(new Refund({ ...row, ...parts }))
}
