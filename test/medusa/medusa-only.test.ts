import { withClient } from '@craftgate-commerce/example-demo'
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { MedusaStore } from '../contract/medusa/medusa-store'
import { restock } from '../contract/medusa/restock'
import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { type OpenShop, openShop } from './open-shop'

// What only Medusa’s own endpoints can do to a payment: one server, with Medusa's in-memory events, workflows and locks.

/** Medusa waits five seconds before it hands a webhook of its own address to the provider. */
const PATIENCE_MS = 60_000

let shop: OpenShop
let store: MedusaStore
let scene: Scene

beforeAll(async () => {
  shop = await openShop('medusa_only')
  store = shop.store
})
afterAll(() => shop?.stack.stop())

beforeEach(() => {
  scene = shop.scene()
})
afterEach(() => scene.accountsAgree())

test('a storefront that completes the cart before anybody paid is refused, and the cart can still be paid', async () => {
  const attempt = await scene.goToPay(await scene.place())
  expect((await store.buyer(attempt.order).complete()).type).not.toBe('order')
  await scene.expectUnpaid(attempt.order)
  await attempt.shopper.pay({ card: testCards.success })
  await scene.expectPaid(attempt.order)
})

test('a storefront that completes a paid cart places the order before any notification; the notification finds it done', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, shopper, callback } = await scene.heldCallback()
  expect((await store.buyer(order).complete()).type).toBe('order')
  await scene.expectPaid(order)
  expect((await shopper.deliver(callback)).status).toBe(303)
  expect((await scene.expectPaid(order)).payments).toHaveLength(1)
  const half = Math.floor(order.total / 2)
  expect(await store.refund(order, { amount: half })).toMatchObject({ state: 'done' })
})

test('storefront and callback complete the cart at once: one order, one payment', async () => {
  const { order, shopper, callback } = await scene.heldCallback()
  await Promise.all([store.buyer(order).complete(), shopper.deliver(callback)])
  expect((await scene.expectPaid(order)).payments).toHaveLength(1)
})

test('a second session closes the page of the first one; what was paid there before goes back', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, shopper, callback } = await scene.heldCallback()
  const { url } = await store.buyer(order).payAnew()
  await shopper.deliver(callback)
  await store.reconcile()
  await scene.expectUnpaid(order)
  const again = new Shopper({ lang: 'tr' })
  await again.open(url)
  await again.pay({ card: testCards.axess })
  await scene.expectPaid(order)
  const held = (await scene.craftgate.paymentsSinceMark()).filter(
    ({ paidPrice, refunded }) => paidPrice > refunded,
  )
  expect(held).toHaveLength(1)
})

test('what a storefront writes into the data of its session is not believed', async () => {
  const paid = await scene.buy()
  const order = await scene.place()
  const stolen = {
    reference: paid.reference,
    payment: 1,
    outcome: 'captured',
    pay_link: 'https://thief.example',
    note: 'mine',
  }
  const { url, reference } = await store.buyer(order).payAnew(stolen)
  expect(reference).not.toBe(paid.reference)
  const { payment_collection } = await sessionsOf(order)
  expect(payment_collection.payment_sessions.map(({ data }) => Object.keys(data).sort())).toEqual([
    ['pay_link', 'reference', 'session_id'],
  ])
  expect(url.startsWith(shop.stack.medusa.main.url)).toBe(true)
  expect((await store.buyer(order).complete()).type).not.toBe('order')
  await scene.expectUnpaid(order)
})

test('whoever has the pay link sees that it is paid, and neither cart nor order', async () => {
  const { order, reference } = await scene.buy()
  const headers = { 'x-publishable-api-key': shop.stack.medusa.publishableKey }
  const url = `${shop.stack.medusa.main.url}/store/craftgate/checkouts/${reference}`
  const seen = async (query: string) => (await fetch(url + query, { headers })).json()
  const hidden = { outcome: 'paid', cart_id: null, order_id: null }
  expect(await seen('')).toMatchObject({ checkout: hidden })
  expect(await seen('?cart_id=&order_id=')).toMatchObject({ checkout: hidden })
  expect(await seen('?cart_id=cart_of_somebody_else')).toMatchObject({ checkout: hidden })
  const orderId = await store.orderId(order)
  const seenByOwner = { outcome: 'paid', cart_id: order.id, order_id: orderId }
  expect(await seen(`?cart_id=${order.id}`)).toMatchObject({ checkout: seenByOwner })
  expect(await seen(`?order_id=${orderId}`)).toMatchObject({ checkout: seenByOwner })
})

