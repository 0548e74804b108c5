import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { EventBus, HistoryEntryEvent } from '@vendure/core'
import { filter, firstValueFrom } from 'rxjs'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import type { PaymentView, RefundView } from './test/purchase'

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start()
}, 600_000)
afterAll(() => harness?.close())
afterEach(() => harness.sandbox.control.reset())

const instalments = { cart: { quantity: 2 }, choice: { card: testCards.success, installment: 3 } }

test('a part goes back with its share of the instalment interest', async () => {
  const bought = await harness.bought(instalments)
  const refund = await refunded(bought, { amount: 10_000 })
  expect(refund).toMatchObject({
    state: 'Settled',
    total: 10_000,
    transactionId: expect.stringMatching(/^\d+$/),
  })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '321.31', refunded: '103.75' })
})

test('everything goes back, the interest too', async () => {
  const bought = await harness.bought(instalments)
  expect(await refunded(bought, { amount: 30_970 })).toMatchObject({ state: 'Settled' })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '321.31' })
})

test('a chosen line is taken from its own item', async () => {
  const bought = await harness.bought({ cart: { quantity: 2 } })
  const lines = [{ orderLineId: bought.order.lines[0]?.id, quantity: 1 }]
  expect(await refunded(bought, { lines, amount: 12_990 })).toMatchObject({ state: 'Settled', total: 12_990 })
  const [row] = harness.sandbox.control.refunds()
  const [item] = harness.sandbox.control.payments()[0]?.transactions ?? []
  expect(row).toMatchObject({ amount: '129.90', transactionId: item?.id })
})

test('lines, shipping and adjustment in the old way of Vendure', async () => {
  const bought = await harness.bought({ cart: { quantity: 2 } })
  const lines = [{ orderLineId: bought.order.lines[0]?.id, quantity: 1 }]
  const refund = await refunded(bought, { lines, shipping: 4_990, adjustment: -1_000 })
  expect(refund).toMatchObject({ state: 'Settled', total: 16_980 })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '169.80' })
})

test('several parts, until nothing is left', async () => {
  const bought = await harness.bought()
  for (const amount of [5_000, 5_000, 7_980]) {
    expect(await refunded(bought, { amount })).toMatchObject({ state: 'Settled' })
  }
  expect(await refundOrder(bought, { amount: 1 })).toMatchObject({ __typename: 'RefundAmountError' })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '179.80', refunded: '179.80' })
})

test('two clicks at once refund once', async () => {
  const bought = await harness.bought()
  const both = await Promise.allSettled([
    refundOrder(bought, { amount: 17_980 }),
    refundOrder(bought, { amount: 17_980 }),
  ])
  expect(both).toHaveLength(2)
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '179.80' })
})

test('a refund that Vendure could not store is refused before anything moves', async () => {
  const bought = await harness.bought()
  await expect(
    refundOrder(bought, { amount: 100, shipping: undefined, adjustment: undefined }),
  ).rejects.toThrow('refundOrder needs shipping and adjustment')
  expect(harness.sandbox.control.refunds()).toEqual([])
})

test.each([
  ['a negative amount', { amount: -100 }],
  ['parts that come to less than nothing', { shipping: 100, adjustment: -200 }],
])('%s is refused, and leaves no refund behind', async (_name, input) => {
  const bought = await harness.bought()
  await expect(refundOrder(bought, input)).rejects.toThrow('amount must be above zero')
  expect(await refundsOf(bought)).toEqual([])
  expect(harness.sandbox.control.refunds()).toEqual([])
})

