import { withClient } from '@craftgate-commerce/example-demo'
import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { type OpenShop, openShop } from './open-shop'

// Medusa's books of an order: what it counts as refunded is what went back at Craftgate, whatever met there.

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('medusa_books')
})
afterAll(() => shop?.stack.stop())

beforeEach(() => {
  scene = shop.scene()
})
afterEach(() => scene.accountsAgree())

const refund = (order: PlacedOrder, amount: number) => shop.store.refund(order, { amount })
const returned = async () => (await scene.craftgate.paymentsSinceMark())[0]?.refunded

interface Books {
  readonly status: string
  readonly total: number
  readonly summary: Readonly<Record<string, number>>
  readonly credit_lines: readonly { readonly amount: number }[]
}

async function booksOf(order: PlacedOrder): Promise<Books> {
  const id = await shop.store.orderId(order)
  const path = `/admin/orders/${id}?fields=status,total,*summary,*credit_lines`
  return (await shop.store.merchant.get<{ order: Books }>(path)).order
}

/** In minor units of lira. */
async function refundRows(order: PlacedOrder): Promise<number[]> {
  const id = await shop.store.orderId(order)
  const { rows } = await inDatabase<{ amount: number }>(
    `SELECT sum((amount * 100)::int)::int AS amount FROM order_transaction
     WHERE order_id = '${id}' AND reference = 'refund' AND deleted_at IS NULL
     GROUP BY reference_id HAVING sum(amount) <> 0 ORDER BY 1`,
  )
  return rows.map(({ amount }) => -amount).sort((a, b) => a - b)
}

/** The order counts these refunds, one for each, and owes and is owed nothing. */
async function expectBooks(order: PlacedOrder, ...refunds: number[]): Promise<void> {
  const sum = refunds.reduce((total, each) => total + each, 0)
  expect(await refundRows(order)).toEqual([...refunds].sort((a, b) => a - b))
  const { summary, credit_lines, total } = await booksOf(order)
  expect({
    back: await returned(),
    total: Math.round(total * 100),
    pending: summary.pending_difference,
    counted: Math.round((summary.transaction_total ?? 0) * 100),
    credited: Math.round(credit_lines.reduce((all, { amount }) => all + amount, 0) * 100),
  }).toEqual({ back: sum, total: order.total - sum, pending: 0, counted: order.total - sum, credited: sum })
}

test('three refunds of different amounts at once are three refunds, and the order counts each with its amount', async () => {
  const { order } = await scene.buy()
  const answers = await Promise.all([refund(order, 2000), refund(order, 2100), refund(order, 500)])
  expect(answers.map(({ state }) => state)).toEqual(['done', 'done', 'done'])
  await expectBooks(order, 2000, 2100, 500)
  expect((await shop.store.reconcile()).problems).toEqual([])
  await expectBooks(order, 2000, 2100, 500)
})

test.each(['an edit', 'a return', 'an exchange', 'a claim'])(
  'while %s of the order is open a refund is refused with a sentence before any money moves',
  async (what) => {
    const { order } = await scene.buy()
    const close = await begin(what, await shop.store.orderId(order))
    for (const _ of [1, 2]) {
      expect(await refund(order, 1000)).toMatchObject({
        state: 'failed',
        reason: expect.stringMatching(/açık bir değişiklik/),
      })
    }
    expect(await shop.store.void(order)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/açık bir değişiklik/),
    })
    expect(await returned()).toBe(0)
    await close()
    expect((await refund(order, 1000)).state).toBe('done')
    await expectBooks(order, 1000)
  },
)

/** Begins a change of the order; answers how it is given up again. */
async function begin(what: string, orderId: string): Promise<() => Promise<unknown>> {
  const { merchant } = shop.store
  const send = <T>(path: string, body: object) => merchant.post<T>(path, body)
  const remove = (path: string) => merchant.delete(path)
  if (what === 'an edit') {
    await send('/admin/order-edits', { order_id: orderId })
    return () => remove(`/admin/order-edits/${orderId}`)
  }
  if (what === 'a return') {
    const begun = await send<{ return: { id: string } }>('/admin/returns', { order_id: orderId })
    return () => remove(`/admin/returns/${begun.return.id}/request`)
  }
  if (what === 'an exchange') {
    const { exchange } = await send<{ exchange: { id: string } }>('/admin/exchanges', { order_id: orderId })
    return () => remove(`/admin/exchanges/${exchange.id}/request`)
  }
  const { claim } = await send<{ claim: { id: string } }>('/admin/claims', {
    order_id: orderId,
    type: 'refund',
  })
  return () => remove(`/admin/claims/${claim.id}/request`)
}

