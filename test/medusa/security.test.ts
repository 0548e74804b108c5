import { withClient } from '@craftgate-commerce/example-demo'
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { type OpenShop, openShop } from './open-shop'

// Unauthorized ways to take goods and money both, or money twice, through Medusa's own endpoints and at Medusa's own moments.

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('medusa_security')
})
afterAll(() => shop?.stack.stop())

beforeEach(() => {
  scene = shop.scene()
})
afterEach(() => scene.accountsAgree())

test('a shopper who asks for a new session of a paid order, before any notification, does not get the money back', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, shopper, callback } = await scene.heldCallback()
  expect((await shop.store.buyer(order).complete()).type).toBe('order')
  await expect(shop.store.buyer(order).payAnew()).rejects.toThrow()
  await shopper.deliver(callback)
  await shop.store.reconcile()
  await scene.expectPaid(order)
})

test('a shopper who completes the cart himself after the payment was cancelled in Craftgate’s panel gets no order', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, reference } = await scene.heldCallback()
  await inDatabase(
    "UPDATE craftgate_checkout SET state_since = state_since - interval '10 minutes' WHERE state = 'open'",
  )
  await scene.craftgate.cancelInPanel()
  expect((await shop.store.buyer(order).complete()).type).not.toBe('order')
  expect((await shop.store.reconcile()).problems).toEqual([])
  await scene.expectUnpaid(order)
  expect((await shop.store.shopperSees(order, reference)).outcome).toBe('refunded')
})

test('a session that is gone although it paid: its order keeps the money', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, shopper, callback } = await scene.heldCallback()
  expect((await shop.store.buyer(order).complete()).type).toBe('order')
  await inDatabase("DELETE FROM payment_session WHERE status = 'authorized'")
  await shopper.deliver(callback)
  await shop.store.reconcile()
  await scene.expectPaid(order)
})

test('a partial refund that the bank took its time for is entered by everybody at once: the money goes back once', async () => {
  const { order } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
  await scene.craftgate.nextRefundWaits()
  expect(await shop.store.refund(order, { amount: 500 })).toMatchObject({ state: 'pending' })
  await scene.craftgate.settleWaitingRefunds()
  const { store } = shop
  await Promise.all([
    store.reconcile(),
    store.reconcile(),
    store.reconcile(),
    scene.craftgate.deliverWebhooks({ copies: 3 }),
  ])
  expect(await scene.look(order)).toMatchObject({ refunded: 500, refundPending: 0 })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(500)
})

test('the server dies while the bank captures: the capture is entered, once', async () => {
  const { order } = await scene.buy({ phase: 'PRE_AUTH' })
  await scene.craftgate.loseAnswer('/post-auth', { afterMs: 5_000 })
  const capture = shop.store.capture(order).catch(() => 'the connection broke')
  await until(async () => (await scene.craftgate.paymentsSinceMark())[0]?.phase === 'POST_AUTH')
  await shop.store.restart()
  expect(await capture).toBe('the connection broke')
  await leasesEnd()
  expect((await shop.store.reconcile()).problems).toEqual([])
  await scene.expectPaid(order)
  expect(await summaryOf(order)).toMatchObject({ paid_total: order.total / 100, pending_difference: 0 })
})

test('the server dies while the bank refunds: the order knows of the refund, once', async () => {
  const { order } = await scene.buy()
  await scene.craftgate.loseAnswer('/payment/v1/refund-transactions', { afterMs: 5_000 })
  const refund = shop.store.refund(order, { amount: 500 }).catch(() => 'the connection broke')
  await scene.craftgate.refundHappened()
  await shop.store.restart()
  expect(await refund).toBe('the connection broke')
  await leasesEnd()
  await shop.store.reconcile()
  await shop.store.reconcile()
  expect(await scene.look(order)).toMatchObject({ refunded: 500, refundPending: 0 })
  expect(await summaryOf(order)).toMatchObject({ refunded_total: 5, pending_difference: 0 })
})

