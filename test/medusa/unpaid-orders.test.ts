import { MedusaBuyer } from '../contract/medusa/buyer'
import { HttpClient } from '../contract/medusa/http-client'
import { offerUnpaid } from '../contract/medusa/unpaid-orders'
import type { PlacedOrder } from '../contract/store'
import { until } from '../until'
import { type OpenShop, openShop } from './open-shop'

// Bank transfer and cash on delivery on a real Medusa server: the order is placed unpaid, and the traps of such orders.

let shop: OpenShop

beforeAll(async () => {
  shop = await openShop('medusa_unpaid')
  await offerUnpaid(shop.store.merchant)
})
afterAll(() => shop?.stack.stop())

beforeEach(() => {
  shop.stack.sandbox.control.reset()
})

interface Session {
  readonly id: string
  readonly status: string
  readonly amount: number
  readonly data: Readonly<Record<string, unknown>>
}

interface Unpaid {
  readonly orderId: string
  readonly collectionId: string
  readonly order: PlacedOrder
  readonly store: HttpClient
  readonly provider: string
  readonly session: Session
}

/** A shopper chooses an entry and completes the cart, as every storefront does. */
async function place(entry: 'havale' | 'kapida'): Promise<Unpaid> {
  const { main, publishableKey } = shop.stack.medusa
  const provider = `pp_craftgate_${entry}`
  const at = { url: () => main.url, publishableKey, country: 'tr', provider }
  const { buyer, order } = await MedusaBuyer.place(at, {})
  const { store } = buyer
  const { payment_collection } = await store.post<{ payment_collection: { id: string } }>(
    '/store/payment-collections',
    { cart_id: order.id },
  )
  const collectionId = payment_collection.id
  const session = await begin(store, collectionId, provider)
  const { order: placed } = await store.post<{ order: { id: string } }>(`/store/carts/${order.id}/complete`)
  return { orderId: placed.id, collectionId, order, store, provider, session }
}

async function begin(store: HttpClient, collectionId: string, provider_id: string): Promise<Session> {
  const path = `/store/payment-collections/${collectionId}/payment-sessions`
  const { payment_collection } = await store.post<{
    payment_collection: { payment_sessions: readonly Session[] }
  }>(path, { provider_id })
  const [session] = payment_collection.payment_sessions
  if (!session) throw new Error('The session was not made')
  return session
}

interface OrderBooks {
  readonly status: string
  readonly payment_status: string
  readonly summary: { readonly pending_difference: number }
  readonly payment_collections: readonly {
    readonly payments: readonly {
      readonly id: string
      readonly amount: number
      readonly captured_at: string | null
    }[]
  }[]
}

async function booksOf({ orderId }: Unpaid): Promise<OrderBooks> {
  const path = `/admin/orders/${orderId}?fields=status,payment_status,*summary,*payment_collections.payments`
  return (await shop.store.merchant.get<{ order: OrderBooks }>(path)).order
}

/** What the storefront is told of the attempt. */
async function outcomeOf({ store, session }: Unpaid): Promise<string> {
  const path = `/store/craftgate/checkouts/${session.data.reference}`
  return (await store.get<{ checkout: { outcome: string } }>(path)).checkout.outcome
}

const record = ({ orderId }: Unpaid) =>
  shop.store.merchant.post<{ state: string; checkout: { state: string } }>(
    `/admin/craftgate/orders/${orderId}/record-payment`,
  )

const paymentsAtCraftgate = () => shop.stack.sandbox.control.payments()