test('a declined payment holds nothing that a refund could be taken from', async () => {
  const begun = await harness.checkout()
  const shopper = new Shopper()
  await shopper.open(begun.payLink)
  await shopper.pay({ card: testCards.notSufficientFunds })
  await shopper.leave()
  await harness.pay(begun.payLink)
  const { payments, lines } = await harness.orderOf(begun)
  const [declined, settled] = payments
  expect(payments).toMatchObject([
    { state: 'Declined', amount: 0 },
    { state: 'Settled', amount: 17_980 },
  ])
  const everything = { lines: [{ orderLineId: lines[0]?.id, quantity: 1 }], shipping: 4_990 }
  await expect(refundOrder({ payment: declined }, { amount: 1_000 })).resolves.toMatchObject({
    __typename: 'RefundAmountError',
  })
  expect(await refundOrder({ payment: settled }, everything)).toMatchObject({
    state: 'Settled',
    total: 17_980,
  })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '179.80' })
})

test('what one payment cannot give is never taken from one that was cancelled', async () => {
  harness.sandbox.control.fraud.nextPayment('REVIEW')
  const bought = await harness.bought()
  expect(await cancelled(bought.payment.id)).toMatchObject({ __typename: 'Payment' })
  const [payment] = (await harness.orderOf(bought.begun)).payments
  expect(payment).toMatchObject({ state: 'Cancelled', amount: 0, metadata: { authorizedAmount: 17_980 } })
})

test('a captured payment is not cancelled: the merchant is told to refund it', async () => {
  const bought = await harness.bought()
  expect(await cancelled(bought.payment.id)).toMatchObject({
    __typename: 'CancelPaymentError',
    paymentErrorMessage: expect.stringContaining('refund it instead'),
  })
  expect(await harness.orderOf(bought.begun)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ state: 'Settled', amount: 17_980 }],
  })
  expect(harness.sandbox.control.refunds()).toEqual([])
})

test('a paid order that the merchant cancels keeps its money, and its history says so once', async () => {
  const bought = await harness.bought()
  const noted = firstValueFrom(
    harness.shop.app
      .get(EventBus)
      .ofType(HistoryEntryEvent)
      .pipe(filter(({ entity }) => entity.type === 'ORDER_NOTE')),
  )
  await harness.shop.manage(`mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename } }`, {
    id: bought.order.id,
  })
  await noted
  expect(await notesOf(bought)).toEqual([expect.stringContaining('cancelled and its TRY 179.80 are kept')])
  expect(harness.sandbox.control.refunds()).toEqual([])
  expect(await refunded(bought, { amount: 17_980 })).toMatchObject({ state: 'Settled' })
  expect(await notesOf(bought)).toHaveLength(1)
})

test('a refund that the bank refuses fails with its reason', async () => {
  const bought = await harness.bought({ choice: { card: testCards.refundNotPossible } })
  const refund = await refunded(bought, { amount: 1_000 })
  expect(refund).toMatchObject({
    state: 'Failed',
    metadata: { reason: expect.stringContaining('refund failed') },
  })
})

test('a refund that the bank works on is pending, and settles when the bank is done', async () => {
  const bought = await harness.bought()
  await harness.webhooks()
  harness.sandbox.control.refunds.nextStatus('WAITING')
  expect(await refunded(bought, { amount: 1_000 })).toMatchObject({
    state: 'Pending',
    metadata: { reason: expect.stringContaining('bank') },
  })
  harness.sandbox.control.refunds.finishWaiting()
  await harness.webhooks()
  expect(await refundsOf(bought)).toMatchObject([{ state: 'Settled', total: 1_000 }])
})

test('a refund that the bank works on cannot be called settled by hand', async () => {
  const bought = await harness.bought()
  await harness.webhooks()
  harness.sandbox.control.refunds.nextStatus('WAITING')
  const { id } = await refunded(bought, { amount: 1_000 })
  const settle = `mutation ($id: ID!) { settleRefund(input: { id: $id, transactionId: "1" }) { __typename } }`
  await expect(harness.shop.manage(settle, { id })).rejects.toThrow('Craftgate has not made this refund yet')
  expect(await refundsOf(bought)).toMatchObject([{ state: 'Pending' }])
  harness.sandbox.control.refunds.finishWaiting()
  await harness.webhooks()
  expect(await refundsOf(bought)).toMatchObject([{ state: 'Settled', metadata: { craftgateState: 'done' } }])
})

