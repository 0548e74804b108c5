import type { Scene } from './scene'
import type { PlacedOrder } from './store'

// What more than one store does instead of what it cannot express.

/** Of a store that refunds amounts only: the price of a line goes back. */
export async function refundPriceOfLine(scene: Scene): Promise<void> {
  const { order } = await scene.buy({ products: 3, quantity: 2 })
  const [, line] = order.lines
  if (!line) throw new Error('The order has one line only')
  const refund = await scene.store.refund(order, { amount: line.price })
  expect(refund).toMatchObject({ state: 'done', amount: line.price })
  const [payment] = await scene.craftgate.paymentsSinceMark()
  expect(payment?.refunded).toBe(line.price)
}

interface Captured {
  readonly order: PlacedOrder
  /** In minor units. */
  readonly captured: number
}

/** Of a store that never captures more than was authorized: more is refused with a reason, less is captured once. */
export async function captureLessButNotMore(scene: Scene): Promise<Captured> {
  const { order } = await scene.buy({ phase: 'PRE_AUTH' })
  const more = await scene.store.capture(order, order.total + 100)
  expect(more).toMatchObject({ ok: false, reason: expect.stringMatching(/./) })
  expect(await scene.look(order)).toMatchObject({ authorized: order.total, paid: 0 })
  const captured = order.total - Math.floor(order.total / 10)
  expect(await scene.store.capture(order, captured)).toEqual({ ok: true })
  expect(await scene.look(order)).toMatchObject({ authorized: 0, paid: captured })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.paidPrice).toBe(captured)
  return { order, captured }
}