test('the server dies after Medusa wrote a refund down and before Craftgate was asked: it is not said to be refunded', async () => {
  const { order } = await scene.buy()
  await diesBeforeAsking('refund', () => shop.store.refund(order, { amount: 500 }))
  expect(await scene.look(order)).toMatchObject({ refunded: 0 })
  expect(await shop.store.refund(order, { amount: 500 })).toMatchObject({ state: 'done' })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(500)
})

test('the server dies after Medusa wrote a capture down and before Craftgate was asked: it can be captured', async () => {
  const { order } = await scene.buy({ phase: 'PRE_AUTH' })
  await diesBeforeAsking('capture', () => shop.store.capture(order))
  expect(await shop.store.capture(order)).toEqual({ ok: true })
  await scene.expectPaid(order)
})

test('the server dies after it had placed and captured the order, before the order was told: it is told later', async () => {
  const { order } = await scene.buy()
  const id = await shop.store.orderId(order)
  await inDatabase(`DELETE FROM order_transaction WHERE order_id = '${id}'`)
  await inDatabase(`UPDATE order_summary SET totals = totals || jsonb_build_object(
    'paid_total', 0, 'raw_paid_total', totals->'raw_refunded_total',
    'transaction_total', 0, 'raw_transaction_total', totals->'raw_refunded_total',
    'pending_difference', totals->'current_order_total', 'raw_pending_difference', totals->'raw_current_order_total'
  ) WHERE order_id = '${id}'`)
  expect(await summaryOf(order)).toMatchObject({ paid_total: 0, pending_difference: order.total / 100 })
  await inDatabase("UPDATE capture SET created_at = now() - interval '1 hour'")
  expect((await shop.store.reconcile()).problems).toEqual([])
  await shop.store.reconcile()
  expect(await summaryOf(order)).toMatchObject({ paid_total: order.total / 100, pending_difference: 0 })
})

test('the server dies while it places an order, before the payment is taken: the next look pays the order, once', async () => {
  const { order, shopper, callback } = await diesWhilePlacing()
  await shopper.deliver(callback)
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect((await scene.expectPaid(order)).payments).toHaveLength(1)
  expect(await summaryOf(order)).toMatchObject({ paid_total: order.total / 100, pending_difference: 0 })
})

test('an order whose server died before it was paid is cancelled: the money that comes then goes back', async () => {
  const { order, reference, shopper, callback } = await diesWhilePlacing()
  expect(await shop.store.void(order)).toEqual({ ok: true })
  await shopper.deliver(callback)
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect((await shop.store.shopperSees(order, reference)).outcome).toBe('refunded')
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', paid: 0 })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
})

test('money that an order was given in the moment of its cancel goes back', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, shopper, callback } = await scene.heldCallback()
  expect((await shop.store.buyer(order).complete()).type).toBe('order')
  const id = await shop.store.orderId(order)
  await inDatabase(`UPDATE "order" SET status = 'canceled', canceled_at = now() WHERE id = '${id}'`)
  await shopper.deliver(callback)
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', refunded: order.total })
})

test('an order that could not be placed after the money was taken: it goes back, and the next payment is the only one', async () => {
  await refuseRowsOf('order_transaction')
  const { order } = await scene.buy()
  await takeRowsOf('order_transaction')
  await scene.expectUnpaid(order)
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
  const again = await scene.goToPay(order)
  await again.shopper.pay({ card: testCards.success })
  for (const table of ['capture', 'refund']) {
    await inDatabase(`UPDATE ${table} SET created_at = now() - interval '1 hour'`)
  }
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect(await summaryOf(order)).toMatchObject({
    paid_total: order.total / 100,
    refunded_total: 0,
    pending_difference: 0,
    current_order_total: order.total / 100,
  })
})

