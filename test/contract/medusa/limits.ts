import { captureLessButNotMore, refundPriceOfLine } from '../limit-plays'
import type { Limits } from '../store'

/** What Medusa can not express, and what the plugin does instead. */
export const limits: Limits = {
  'refund-by-line': {
    why: 'Medusa refunds an amount of a payment and tells a provider no lines',
    instead: 'the amount of a line goes back, taken in the order of the basket',
    play: refundPriceOfLine,
  },
  'capture-other-amount': {
    why: 'Medusa never captures more than was authorized',
    instead: 'more is refused with a reason, less is captured once, and the rest is released',
    async play(scene) {
      const { order, captured } = await captureLessButNotMore(scene)
      const rest = await scene.store.capture(order, order.total - captured)
      expect(rest).toMatchObject({ ok: false, reason: expect.stringMatching(/provizyon/i) })
      expect(await scene.look(order)).toMatchObject({ authorized: 0, paid: captured })
    },
  },
}
