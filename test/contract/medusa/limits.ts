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
    why: 'Medusa tells a provider no amount, and never captures more than was authorized',
    instead: 'another amount is refused with a reason, and the whole can still be captured',
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      for (const amount of [order.total - 100, order.total + 100]) {
        const refused = await scene.store.capture(order, amount)
        expect(refused).toMatchObject({ ok: false, reason: expect.stringMatching(/./) })
        expect(await scene.look(order)).toMatchObject({ authorized: order.total, paid: 0 })
      }
      expect(await scene.store.capture(order)).toEqual({ ok: true })
      await scene.expectPaid(order)
    },
  },
}