test('an order that Medusa can not place for a day: the money goes back', async () => {
  await refuseRowsOf('"order"')
  const { order, reference } = await scene.buy()
  expect((await shop.store.reconcile()).problems).toHaveLength(1)
  expect((await shop.store.shopperSees(order, reference)).outcome).toBe('waiting')
  await inDatabase(
    "UPDATE craftgate_checkout SET expires_at = now() - interval '25 hours' WHERE state = 'open'",
  )
  await shop.store.reconcile()
  expect((await shop.store.shopperSees(order, reference)).outcome).toBe('refunded')
  await takeRowsOf('"order"')
  await scene.expectUnpaid(order)
})

test('an order that is cancelled while Craftgate is out of reach: the block on the card is lifted later', async () => {
  const { order } = await scene.buy({ phase: 'PRE_AUTH' })
  await scene.craftgate.down()
  await shop.store.void(order)
  await scene.craftgate.up()
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect((await scene.craftgate.paymentsSinceMark())[0]).toMatchObject({ refundType: 'CANCEL' })
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', authorized: 0 })
})

test('a paid order that is cancelled while Craftgate is out of reach: the money goes back later', async () => {
  const { order } = await scene.buy()
  await scene.craftgate.down()
  await shop.store.void(order)
  await scene.craftgate.up()
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', refunded: order.total })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
})

test('a paid order that is cancelled while a part of it is being refunded: all of the money goes back, once', async () => {
  const { order } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
  const { store } = shop
  expect((await store.refund(order, { amount: 700 })).state).toBe('done')
  await scene.craftgate.nextRefundWaits()
  expect((await store.refund(order, { amount: 300 })).state).toBe('pending')
  await store.void(order)
  await scene.craftgate.settleWaitingRefunds()
  await Promise.all([store.reconcile(), store.reconcile()])
  expect((await store.reconcile()).problems).toEqual([])
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', refunded: order.total })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
})

test('a cancelled order whose refund the bank takes its time for is refunded, once', async () => {
  const { order } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
  await scene.craftgate.nextRefundWaits()
  await shop.store.void(order)
  await shop.store.reconcile()
  await scene.craftgate.settleWaitingRefunds()
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', refunded: order.total })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
})

test('what was outstanding of an order that was cancelled meanwhile goes back', async () => {
  const { order } = await scene.buy()
  const { url } = await shop.store.buyer(order).payCollection(await grow(order))
  const shopper = new Shopper({ lang: 'tr' })
  expect((await shopper.open(url)).status).toBe(200)
  expect(await shop.store.void(order)).toEqual({ ok: true })
  await shopper.pay({ card: testCards.success })
  expect((await shop.store.reconcile()).problems).toEqual([])
  const payments = await scene.craftgate.paymentsSinceMark()
  expect(payments.map(({ paidPrice, refunded }) => paidPrice - refunded)).toEqual([0, 0])
})

test('what was outstanding of an order that was changed once more goes back, and the new amount is paid', async () => {
  const { order } = await scene.buy()
  const { store } = shop
  const { url } = await store.buyer(order).payCollection(await grow(order))
  const shopper = new Shopper({ lang: 'tr' })
  expect((await shopper.open(url)).status).toBe(200)
  const collection = await grow(order)
  await shopper.pay({ card: testCards.success })
  expect((await store.reconcile()).problems).toEqual([])
  expect(await scene.look(order)).toMatchObject({ paid: order.total })
  const again = await store.buyer(order).payCollection(collection)
  const second = new Shopper({ lang: 'tr' })
  await second.open(again.url)
  await second.pay({ card: testCards.success })
  const { paid, total } = await scene.look(order)
  expect(paid).toBe(total)
})