test.each([
  ['havale', 'FUND_TRANSFER'],
  ['kapida', 'CASH_ON_DELIVERY'],
] as const)(
  '%s: the order is placed unpaid, and paid when the merchant says that the money came',
  async (entry, method) => {
    const unpaid = await place(entry)
    expect(Object.keys(unpaid.session.data).sort()).toEqual([
      'instructions',
      'method',
      'reference',
      'session_id',
    ])
    expect(unpaid.session.data).toMatchObject({ method })
    expect(await booksOf(unpaid)).toMatchObject({
      payment_status: 'awaiting',
      payment_collections: [{ payments: [] }],
    })
    expect(paymentsAtCraftgate()).toEqual([])
    expect(await record(unpaid)).toMatchObject({ state: 'done', checkout: { state: 'captured' } })
    const paid = await booksOf(unpaid)
    expect(paid).toMatchObject({ payment_status: 'captured', summary: { pending_difference: 0 } })
    expect(paid.payment_collections[0]?.payments).toMatchObject([{ captured_at: expect.any(String) }])
    expect(paymentsAtCraftgate()).toHaveLength(1)
  },
)

test('three clicks at once record once, and one later is told that it is done', async () => {
  const unpaid = await place('havale')
  const answers = await Promise.all([record(unpaid), record(unpaid), record(unpaid)])
  expect(answers.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  expect(await record(unpaid)).toMatchObject({ state: 'done' })
  expect((await booksOf(unpaid)).payment_collections[0]?.payments).toHaveLength(1)
  expect(paymentsAtCraftgate()).toHaveLength(1)
})

test('an order that was cancelled before is refused with a sentence, and stays unpaid', async () => {
  const unpaid = await place('havale')
  await shop.store.merchant.post(`/admin/orders/${unpaid.orderId}/cancel`)
  await expect(record(unpaid)).rejects.toThrow(/iptal/)
  expect(await booksOf(unpaid)).toMatchObject({ status: 'canceled', payment_status: 'canceled' })
  expect(
    await until(
      () => outcomeOf(unpaid),
      (outcome) => outcome === 'expired',
    ),
  ).toBe('expired')
  expect(paymentsAtCraftgate()).toEqual([])
})

test('nobody puts another session in the place of the one that a placed order waits for', async () => {
  const unpaid = await place('havale')
  await expect(begin(unpaid.store, unpaid.collectionId, 'pp_craftgate_craftgate')).rejects.toThrow()
  expect(await record(unpaid)).toMatchObject({ state: 'done' })
  expect(await booksOf(unpaid)).toMatchObject({ payment_status: 'captured' })
})

test('an order that was edited after it was placed is recorded with its new total', async () => {
  const unpaid = await place('havale')
  const before = (await booksOf(unpaid)).summary.pending_difference
  await editOneMore(unpaid)
  const owed = (await booksOf(unpaid)).summary.pending_difference
  expect(owed).toBeGreaterThan(before)
  expect(await record(unpaid)).toMatchObject({ state: 'done' })
  const paid = await booksOf(unpaid)
  expect(paid).toMatchObject({ payment_status: 'captured', summary: { pending_difference: 0 } })
  expect(paymentsAtCraftgate()).toMatchObject([{ price: owed.toFixed(2) }])
})

/** The merchant adds a piece of the first line. */
async function editOneMore({ orderId, order }: Unpaid): Promise<void> {
  const { merchant } = shop.store
  const { order: view } = await merchant.get<{
    order: { items: readonly { id: string; quantity: number }[] }
  }>(`/admin/orders/${orderId}?fields=*items`)
  const [item] = view.items
  if (!item) throw new Error(`Order ${order.id} is empty`)
  await merchant.post('/admin/order-edits', { order_id: orderId })
  await merchant.post(`/admin/order-edits/${orderId}/items/item/${item.id}`, { quantity: item.quantity + 1 })
  await merchant.post(`/admin/order-edits/${orderId}/confirm`)
}

test('it is not refunded through Craftgate, and the merchant reads what to do instead', async () => {
  const unpaid = await place('kapida')
  await record(unpaid)
  const [payment] = (await booksOf(unpaid)).payment_collections[0]?.payments ?? []
  const refund = shop.store.merchant.post(`/admin/payments/${payment?.id}/refund`, {
    amount: payment?.amount,
  })
  await expect(refund).rejects.toThrow(/kendiniz iade edin/)
  expect(shop.stack.sandbox.control.refunds()).toEqual([])
})
