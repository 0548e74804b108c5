// Bank transfer and cash on delivery on a real Vendure server, and the traps of orders that are placed unpaid.
import { Allocation, EventBus, OrderPlacedEvent, TransactionalConnection } from '@vendure/core'
import { CraftgateShop } from './test/craftgate-shop'
import { type Cart, fillCart, orderByCode, statusOf } from './test/purchase'

let shop: CraftgateShop
const placed: string[] = []
beforeAll(async () => {
  shop = await CraftgateShop.start()
  shop.shop.app
    .get(EventBus)
    .ofType(OrderPlacedEvent)
    .subscribe(({ order }) => placed.push(order.code))
}, 600_000)
afterAll(() => shop?.close())
beforeEach(() => {
  placed.length = 0
})

interface Placed {
  readonly __typename: string
  readonly reference: string
  readonly orderCode: string
  readonly amount: number
  readonly method: string
  readonly instructions: string | null
  readonly reason?: string
}

async function place(paymentMethodCode: string, cart?: Cart): Promise<Placed> {
  await fillCart(shop.shop, cart)
  return choose(paymentMethodCode)
}

async function choose(paymentMethodCode: string): Promise<Placed> {
  const { placeCraftgateOrder } = await shop.shop.ask<{ placeCraftgateOrder: Placed }>(
    `mutation ($input: PlaceCraftgateOrderInput) { placeCraftgateOrder(input: $input) {
      __typename
      ... on CraftgateUnpaidOrder { reference orderCode amount method instructions }
      ... on ErrorResult { errorCode message }
      ... on CraftgateCheckoutError { reason }
    } }`,
    { input: { paymentMethodCode } },
  )
  return placeCraftgateOrder
}

interface Recording {
  readonly state: string
  readonly errorCode: string | null
  readonly message: string | null
  readonly checkout: { readonly state: string; readonly offlineMethod: string; readonly price: string } | null
}

async function record(orderCode: string): Promise<Recording> {
  const { recordCraftgatePayment } = await shop.shop.manage<{ recordCraftgatePayment: Recording }>(
    `mutation ($orderCode: String!) { recordCraftgatePayment(orderCode: $orderCode) {
      state errorCode message checkout { state offlineMethod price }
    } }`,
    { orderCode },
  )
  return recordCraftgatePayment
}

const paymentsAtCraftgate = () => shop.sandbox.control.payments()
const orderOf = ({ orderCode }: Placed) => orderByCode(shop.shop, orderCode)

/** How much was allocated of the stock for this order. */
async function allocated(placedOrder: Placed): Promise<number> {
  const { lines } = await orderOf(placedOrder)
  const ids = new Set(lines.map(({ id }) => id.replace('T_', '')))
  const rows = await shop.shop.app
    .get(TransactionalConnection)
    .rawConnection.getRepository(Allocation)
    .find({ relations: { orderLine: true } })
  return rows
    .filter(({ orderLine }) => ids.has(String(orderLine.id)))
    .reduce((sum, { quantity }) => sum + quantity, 0)
}

test.each([
  ['havale', 'FUND_TRANSFER', 'IBAN: TR12 0006 2000 0000 0006 2953 35'],
  ['kapida', 'CASH_ON_DELIVERY', null],
] as const)(
  '%s: the order is placed unpaid, and paid when the merchant says that the money came',
  async (code, method, instructions) => {
    const before = paymentsAtCraftgate().length
    const order = await place(code, { quantity: 2 })
    expect(order).toMatchObject({ __typename: 'CraftgateUnpaidOrder', method, instructions, amount: 30_970 })
    expect(await orderOf(order)).toMatchObject({ state: 'AwaitingFunds', payments: [] })
    expect(await statusOf(shop.shop, order.reference)).toMatchObject({ outcome: 'WAITING' })
    expect(paymentsAtCraftgate()).toHaveLength(before)
    expect([await allocated(order), placed]).toEqual([2, [order.orderCode]])
    expect(await record(order.orderCode)).toEqual({
      ...{ state: 'done', errorCode: null, message: null },
      checkout: { state: 'captured', offlineMethod: method, price: '309.70' },
    })
    const paid = await orderOf(order)
    expect(paid).toMatchObject({ state: 'PaymentSettled', payments: [{ state: 'Settled', amount: 30_970 }] })
    expect(paid.payments[0]?.metadata).toMatchObject({ method })
    expect([await allocated(order), placed]).toEqual([2, [order.orderCode]])
    expect(paymentsAtCraftgate()).toHaveLength(before + 1)
  },
)