test('an address with a NUL is refused with a sentence, and no database is asked', async () => {
  const { main, publishableKey } = shop.stack.medusa
  const anybody = { 'x-publishable-api-key': publishableKey }
  for (const path of ['checkouts/a%00b', 'v1/installments?cart=a%00b', 'checkouts/a?cart_id=a%00b']) {
    const answer = await fetch(`${main.url}/store/craftgate/${path}`, { headers: anybody })
    expect([answer.status, await answer.json()]).toEqual([400, REFUSED])
  }
  for (const path of ['orders/a%00b', 'checkouts?state=a%00b'])
    await expect(shop.store.merchant.get(`/admin/craftgate/${path}`)).rejects.toThrow(REFUSED.message)
  for (const path of ['craftgate/checkouts/a%00b/retry', 'orders/a%00b/cancel', 'payments/a%00b/refund'])
    await expect(shop.store.merchant.post(`/admin/${path}`)).rejects.toThrow(REFUSED.message)
  expect((await fetch(`${main.url}/craftgate/pay/a%00b?sig=x`)).status).toBe(404)
})

const REFUSED = { type: 'invalid_data', message: 'The address holds a control character' }

test('sessions made in the same moment: whichever page is paid, its order is placed', async () => {
  for (const position of [0, -1]) {
    const { order, links } = await severalSessions()
    const shopper = new Shopper({ lang: 'tr' })
    await shopper.open(links.at(position) ?? '')
    await shopper.pay({ card: testCards.success })
    await scene.expectPaid(order)
  }
})

test('sessions made in the same moment, all of them paid and notified at once: one pays, the others go back', async () => {
  const { order, links } = await severalSessions()
  const shoppers = links.map((link) => ({ link, shopper: new Shopper({ lang: 'tr' }) }))
  const deliveries: (() => Promise<unknown>)[] = []
  for (const { link, shopper } of shoppers) {
    await shopper.open(link)
    const { callback } = await shopper.pay({ card: testCards.success, deliver: false })
    if (callback) deliveries.push(() => shopper.deliver(callback))
  }
  expect(deliveries).toHaveLength(links.length)
  await Promise.all(deliveries.map((deliver) => deliver()))
  expect((await shop.store.reconcile()).problems).toEqual([])
  await scene.expectPaid(order)
})

interface Several {
  readonly order: PlacedOrder
  readonly links: readonly string[]
}

/**
 * A shopper who presses "pay" several times at once: Medusa makes a session for each, when they really meet. On a busy
 * machine they may come one after the other, and then it is tried with another cart.
 */
async function severalSessions(): Promise<Several> {
  for (let carts = 0; carts < 20; carts += 1) {
    const several = await pressedAtOnce()
    if (several.links.length > 1) return several
  }
  throw new Error('Medusa made one session each time')
}

async function pressedAtOnce(): Promise<Several> {
  const order = await scene.place()
  const buyer = shop.store.buyer(order)
  await emptyCollection(order)
  await Promise.allSettled([1, 2, 3, 4].map(() => buyer.payAnew()))
  const newest = 'SELECT payment_collection_id FROM payment_session ORDER BY created_at DESC LIMIT 1'
  const sessions = `SELECT data FROM payment_session WHERE deleted_at IS NULL AND payment_collection_id = (${newest})`
  const { rows } = await withClient(shop.stack.medusa.databaseUrl, (client) =>
    client.query<{ data: { reference: string; pay_link: string } }>(`${sessions} ORDER BY id`),
  )
  buyer.references.clear()
  for (const { data } of rows) buyer.references.add(data.reference)
  return { order, links: rows.map(({ data }) => data.pay_link) }
}

async function emptyCollection({ id }: PlacedOrder): Promise<void> {
  const { main, publishableKey } = shop.stack.medusa
  const headers = { 'content-type': 'application/json', 'x-publishable-api-key': publishableKey }
  const body = JSON.stringify({ cart_id: id })
  const answer = await fetch(`${main.url}/store/payment-collections`, { method: 'POST', headers, body })
  expect(answer.status).toBe(200)
}

/** As if half a minute passed: what a server held when it died is anybody's then. The contract's row of faults waits for it. */
const leasesEnd = () => inDatabase('UPDATE craftgate_lease SET ends_at = to_timestamp(0)')