test('a refund that the bank refuses in the end fails in Vendure as well', async () => {
  const bought = await harness.bought()
  await harness.webhooks()
  harness.sandbox.control.refunds.nextStatus('WAITING')
  await refunded(bought, { amount: 1_000 })
  harness.sandbox.control.refunds.finishWaiting('FAILURE')
  await harness.reconcile()
  expect(await refundsOf(bought)).toMatchObject([{ state: 'Failed' }])
})

test('a refund whose answer was lost is found out, not repeated', async () => {
  const bought = await harness.bought()
  await harness.webhooks()
  harness.sandbox.control.faults.add({ kind: 'drop-after-commit', match: { method: 'POST', path: /refund/ } })
  const refund = await refunded(bought, { amount: 1_000 })
  await harness.webhooks()
  expect(await refundsOf(bought)).toMatchObject([{ id: refund.id, state: 'Settled' }])
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '10.00' })
})

test('a refund that Vendure lost before its commit is entered when it is asked for again', async () => {
  const bought = await harness.bought()
  const refund = await refunded(bought, { amount: 1_000 })
  await harness.shop.forgetRefund(refund.id)
  expect(await refunded(bought, { amount: 1_000 })).toMatchObject({
    state: 'Settled',
    transactionId: refund.transactionId,
  })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '10.00' })
})

test('a payment entered by hand with the number of another order’s payment moves none of its money', async () => {
  const victim = await harness.bought()
  const stranger = await harness.checkout()
  const { id: orderId } = await harness.orderOf(stranger)
  await harness.shop.manage(
    `mutation ($input: ManualPaymentInput!) { addManualPaymentToOrder(input: $input) { __typename } }`,
    { input: { orderId, method: 'craftgate', transactionId: victim.payment.transactionId, metadata: {} } },
  )
  const [payment] = (await harness.orderOf(stranger)).payments
  expect(payment).toMatchObject({ state: 'Settled', transactionId: victim.payment.transactionId })
  const reason = expect.stringContaining('no Craftgate record')
  expect(await cancelled(payment?.id)).toMatchObject({ paymentErrorMessage: reason })
  expect(await refundOrder({ payment }, { amount: 1_000 })).toMatchObject({
    state: 'Failed',
    metadata: { reason },
  })
  expect(harness.sandbox.control.refunds()).toEqual([])
})