test('a refund whose server died before the order knew of it is booked with its own amount before the next one', async () => {
  const { order } = await scene.buy()
  await refund(order, 2000)
  await forget(order)
  expect((await refund(order, 500)).state).toBe('done')
  await expectBooks(order, 2000, 500)
})

test('amounts that are wrong in the order’s books are set right, and what they should be is credited', async () => {
  const { order } = await scene.buy()
  await refund(order, 1000)
  await refund(order, 2000)
  const id = await shop.store.orderId(order)
  await inDatabase(`UPDATE order_transaction SET amount = -10, raw_amount = '{"value": "-10", "precision": 20}'
    WHERE order_id = '${id}' AND reference = 'refund'`)
  await inDatabase(`UPDATE order_credit_line SET amount = 10, raw_amount = '{"value": "10", "precision": 20}'
    WHERE order_id = '${id}'`)
  await moveSummary(id, { transaction: 10, pending: 0 })
  expect((await shop.store.reconcile()).problems).toEqual([])
  await expectBooks(order, 1000, 2000)
})

test('a credit line that a refund left unconfirmed blocks no later refund', async () => {
  const { order } = await scene.buy()
  await refund(order, 1000)
  const id = await shop.store.orderId(order)
  await inDatabase(`UPDATE order_change SET status = 'pending', confirmed_at = NULL, created_at = now() - interval '2 minutes'
    WHERE order_id = '${id}' AND change_type = 'credit_line'`)
  expect((await refund(order, 500)).state).toBe('done')
  await expectBooks(order, 1000, 500)
})

test('a refund that moved while a change was opened beside it is booked when the change is closed', async () => {
  const { order } = await scene.buy()
  const id = await shop.store.orderId(order)
  await refund(order, 1000)
  await forget(order)
  await shop.store.merchant.post('/admin/order-edits', { order_id: id })
  await shop.store.reconcile()
  expect(await refundRows(order)).toEqual([1000])
  await shop.store.merchant.delete(`/admin/order-edits/${id}`)
  expect((await refund(order, 500)).state).toBe('done')
  expect(await refundRows(order)).toEqual([500, 1000])
})

test.each([0.005, 10.005])('a refund of %d lira is refused before anything moves', async (amount) => {
  const { order } = await scene.buy()
  const id = await paymentOf(order)
  const asked = shop.store.merchant.post(`/admin/payments/${id}/refund`, { amount })
  await expect(asked).rejects.toThrow(/tam kuruş değil; en çok 2 ondalık basamakla yazın/)
  expect(await returned()).toBe(0)
  expect(await scene.look(order)).toMatchObject({ refunded: 0 })
})

test('half a yen is refused in the words of the yen', async () => {
  const { order } = await scene.buy({ currency: 'JPY' })
  const id = await paymentOf(order)
  const asked = shop.store.merchant.post(`/admin/payments/${id}/refund`, { amount: 0.5 })
  await expect(asked).rejects.toThrow('0,5 JPY tam yen değil; ondalıksız yazın.')
  expect(await returned()).toBe(0)
})

test('a capture of a part of a kuruş is refused before anything moves', async () => {
  const { order } = await scene.buy({ phase: 'PRE_AUTH' })
  const id = await paymentOf(order)
  const amount = order.total / 100 - 0.005
  await expect(shop.store.merchant.post(`/admin/payments/${id}/capture`, { amount })).rejects.toThrow(
    /tam kuruş değil/,
  )
  expect((await scene.craftgate.paymentsSinceMark())[0]?.phase).toBe('PRE_AUTH')
  expect(await shop.store.capture(order)).toEqual({ ok: true })
})