test('three clicks at once record once, and one later is told that it is done', async () => {
  const order = await place('havale')
  const before = paymentsAtCraftgate().length
  const answers = await Promise.all([1, 2, 3].map(() => record(order.orderCode)))
  expect(answers.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(await record(order.orderCode)).toMatchObject({ state: 'done' })
  expect((await orderOf(order)).payments).toHaveLength(1)
  expect(paymentsAtCraftgate()).toHaveLength(before + 1)
})

test('a shopper does not come to AwaitingFunds by himself, and neither does an administrator', async () => {
  await fillCart(shop.shop)
  const go = `mutation { transitionOrderToState(state: "ArrangingPayment") { __typename ... on Order { id code } } }`
  const { transitionOrderToState: order } = await shop.shop.ask<{
    transitionOrderToState: { id: string; code: string }
  }>(go)
  const trick = await shop.shop.ask<{ transitionOrderToState: object }>(
    `mutation { transitionOrderToState(state: "AwaitingFunds") {
      __typename ... on OrderStateTransitionError { transitionError }
    } }`,
  )
  expect(trick.transitionOrderToState).toMatchObject({
    __typename: 'OrderStateTransitionError',
    transitionError: expect.stringContaining('only by choosing bank transfer'),
  })
  const admin = await shop.shop.manage<{ transitionOrderToState: object }>(
    `mutation ($id: ID!) { transitionOrderToState(id: $id, state: "AwaitingFunds") { __typename } }`,
    { id: order.id },
  )
  expect(admin.transitionOrderToState).toMatchObject({ __typename: 'OrderStateTransitionError' })
  expect(await orderByCode(shop.shop, order.code)).toMatchObject({ state: 'ArrangingPayment' })
  expect(placed).toEqual([])
})

test("Vendure's own mutation places nothing with these methods", async () => {
  await fillCart(shop.shop)
  await shop.shop.ask(`mutation { transitionOrderToState(state: "ArrangingPayment") { __typename } }`)
  const { addPaymentToOrder } = await shop.shop.ask<{ addPaymentToOrder: object }>(
    `mutation { addPaymentToOrder(input: { method: "havale", metadata: {} }) { __typename } }`,
  )
  expect(addPaymentToOrder).toMatchObject({ __typename: 'PaymentFailedError' })
})

test('an order that was cancelled is refused with a sentence, and nothing is at Craftgate', async () => {
  const order = await place('havale')
  const before = paymentsAtCraftgate().length
  const { id } = await orderOf(order)
  await shop.shop.manage(`mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename } }`, {
    id,
  })
  expect(await orderOf(order)).toMatchObject({ state: 'Cancelled' })
  expect(await record(order.orderCode)).toMatchObject({
    ...{ state: 'failed', errorCode: 'owes-nothing' },
    message: expect.stringContaining('cancelled'),
  })
  expect(paymentsAtCraftgate()).toHaveLength(before)
})

test('an order that grew after it was placed is recorded with its new total', async () => {
  const order = await place('havale')
  const { id } = await orderOf(order)
  await shop.shop.manage(
    `mutation ($id: ID!) { transitionOrderToState(id: $id, state: "Modifying") { __typename } }`,
    { id },
  )
  const { modifyOrder } = await shop.shop.manage<{ modifyOrder: object }>(
    `mutation ($id: ID!) { modifyOrder(input: { orderId: $id, dryRun: false,
      surcharges: [{ description: "Hediye paketi", price: 1000, priceIncludesTax: true }] }) { __typename } }`,
    { id },
  )
  expect(modifyOrder).toMatchObject({ __typename: 'Order' })
  await shop.shop.manage(
    `mutation ($id: ID!) { transitionOrderToState(id: $id, state: "ArrangingAdditionalPayment") { __typename } }`,
    { id },
  )
  expect(await record(order.orderCode)).toMatchObject({ state: 'done', checkout: { price: '189.80' } })
  expect(await orderOf(order)).toMatchObject({ state: 'PaymentSettled', payments: [{ amount: 18_980 }] })
})

test('an order that was looked at and not changed goes back to waiting; a paid one does not', async () => {
  const order = await place('kapida')
  const { id } = await orderOf(order)
  const go = async (state: string) => {
    const { transitionOrderToState } = await shop.shop.manage<{
      transitionOrderToState: { __typename: string }
    }>(
      `mutation ($id: ID!, $state: String!) { transitionOrderToState(id: $id, state: $state) { __typename } }`,
      { id, state },
    )
    return transitionOrderToState.__typename
  }
  expect([await go('Modifying'), await go('AwaitingFunds')]).toEqual(['Order', 'Order'])
  expect(await record(order.orderCode)).toMatchObject({ state: 'done' })
  expect([await go('Modifying'), await go('AwaitingFunds')]).toEqual(['Order', 'OrderStateTransitionError'])
})

test('choosing a transfer closes the page that was open before', async () => {
  const begun = await shop.checkout()
  await fetch(begun.payLink, { redirect: 'manual' })
  const order = await choose('havale')
  expect(order).toMatchObject({ __typename: 'CraftgateUnpaidOrder', orderCode: begun.orderCode })
  await closed(begun.reference)
  expect(await statusOf(shop.shop, begun.reference)).toMatchObject({ outcome: 'EXPIRED' })
  expect(await record(order.orderCode)).toMatchObject({ state: 'done' })
})

/** The page is closed behind the mutation's back. */
async function closed(reference: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await statusOf(shop.shop, reference))?.outcome === 'EXPIRED') return
    await new Promise(setImmediate)
  }
}

test('it is not refunded through Craftgate, and the merchant reads what to do instead', async () => {
  const order = await place('havale')
  await record(order.orderCode)
  const { payments, lines } = await orderOf(order)
  const input = {
    ...{
      lines: lines.map(({ id, quantity }) => ({ orderLineId: id, quantity })),
      shipping: 0,
      adjustment: 0,
    },
    ...{ paymentId: payments[0]?.id, reason: 'iade' },
  }
  await shop.shop.manage(
    `mutation ($input: RefundOrderInput!) { refundOrder(input: $input) { __typename } }`,
    {
      input,
    },
  )
  const [payment] = (await orderOf(order)).payments
  expect(payment?.refunds).toMatchObject([{ state: 'Failed' }])
  expect(JSON.stringify(payment?.refunds)).toContain('Give it back yourself')
  expect(shop.sandbox.control.refunds()).toEqual([])
})

test('an order of a card has nothing to record', async () => {
  const { begun } = await shop.bought()
  expect(await record(begun.orderCode)).toMatchObject({
    state: 'failed',
    errorCode: 'not-offline',
    checkout: null,
  })
})

test('an order of an unknown method is not placed', async () => {
  expect(await place('craftgate')).toMatchObject({
    __typename: 'CraftgateCheckoutError',
    reason: 'NO_PAYMENT_METHOD',
  })
  expect(placed).toEqual([])
})
