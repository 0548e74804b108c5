import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import {
  Allocation,
  EventBus,
  Order,
  OrderPlacedEvent,
  Payment,
  Release,
  TransactionalConnection,
} from '@vendure/core'
import { type Bought, CraftgateShop } from './test/craftgate-shop'
import { begin, statusOf } from './test/purchase'

// What a late save of Vendure leaves behind, made by hand: the order is as it was before it was paid.

let harness: CraftgateShop
let placed = 0

beforeAll(async () => {
  harness = await CraftgateShop.start()
  harness.shop.app
    .get(EventBus)
    .ofType(OrderPlacedEvent)
    .subscribe(() => {
      placed += 1
    })
}, 600_000)
afterAll(() => harness?.close())
afterEach(() => harness.sandbox.control.reset())

const rows = () => harness.shop.app.get(TransactionalConnection).rawConnection
const numberOf = (id: string) => Number(id.replace('T_', ''))

/** The order as a mutation that had read it as a cart writes it, after it was paid. */
async function thrownBack({ order }: Bought, over: Partial<Order> = {}): Promise<void> {
  const cart = { state: 'AddingItems', active: true, orderPlacedAt: undefined, ...over } as const
  await rows()
    .createQueryBuilder()
    .update(Order)
    .set({ ...cart, orderPlacedAt: () => 'NULL' })
    .where('id = :id', { id: numberOf(order.id) })
    .execute()
}

/** The transition to another state also writes its stale list of payments. */
async function detached({ payment }: Bought): Promise<void> {
  await rows()
    .createQueryBuilder()
    .update(Payment)
    .set({ order: () => 'NULL' })
    .where('id = :id', { id: numberOf(payment.id) })
    .execute()
}

async function allocatedOf({ order }: Bought): Promise<number> {
  const line = { orderLine: { id: numberOf(order.lines[0]?.id ?? '') } }
  const [allocations, releases] = [
    await rows().getRepository(Allocation).findBy(line),
    await rows().getRepository(Release).findBy(line),
  ]
  const sum = (moves: readonly { quantity: number }[]) =>
    moves.reduce((all, { quantity }) => all + quantity, 0)
  return sum(allocations) - sum(releases)
}

async function notesOf({ order }: Bought): Promise<string[]> {
  const { order: found } = await harness.shop.manage<{
    order: { history: { items: { type: string; data: { note?: string } }[] } }
  }>(`query ($id: ID!) { order(id: $id) { history { items { type data } } } }`, { id: order.id })
  return found.history.items.flatMap(({ data }) => data.note ?? [])
}

test('a paid order that was thrown back to a cart is the paid order again: no second mail, no second allocation', async () => {
  const bought = await harness.bought({ cart: { quantity: 2 } })
  const before = placed
  await thrownBack(bought)
  await detached(bought)
  expect(await harness.orderOf(bought.begun)).toMatchObject({ state: 'AddingItems', payments: [] })
  expect(await harness.reconcile()).toMatchObject({ problems: [] })
  expect(await harness.orderOf(bought.begun)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ id: bought.payment.id, state: 'Settled', amount: 30_970 }],
  })
  expect(placed).toBe(before)
  expect(await allocatedOf(bought)).toBe(2)
  expect(await notesOf(bought)).toEqual([expect.stringContaining('it is marked as paid again')])
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '309.70', refunded: '0.00' })
  expect(await harness.shop.ask(`query { activeOrder { id } }`)).toEqual({ activeOrder: null })
})

test('a pre-authorized order that was thrown back is authorized again', async () => {
  const bought = await harness.bought({ method: 'craftgate-preauth' })
  await thrownBack(bought, { state: 'ArrangingPayment' })
  await harness.reconcile()
  expect(await harness.orderOf(bought.begun)).toMatchObject({
    state: 'PaymentAuthorized',
    payments: [{ state: 'Authorized' }],
  })
})