test('an order is cancelled and Craftgate refuses the refund: its books say that the money is there, it is told, and goes back later', async () => {
  const { order } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
  shop.stack.sandbox.control.refunds.nextStatus('FAILURE')
  await shop.store.void(order)
  expect(await returned()).toBe(0)
  await until(async () => (await refundRows(order)).length === 0)
  expect(await booksOf(order)).toMatchObject({ status: 'canceled' })
  const [problem] = (await shop.store.reconcile()).problems
  expect(problem).toMatch(/money of cancelled order \d+ is not back/)
  await inDatabase(
    "UPDATE craftgate_payment_operation SET changed_at = changed_at - interval '2 hours' WHERE state = 'failed'",
  )
  expect((await shop.store.reconcile()).problems).toEqual([])
  expect(await scene.look(order)).toMatchObject({ state: 'cancelled', refunded: order.total })
  expect(await returned()).toBe(order.total)
  expect(await refundRows(order)).toEqual([order.total])
})

test('the merchant cancels the order while the callback is placing it: nothing of the money stays', async () => {
  for (let tries = 0; tries < 5; tries += 1) {
    const { order, shopper, callback } = await scene.heldCallback()
    const delivered = shopper.deliver(callback)
    await until(async () => (await shop.store.buyer(order).orderId()) !== undefined)
    const cancelled = await shop.store.void(order)
    await delivered
    expect((await shop.store.reconcile()).problems).toEqual([])
    const view = await scene.look(order)
    expect(view.state).toBe(cancelled.ok ? 'cancelled' : 'paid')
    expect(view.paid - view.refunded).toBe(cancelled.ok ? 0 : order.total)
  }
  await scene.accountsAgree()
})

test.each([1, 2, 3, 4, 5, 6])(
  'capture and cancel of one authorized order, pressed at once: order, books and Craftgate agree (%d)',
  async (round) => {
    const { order } = await scene.buy({ phase: 'PRE_AUTH' })
    const presses = [() => shop.store.capture(order), () => shop.store.void(order)]
    const inOrder = round % 2 === 0 ? presses : presses.toReversed()
    const answers = await Promise.all(inOrder.map((press) => press()))
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect((await shop.store.reconcile()).problems).toEqual([])
    const { state, paid, authorized, refunded } = await scene.look(order)
    expect(['paid', 'cancelled']).toContain(state)
    const held = state === 'paid' ? order.total : 0
    expect({ booked: paid + authorized - refunded, held: await scene.craftgate.heldSinceMark() }).toEqual({
      booked: held,
      held,
    })
  },
)

/** As if the server had died after Medusa's payment module had written the newest refund down. */
async function forget(order: PlacedOrder): Promise<void> {
  const id = await shop.store.orderId(order)
  const { rows } = await inDatabase<{ amount: number }>(`DELETE FROM order_transaction
    WHERE order_id = '${id}' AND reference = 'refund' RETURNING amount::float AS amount`)
  await inDatabase(`DELETE FROM order_credit_line WHERE order_id = '${id}'`)
  const gone = rows.reduce((sum, { amount }) => sum - amount, 0)
  await moveSummary(id, { transaction: gone, pending: 0 })
  await inDatabase("UPDATE craftgate_payment_operation SET acknowledged_at = NULL WHERE kind = 'refund'")
}

/** What Medusa keeps of an order's sums, moved by this much in main units. */
const moveSummary = (id: string, by: { transaction: number; pending: number }) =>
  inDatabase(`UPDATE order_summary SET totals = totals || jsonb_build_object(
    'transaction_total', (totals->>'transaction_total')::numeric + ${by.transaction},
    'raw_transaction_total', jsonb_build_object('value', ((totals->'raw_transaction_total'->>'value')::numeric + ${by.transaction})::text, 'precision', 20),
    'pending_difference', (totals->>'pending_difference')::numeric + ${by.pending},
    'raw_pending_difference', jsonb_build_object('value', ((totals->'raw_pending_difference'->>'value')::numeric + ${by.pending})::text, 'precision', 20)
  ) WHERE order_id = '${id}'`)

async function paymentOf(order: PlacedOrder): Promise<string> {
  const { payment_collections } = await shop.store.merchant.order(await shop.store.orderId(order))
  return payment_collections[0]?.payments?.[0]?.id ?? ''
}

async function until(happened: () => Promise<boolean>): Promise<void> {
  while (!(await happened())) await new Promise((resolve) => setTimeout(resolve, 20))
}

const inDatabase = <Row extends object>(statement: string) =>
  withClient(shop.stack.medusa.databaseUrl, (client) => client.query<Row>(statement))
