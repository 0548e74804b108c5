import { testCards } from '@craftgate-commerce/sandbox'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import type { ShownPayment, ShownRefund } from './test/purchase'

let rig: CraftgateShop

beforeAll(async () => {
  rig = await CraftgateShop.start()
}, 120_000)
afterAll(() => rig?.close())
afterEach(() => rig.sandbox.control.reset())

const instalments = { cart: { quantity: 2 }, choice: { card: testCards.success, installment: 3 } }

test('a part goes back with its share of the instalment interest', async () => {
  const bought = await rig.bought(instalments)
  const refund = await refunded(bought, { amount: 10_000 })
  expect(refund).toMatchObject({
    state: 'Settled',
    total: 10_000,
    transactionId: expect.stringMatching(/^\d+$/),
  })
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ captured: '321.31', refunded: '103.75' })
})

test('everything goes back, the interest too', async () => {
  const bought = await rig.bought(instalments)
  expect(await refunded(bought, { amount: 30_970 })).toMatchObject({ state: 'Settled' })
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ refunded: '321.31' })
})

test('a chosen line is taken from its own item', async () => {
  const bought = await rig.bought({ cart: { quantity: 2 } })
  const lines = [{ orderLineId: bought.order.lines[0]?.id, quantity: 1 }]
  expect(await refunded(bought, { lines, amount: 12_990 })).toMatchObject({ state: 'Settled', total: 12_990 })
  const [row] = rig.sandbox.control.refunds()
  const [item] = rig.sandbox.control.payments()[0]?.transactions ?? []
  expect(row).toMatchObject({ amount: '129.90', transactionId: item?.id })
})

test('lines, shipping and adjustment in the old way of Vendure', async () => {
  const bought = await rig.bought({ cart: { quantity: 2 } })
  const lines = [{ orderLineId: bought.order.lines[0]?.id, quantity: 1 }]
  const refund = await refunded(bought, { lines, shipping: 4_990, adjustment: -1_000 })
  expect(refund).toMatchObject({ state: 'Settled', total: 16_980 })
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ refunded: '169.80' })
})

test('several parts, until nothing is left', async () => {
  const bought = await rig.bought()
  for (const amount of [5_000, 5_000, 7_980]) {
    expect(await refunded(bought, { amount })).toMatchObject({ state: 'Settled' })
  }
  expect(await refundOrder(bought, { amount: 1 })).toMatchObject({ __typename: 'RefundAmountError' })
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ captured: '179.80', refunded: '179.80' })
})

test('two clicks at once refund once', async () => {
  const bought = await rig.bought()
  const both = await Promise.allSettled([
    refundOrder(bought, { amount: 17_980 }),
    refundOrder(bought, { amount: 17_980 }),
  ])
  expect(both).toHaveLength(2)
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ refunded: '179.80' })
})

test('a refund that Vendure could not store is refused before anything moves', async () => {
  const bought = await rig.bought()
  await expect(
    refundOrder(bought, { amount: 100, shipping: undefined, adjustment: undefined }),
  ).rejects.toThrow('refundOrder needs shipping and adjustment')
  expect(rig.sandbox.control.refunds()).toEqual([])
})

test('a refund that the bank refuses fails with its reason', async () => {
  const bought = await rig.bought({ choice: { card: testCards.refundNotPossible } })
  const refund = await refunded(bought, { amount: 1_000 })
  expect(refund).toMatchObject({
    state: 'Failed',
    metadata: { reason: expect.stringContaining('refund failed') },
  })
})

test('a refund that the bank works on is pending, and settles when the bank is done', async () => {
  const bought = await rig.bought()
  await rig.webhooks()
  rig.sandbox.control.refunds.nextStatus('WAITING')
  expect(await refunded(bought, { amount: 1_000 })).toMatchObject({
    state: 'Pending',
    metadata: { reason: expect.stringContaining('bank') },
  })
  rig.sandbox.control.refunds.finishWaiting()
  await rig.webhooks()
  expect(await refundsOf(bought)).toMatchObject([{ state: 'Settled', total: 1_000 }])
})

test('a refund that the bank refuses in the end fails in Vendure as well', async () => {
  const bought = await rig.bought()
  await rig.webhooks()
  rig.sandbox.control.refunds.nextStatus('WAITING')
  await refunded(bought, { amount: 1_000 })
  rig.sandbox.control.refunds.finishWaiting('FAILURE')
  await rig.reconcile()
  expect(await refundsOf(bought)).toMatchObject([{ state: 'Failed' }])
})

test('a refund whose answer was lost is found out, not repeated', async () => {
  const bought = await rig.bought()
  await rig.webhooks()
  rig.sandbox.control.faults.add({ kind: 'drop-after-commit', match: { method: 'POST', path: /refund/ } })
  const refund = await refunded(bought, { amount: 1_000 })
  await rig.webhooks()
  expect(await refundsOf(bought)).toMatchObject([{ id: refund.id, state: 'Settled' }])
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ refunded: '10.00' })
})