test('a webhook at the address that Medusa itself opens is a notification too', async () => {
  shop.stack.sandbox.control.webhooks.setUrl(
    `${shop.stack.medusa.main.url}/hooks/payment/craftgate_craftgate`,
  )
  const { order } = await scene.heldCallback()
  expect(await scene.craftgate.deliverWebhooks()).toContain(200)
  const deadline = Date.now() + PATIENCE_MS
  while ((await scene.look(order)).state === 'open' && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  await scene.expectPaid(order)
})

test('what is outstanding after an order was edited is paid by a pay link of its own', async () => {
  const { order } = await scene.buy()
  const orderId = await store.orderId(order)
  const extra = await growOrder(orderId)
  const { url } = await store.buyer(order).payCollection(extra.id)
  const shopper = new Shopper({ lang: 'tr' })
  expect((await shopper.open(url)).status).toBe(200)
  await shopper.pay({ card: testCards.success })
  const { state, paid, total } = await scene.look(order)
  expect({ state, paid }).toEqual({ state: 'paid', paid: total })
  expect(total).toBeGreaterThan(order.total)
})

/** Dear orders may be paid with several cards, on another page. */
const FEW = 40
const MANY = 200

test('sold out while the shopper paid: no order is placed and the money goes back', async () => {
  await restock(store.merchant, FEW)
  const spec = { products: 1, quantity: Math.floor((await store.stock()) / 2) + 1 }
  const late = await scene.heldCallback(spec)
  const { order } = await scene.buy(spec)
  await scene.expectPaid(order)
  await late.shopper.deliver(late.callback)
  await store.reconcile()
  expect((await store.shopperSees(late.order, late.reference)).outcome).toBe('refunded')
  await scene.expectUnpaid(late.order)
  await restock(store.merchant, MANY)
})

interface SessionsOf {
  readonly payment_collection: { readonly payment_sessions: readonly { readonly data: object }[] }
}

const sessionsOf = (order: PlacedOrder): Promise<SessionsOf> =>
  store.buyer(order).store.post<SessionsOf>('/store/payment-collections', { cart_id: order.id })

test('a cart that costs nothing is placed when the shopper goes to pay, and the storefront is told so', async () => {
  const order = await scene.place()
  await freeOfCharge(order)
  const buyer = store.buyer(order)
  const { url, reference } = await buyer.pay()
  const preview = await fetch(url, { headers: { 'sec-purpose': 'prefetch' } })
  expect(await preview.text()).toContain('<form method="post">')
  expect(await buyer.status(reference)).toMatchObject({ outcome: 'waiting', order_id: null })
  const answer = await fetch(url, { method: 'POST', redirect: 'manual' })
  expect(answer.status).toBe(303)
  const { outcome, order_id } = await buyer.status(reference)
  expect({ outcome, order_id }).toEqual({ outcome: 'free', order_id: expect.stringMatching(/^order_/) })
  expect((await fetch(url, { method: 'POST', redirect: 'manual' })).status).toBe(303)
  expect((await buyer.status(reference)).order_id).toBe(order_id)
  expect(shop.stack.sandbox.control.checkouts()).toEqual([])
})

/** A coupon over everything, shipping too. */
async function freeOfCharge(order: PlacedOrder): Promise<void> {
  const codes = []
  for (const target_type of ['items', 'shipping_methods']) {
    const code = `HEDIYE-${target_type}-${order.id}`
    const method = { target_type, type: 'percentage', value: 100, allocation: 'across', currency_code: 'try' }
    await store.merchant.post('/admin/promotions', {
      code,
      type: 'standard',
      status: 'active',
      is_automatic: false,
      application_method: method,
    })
    codes.push(code)
  }
  await store.buyer(order).store.post(`/store/carts/${order.id}/promotions`, { promo_codes: codes })
}

/** The merchant adds one more piece and asks for the difference. */
async function growOrder(orderId: string): Promise<{ id: string }> {
  const { merchant } = store
  await merchant.post('/admin/order-edits', { order_id: orderId })
  const { order } = await merchant.get<{ order: { items: { id: string; quantity: number }[] } }>(
    `/admin/orders/${orderId}?fields=*items`,
  )
  const [item] = order.items
  if (!item) throw new Error('The order has no items')
  await merchant.post(`/admin/order-edits/${orderId}/items/item/${item.id}`, { quantity: item.quantity + 1 })
  await merchant.post(`/admin/order-edits/${orderId}/confirm`)
  const { order: grown } = await merchant.get<{ order: { summary: { pending_difference: number } } }>(
    `/admin/orders/${orderId}?fields=*summary`,
  )
  const { payment_collection } = await merchant.post<{ payment_collection: { id: string } }>(
    '/admin/payment-collections',
    { order_id: orderId, amount: grown.summary.pending_difference },
  )
  return payment_collection
}

test('the admin route deletes what is older than it is kept, and nothing else', async () => {
  const apply = () => store.merchant.post('/admin/craftgate/retention')
  const inDatabase = (statement: string) =>
    withClient(shop.stack.medusa.databaseUrl, (client) => client.query<{ reference: string }>(statement))
  const nothing = { paid: 0, unpaid: 0, webhooks: 0 }
  const { order: old } = await scene.buy()
  expect(await apply()).toEqual(nothing)
  await inDatabase("UPDATE craftgate_checkout SET changed_at = now() - interval '4 years'")
  // Nobody can ask about the first order by its attempt any more.
  scene = shop.scene()
  const { order } = await scene.buy()
  expect(await apply()).not.toEqual(nothing)
  expect(await apply()).toEqual(nothing)
  const { rows } = await inDatabase('SELECT reference FROM craftgate_checkout')
  const kept = rows.map(({ reference }) => reference)
  expect(kept).toEqual(expect.arrayContaining([...store.buyer(order).references]))
  for (const reference of store.buyer(old).references) expect(kept).not.toContain(reference)
  await scene.expectPaid(order)
})
