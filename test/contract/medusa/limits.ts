import type { Limits } from '../store'

/** What Medusa can not express, and what the plugin does instead. */
export const limits: Limits = {
  'refund-by-line': {
    why: 'Medusa refunds an amount of a payment and tells a provider no lines',
    instead: 'the amount of a line goes back, taken in the order of the basket',
    async play(scene) {
      const { order } = await scene.buy({ products: 3, quantity: 2 })
      const [, line] = order.lines
      if (!line) throw new Error('The order has one line only')
      const refund = await scene.store.refund(order, { amount: line.price })
      expect(refund).toMatchObject({ state: 'done', amount: line.price })
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.refunded).toBe(line.price)
    },
  },
  'capture-other-amount': {
    why: 'Medusa never captures more than was authorized',
    instead: 'more is refused with a reason, less is captured once, and the rest is released',
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      const more = await scene.store.capture(order, order.total + 100)
      expect(more).toMatchObject({ ok: false, reason: expect.stringMatching(/./) })
      expect(await scene.look(order)).toMatchObject({ authorized: order.total, paid: 0 })
      const less = order.total - Math.floor(order.total / 10)
      expect(await scene.store.capture(order, less)).toEqual({ ok: true })
      expect(await scene.look(order)).toMatchObject({ authorized: 0, paid: less })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.paidPrice).toBe(less)
      const rest = await scene.store.capture(order, order.total - less)
      expect(rest).toMatchObject({ ok: false, reason: expect.stringMatching(/provizyon/i) })
      expect(await scene.look(order)).toMatchObject({ authorized: 0, paid: less })
    },
  },
}