/** The server dies while our provider asks Craftgate what there is to capture or refund; then a while passes. */
async function diesBeforeAsking(row: 'refund' | 'capture', call: () => Promise<unknown>): Promise<void> {
  const before = await rowsOf(row)
  const { faults } = shop.stack.sandbox.control
  faults.add({ match: { pathRegex: '^/payment-reporting' }, kind: 'delay', ms: 20_000, times: 9 })
  const answer = call().catch(() => 'the connection broke')
  await until(async () => (await rowsOf(row)) > before)
  await shop.store.restart()
  expect(await answer).toBe('the connection broke')
  faults.clear()
  await inDatabase(`UPDATE ${row} SET created_at = now() - interval '1 hour'`)
  await leasesEnd()
  expect((await shop.store.reconcile()).problems).toEqual([])
}

/** The storefront completes a paid cart, and the server dies while our provider asks Craftgate about the payment. */
async function diesWhilePlacing() {
  await scene.craftgate.loseWebhooks()
  const attempt = await scene.heldCallback()
  const { faults } = shop.stack.sandbox.control
  faults.add({ match: { method: 'GET' }, kind: 'delay', ms: 20_000, times: 9 })
  const answer = shop.store.buyer(attempt.order).complete()
  await until(async () => (await shop.store.buyer(attempt.order).orderId()) !== undefined)
  await shop.store.restart()
  expect((await answer).refused).toBeDefined()
  faults.clear()
  return attempt
}

async function rowsOf(table: 'refund' | 'capture'): Promise<number> {
  const { rows } = await inDatabase(`SELECT count(*)::int AS count FROM ${table} WHERE deleted_at IS NULL`)
  return rows[0]?.count ?? 0
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** The merchant adds one more piece; the payment collection that asks for the difference. */
async function grow(order: PlacedOrder): Promise<string> {
  const id = await shop.store.orderId(order)
  const { merchant } = shop.store
  await merchant.post('/admin/order-edits', { order_id: id })
  const { order: before } = await merchant.get<{ order: { items: { id: string; quantity: number }[] } }>(
    `/admin/orders/${id}?fields=*items`,
  )
  const [item] = before.items
  if (!item) throw new Error('The order has no items')
  await merchant.post(`/admin/order-edits/${id}/items/item/${item.id}`, { quantity: item.quantity + 1 })
  await merchant.post(`/admin/order-edits/${id}/confirm`)
  const { pending_difference } = await summaryOf(order)
  const body = { order_id: id, amount: pending_difference }
  const { order: after } = await merchant.get<{
    order: { payment_collections: { id: string; status: string }[] }
  }>(`/admin/orders/${id}?fields=*payment_collections`)
  const asked = after.payment_collections.find(({ status }) => status === 'not_paid' || status === 'awaiting')
  if (asked) return asked.id
  return (await merchant.post<{ payment_collection: { id: string } }>('/admin/payment-collections', body))
    .payment_collection.id
}

/** What the order itself reckons, in main units. */
async function summaryOf(order: PlacedOrder): Promise<Record<string, number>> {
  const id = await shop.store.orderId(order)
  const path = `/admin/orders/${id}?fields=*summary`
  return (await shop.store.merchant.get<{ order: { summary: Record<string, number> } }>(path)).order.summary
}

/** Medusa can not write to this table any more, whatever the reason. */
const refuseRowsOf = (table: string) =>
  inDatabase(`CREATE OR REPLACE FUNCTION refuse() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$ LANGUAGE plpgsql;
    CREATE TRIGGER refuse BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse()`)

const takeRowsOf = (table: string) => inDatabase(`DROP TRIGGER refuse ON ${table}`)

/** What only a race or a crash between two steps of Medusa would leave behind. */
const inDatabase = (statement: string) =>
  withClient(shop.stack.medusa.databaseUrl, (client) => client.query<{ count: number }>(statement))