test('the order page shows what Craftgate knows of the payment', async () => {
  const bought = await harness.bought(instalments)
  await refunded(bought, { amount: 10_000 })
  const { craftgatePayment } = await harness.shop.manage<{ craftgatePayment: object }>(
    `query ($id: ID!) { craftgatePayment(paymentId: $id) {
      craftgatePaymentId price paidPrice interest installment cardFamily lastFour pos threeDS
      transactions { id externalId price paidPrice }
      operations { kind state amount cardAmount refundIds }
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
    operations: [{ kind: 'refund', state: 'done', amount: '100.00', cardAmount: '103.75' }],
    checkout: { reference: bought.begun.reference, state: 'captured', orderCode: bought.begun.orderCode },
  })
})

test('before a refund the merchant is told what the card gets, or why it cannot be made', async () => {
  const bought = await harness.bought(instalments)
  const previewOf = async (amount: number) => {
    const { craftgateRefundPreview } = await harness.shop.manage<Record<string, object>>(
      `query ($id: ID!, $amount: Money!) {
        craftgateRefundPreview(paymentId: $id, amount: $amount, language: tr) { price cardAmount refusal }
      }`,
      { id: bought.payment.id, amount },
    )
    return craftgateRefundPreview
  }
  expect(await previewOf(10_000)).toEqual({ price: '100.00', cardAmount: '103.75', refusal: null })
  await refunded(bought, { amount: 10_000 })
  expect(await previewOf(30_970)).toMatchObject({ cardAmount: null, refusal: expect.stringContaining('209') })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '103.75' })
})

test('what was asked of Craftgate is told from the shop’s own record, in the language of the dashboard', async () => {
  const bought = await harness.bought(instalments)
  await refunded(bought, { amount: 10_000 })
  const { craftgateOperations, ...told } = await harness.shop.manage<Record<string, object>>(
    `query ($id: ID!) {
      craftgateOperations(paymentId: $id, language: tr) { kind state amount cardAmount }
      tr: craftgatePayment(paymentId: $id, language: tr) { paidWith }
      en: craftgatePayment(paymentId: $id) { paidWith }
    }`,
    { id: bought.payment.id },
  )
  expect(craftgateOperations).toEqual([
    { kind: 'refund', state: 'done', amount: '100.00', cardAmount: '103.75' },
  ])
  expect(told).toEqual({
    tr: { paidWith: 'Bonus Mastercard •••• 0002' },
    en: { paidWith: 'Bonus Mastercard •••• 0002' },
  })
})

test.each([
  ['JPY', 125_000, 130_000, '1300', 50_000],
  ['KWD', 1_234, 6_234, '62.340', 1_000],
])('%s is paid and refunded to its own decimals', async (currencyCode, price, total, text, back) => {
  await harness.shop.price('T_1', currencyCode, price)
  const bought = await harness.bought({
    cart: { currencyCode, shipping: 'T_2' },
    choice: { card: testCards.foreign },
  })
  expect(bought.order).toMatchObject({ state: 'PaymentSettled', totalWithTax: total })
  expect(harness.sandbox.control.payments()).toMatchObject([{ price: text, currency: currencyCode }])
  expect(await refunded(bought, { amount: back })).toMatchObject({ state: 'Settled', total: back })
})

test('half a yen is not refunded', async () => {
  await harness.shop.price('T_1', 'JPY', 125_000)
  const cart = { currencyCode: 'JPY', shipping: 'T_2' }
  const bought = await harness.bought({ cart, choice: { card: testCards.foreign } })
  expect(await refunded(bought, { amount: 50 })).toMatchObject({
    state: 'Failed',
    metadata: { reason: expect.stringContaining('JPY 0.50 is no whole number of yen') },
  })
})

interface RefundInput {
  readonly amount?: number
  readonly lines?: readonly object[]
  readonly shipping?: number
  readonly adjustment?: number
}

async function refundOrder(
  { payment }: { readonly payment: Pick<PaymentView, 'id'> | undefined },
  input: RefundInput,
): Promise<RefundView & { __typename: string }> {
  const { refundOrder } = await harness.shop.manage<{ refundOrder: RefundView & { __typename: string } }>(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) {
      __typename ... on Refund { id state total transactionId metadata } ... on ErrorResult { message }
    } }`,
    { input: { paymentId: payment?.id, reason: 'iade', shipping: 0, adjustment: 0, ...input } },
  )
  return refundOrder
}

async function cancelled(id: string | undefined): Promise<object> {
  const { cancelPayment } = await harness.shop.manage<{ cancelPayment: object }>(
    `mutation ($id: ID!) { cancelPayment(id: $id) {
      __typename ... on CancelPaymentError { message paymentErrorMessage }
    } }`,
    { id },
  )
  return cancelPayment
}

async function refunded(bought: Bought, input: RefundInput): Promise<RefundView> {
  const refund = await refundOrder(bought, input)
  expect(refund).toMatchObject({ __typename: 'Refund' })
  return refund
}

async function notesOf({ order: { id } }: Bought): Promise<readonly string[]> {
  const { order } = await harness.shop.manage<{
    order: { history: { items: { data: { note: string } }[] } }
  }>(
    `query ($id: ID!) { order(id: $id) {
      history(options: { filter: { type: { eq: "ORDER_NOTE" } } }) { items { data } }
    } }`,
    { id },
  )
  return order.history.items.map(({ data }) => data.note)
}

async function refundsOf({ begun }: Bought): Promise<readonly RefundView[]> {
  const [payment] = (await harness.orderOf(begun)).payments
  return payment?.refunds ?? []
}
