import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { Payment, Refund, TransactionalConnection } from '@vendure/core'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import type { PaymentView, RefundView } from './test/purchase'
import { CRAFTGATE } from './tokens'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 600_000)
afterAll(() => harness?.close())
afterEach(() => harness.sandbox.control.reset())

interface Modification {
  /** Of the order's only line. */
  readonly quantity?: number
  readonly surcharges?: readonly object[]
  readonly amounts: readonly (number | undefined)[]
}

/** Begins a modification of an order of five pieces (649.50 and 49.90 for shipping); ends it with these refunds. */
async function modifying(
  bought: Bought,
): Promise<(change: Modification) => Promise<{ modifyOrder: object }>> {
  await harness.shop.manage(
    `mutation ($id: ID!) { transitionOrderToState(id: $id, state: "Modifying") { __typename } }`,
    { id: bought.order.id },
  )
  return ({ quantity = 4, surcharges = [], amounts }) => {
    const refunds = amounts.map((amount) => ({ paymentId: bought.payment.id, amount }))
    const adjustOrderLines = [{ orderLineId: bought.order.lines[0]?.id, quantity }]
    return harness.shop.manage<{ modifyOrder: object }>(
      `mutation ($input: ModifyOrderInput!) { modifyOrder(input: $input) {
        __typename ... on Order { totalWithTax payments { refunds { state total } } } ... on ErrorResult { message }
      } }`,
      { input: { dryRun: false, orderId: bought.order.id, adjustOrderLines, surcharges, refunds } },
    )
  }
}

const five = () => harness.bought({ cart: { quantity: 5 } })

test('a modification gives back what the order costs less, and answers when it was given back', async () => {
  const modify = await modifying(await five())
  expect(await modify({ amounts: [12_990] })).toEqual({
    modifyOrder: {
      __typename: 'Order',
      totalWithTax: 56_950,
      payments: [{ refunds: [{ state: 'Settled', total: 12_990 }] }],
    },
  })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '129.90' })
})

const discount = { description: 'Özür', price: -1_000, priceIncludesTax: true, taxRate: 20 }

test.each([
  ['a piece less', {}, 12_990],
  ['all pieces', { quantity: 0 }, 64_950],
  ['a discount', { quantity: 5, surcharges: [discount] }, 1_000],
  ['a piece less and a discount', { surcharges: [discount] }, 13_990],
] as const)('without an amount the refund is what the order costs less: %s', async (_name, change, total) => {
  const modify = await modifying(await five())
  expect(await modify({ ...change, amounts: [undefined] })).toMatchObject({
    modifyOrder: { payments: [{ refunds: [{ state: 'Settled', total }] }] },
  })
})

test('nothing moves when the second refund of a modification is refused', async () => {
  const bought = await five()
  const modify = await modifying(bought)
  await expect(modify({ quantity: 1, amounts: [50_000, 60_000] })).rejects.toThrow()
  await harness.reconcile()
  expect(harness.sandbox.control.refunds()).toEqual([])
  expect(await harness.orderOf(bought.begun)).toMatchObject({
    totalWithTax: 69_940,
    payments: [{ refunds: [] }],
  })
})

test.each([1, 2, 3])(
  'three clicks on the same modification give back once what the order costs less (%d)',
  async () => {
    const bought = await five()
    const modify = await modifying(bought)
    await Promise.allSettled([1, 2, 3].map(() => modify({ amounts: [12_990] })))
    await harness.reconcile()
    const order = await harness.orderOf(bought.begun)
    expect(order).toMatchObject({
      totalWithTax: 56_950,
      payments: [{ refunds: [{ state: 'Settled', total: 12_990 }] }],
    })
    expect(order.payments[0]?.refunds).toHaveLength(1)
    expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '129.90' })
  },
)

test('a modification gives back no more than the order costs less', async () => {
  const modify = await modifying(await five())
  await expect(modify({ amounts: [13_000] })).rejects.toThrow('The order does not owe that much')
  expect(harness.sandbox.control.refunds()).toEqual([])
})

/** Craftgate made a refund, and the shop's row for it was lost before the commit. */
async function lost({ payment }: Bought): Promise<void> {
  const craftgate = harness.shop.app.get<CraftgateCommerce>(CRAFTGATE)
  const paymentId = Number(payment.transactionId)
  const amount = { minor: 50_000, currency: 'TRY' } as const
  const key = `refund-${paymentId}-1`
  expect(await craftgate.refund({ account: 'main:sandbox', paymentId, key, amount })).toMatchObject({
    state: 'done',
  })
}

test('money that went back without the shop’s row is entered by reconcile, once', async () => {
  const bought = await five()
  await lost(bought)
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '500.00' })
  expect(await refundsOf(bought)).toEqual([])
  expect(await harness.reconcile()).toMatchObject({ operations: 1, problems: [] })
  expect(await refundsOf(bought)).toMatchObject([
    { state: 'Settled', total: 50_000, transactionId: expect.stringMatching(/^\d+$/) },
  ])
  expect(await harness.reconcile()).toMatchObject({ operations: 0, problems: [] })
  expect(await refundsOf(bought)).toHaveLength(1)
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '500.00' })
})

test('when the order has no room for it any more, reconcile says so until somebody looks', async () => {
  const bought = await five()
  await lost(bought)
  await enterByHand(bought.payment, 69_940)
  const sentence = expect.stringContaining(`500.00 TRY of payment ${bought.payment.transactionId} went back`)
  expect(await harness.reconcile()).toMatchObject({ operations: 0, problems: [sentence] })
  expect(await harness.reconcile()).toMatchObject({ operations: 0, problems: [sentence] })
  expect(await refundsOf(bought)).toMatchObject([{ total: 69_940 }])
})

async function refundsOf({ begun }: Bought): Promise<readonly RefundView[]> {
  const [payment] = (await harness.orderOf(begun)).payments
  return payment?.refunds ?? []
}

/** A refund that somebody wrote past our handler. */
async function enterByHand({ id }: PaymentView, total: number): Promise<void> {
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