test('a refund that Vendure lost before its commit is entered when it is asked for again', async () => {
  const bought = await rig.bought()
  const refund = await refunded(bought, { amount: 1_000 })
  await rig.shop.forgetRefund(refund.id)
  expect(await refunded(bought, { amount: 1_000 })).toMatchObject({
    state: 'Settled',
    transactionId: refund.transactionId,
  })
  expect(rig.sandbox.control.sums().TRY).toMatchObject({ refunded: '10.00' })
})

test('a payment entered by hand with the number of another order’s payment moves none of its money', async () => {
  const victim = await rig.bought()
  const stranger = await rig.checkout()
  const { id: orderId } = await rig.orderOf(stranger)
  await rig.shop.manage(
    `mutation ($input: ManualPaymentInput!) { addManualPaymentToOrder(input: $input) { __typename } }`,
    { input: { orderId, method: 'craftgate', transactionId: victim.payment.transactionId, metadata: {} } },
  )
  const [payment] = (await rig.orderOf(stranger)).payments
  expect(payment).toMatchObject({ state: 'Settled', transactionId: victim.payment.transactionId })
  const reason = expect.stringContaining('no Craftgate record')
  expect(await cancelled(payment?.id)).toMatchObject({ paymentErrorMessage: reason })
  expect(await refundOrder({ payment }, { amount: 1_000 })).toMatchObject({
    state: 'Failed',
    metadata: { reason },
  })
  expect(rig.sandbox.control.refunds()).toEqual([])
})

test('the order page shows what Craftgate knows of the payment', async () => {
  const bought = await rig.bought(instalments)
  await refunded(bought, { amount: 10_000 })
  const { craftgatePayment } = await rig.shop.manage<{ craftgatePayment: object }>(
    `query ($id: ID!) { craftgatePayment(paymentId: $id) {
      craftgatePaymentId price paidPrice interest installment cardFamily lastFour pos threeDS
      transactions { id externalId price paidPrice }
      calls { kind state amount refundIds }
      checkout { reference state orderCode }
    } }`,
    { id: bought.payment.id },
  )
  expect(craftgatePayment).toMatchObject({
    price: '309.70',
    paidPrice: '321.31',
    interest: '11.61',
    installment: 3,
    cardFamily: 'Bonus',
    lastFour: '0002',
    transactions: [{ id: expect.any(Number), price: '259.80' }, { price: '49.90' }],
    calls: [{ kind: 'refund', state: 'done', amount: '100.00' }],
    checkout: { reference: bought.begun.reference, state: 'captured', orderCode: bought.begun.orderCode },
  })
})

test.each([
  ['JPY', 125_000, 130_000, '1300', 50_000],
  ['KWD', 1_234, 6_234, '62.340', 1_000],
])('%s is paid and refunded to its own decimals', async (currencyCode, price, total, text, back) => {
  await rig.shop.price('T_1', currencyCode, price)
  const bought = await rig.bought({ cart: { currencyCode, shipping: 'T_2' } })
  expect(bought.order).toMatchObject({ state: 'PaymentSettled', totalWithTax: total })
  expect(rig.sandbox.control.payments()).toMatchObject([{ price: text, currency: currencyCode }])
  expect(await refunded(bought, { amount: back })).toMatchObject({ state: 'Settled', total: back })
})

test('half a yen is not refunded', async () => {
  await rig.shop.price('T_1', 'JPY', 125_000)
  const bought = await rig.bought({ cart: { currencyCode: 'JPY', shipping: 'T_2' } })
  expect(await refunded(bought, { amount: 50 })).toMatchObject({
    state: 'Failed',
    metadata: { reason: expect.stringContaining('no whole amount in JPY') },
  })
})

interface RefundWish {
  readonly amount?: number
  readonly lines?: readonly object[]
  readonly shipping?: number
  readonly adjustment?: number
}

async function refundOrder(
  { payment }: { readonly payment: Pick<ShownPayment, 'id'> | undefined },
  wish: RefundWish,
): Promise<ShownRefund & { __typename: string }> {
  const { refundOrder } = await rig.shop.manage<{ refundOrder: ShownRefund & { __typename: string } }>(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) {
      __typename ... on Refund { id state total transactionId metadata } ... on ErrorResult { message }
    } }`,
    { input: { paymentId: payment?.id, reason: 'iade', shipping: 0, adjustment: 0, ...wish } },
  )
  return refundOrder
}

async function cancelled(id: string | undefined): Promise<object> {
  const { cancelPayment } = await rig.shop.manage<{ cancelPayment: object }>(
    `mutation ($id: ID!) { cancelPayment(id: $id) {
      __typename ... on CancelPaymentError { message paymentErrorMessage }
    } }`,
    { id },
  )
  return cancelPayment
}

async function refunded(bought: Bought, wish: RefundWish): Promise<ShownRefund> {
  const refund = await refundOrder(bought, wish)
  expect(refund).toMatchObject({ __typename: 'Refund' })
  return refund
}

async function refundsOf({ begun }: Bought): Promise<readonly ShownRefund[]> {
  const [payment] = (await rig.orderOf(begun)).payments
  return payment?.refunds ?? []
}