test('whoever looks again repairs it: the callback that is repeated, and the merchant', async () => {
  const bought = await harness.bought()
  await thrownBack(bought)
  await new Shopper().deliver(bought.result.callback ?? { url: '', fields: {} })
  expect((await harness.orderOf(bought.begun)).state).toBe('PaymentSettled')
  await thrownBack(bought)
  await harness.shop.manage(
    `mutation ($reference: String!) { settleCraftgateCheckout(reference: $reference) { state } }`,
    { reference: bought.begun.reference },
  )
  expect((await harness.orderOf(bought.begun)).state).toBe('PaymentSettled')
})

test('a paid order that became another cart gives the money back, and can be paid anew', async () => {
  const bought = await harness.bought()
  await thrownBack(bought)
  await harness.shop.ask(`mutation { addItemToOrder(productVariantId: "T_2", quantity: 1) { __typename } }`)
  await harness.reconcile()
  const order = await harness.orderOf(bought.begun)
  expect(order).toMatchObject({
    state: 'AddingItems',
    payments: [{ state: 'Cancelled' }],
  })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '179.80', refunded: '179.80' })
  expect(await allocatedOf(bought)).toBe(0)
  expect(await statusOf(harness.shop, bought.begun.reference)).toMatchObject({ outcome: 'REFUNDED' })
  const again = await begin(harness.shop)
  expect(again.amount).toBe(order.totalWithTax)
  await harness.pay(again.payLink)
  expect((await harness.orderOf(bought.begun)).state).toBe('PaymentSettled')
})

test('lines that changed at the same total are another cart too', async () => {
  const bought = await harness.bought({ cart: { quantity: 2 } })
  await thrownBack(bought)
  const lines = rows().createQueryBuilder().update('OrderLine').set({ quantity: 1, listPrice: 25_980 })
  await lines.where('orderId = :id', { id: numberOf(bought.order.id) }).execute()
  await harness.reconcile()
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '309.70', refunded: '309.70' })
})

test('an order that was cancelled while it was paid keeps neither the money nor the stock', async () => {
  const bought = await harness.bought()
  await thrownBack(bought, { state: 'Cancelled', active: false })
  await detached(bought)
  await harness.reconcile()
  expect(await harness.orderOf(bought.begun)).toMatchObject({
    state: 'Cancelled',
    payments: [{ state: 'Cancelled' }],
  })
  expect(await allocatedOf(bought)).toBe(0)
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '179.80' })
  expect(await harness.reconcile()).toMatchObject({ operations: 1, problems: [] })
  expect(await harness.reconcile()).toMatchObject({ operations: 0, problems: [] })
})

test('an order that was paid a second time, because it had lost the first payment: the first goes back', async () => {
  const bought = await harness.bought()
  await thrownBack(bought)
  await detached(bought)
  const again = await begin(harness.shop)
  await harness.pay(again.payLink)
  await harness.reconcile()
  const { state, payments } = await harness.orderOf(bought.begun)
  expect(state).toBe('PaymentSettled')
  expect(payments.find(({ id }) => id === bought.payment.id)?.state).toBe('Cancelled')
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ captured: '359.60', refunded: '179.80' })
  expect(await allocatedOf(bought)).toBe(1)
})

test('a paid order that its merchant cancelled keeps the money: he decides', async () => {
  const bought = await harness.bought({ choice: { card: testCards.success } })
  await harness.shop.manage(`mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename } }`, {
    id: bought.order.id,
  })
  await harness.reconcile()
  expect(await harness.orderOf(bought.begun)).toMatchObject({
    state: 'Cancelled',
    payments: [{ refunds: [] }],
  })
  expect(harness.sandbox.control.sums().TRY).toMatchObject({ refunded: '0.00' })
})

test('a part of a round settles what is due and says what is next; another is refused by name', async () => {
  await harness.bought()
  await harness.shop.anHourLater()
  const part = (after: string) =>
    harness.shop.manage(
      `mutation ($after: String!) { craftgateReconcile(after: $after) { checkouts problems next } }`,
      { after },
    )
  expect(await part('')).toEqual({
    craftgateReconcile: { checkouts: expect.any(Number), problems: [], next: null },
  })
  await expect(part('yesterday')).rejects.toThrow(/"after" must be empty, or "next" of the part before/)
})
