import { testCards } from '@craftgate-commerce/sandbox'
import type { Limits } from '../store'

/** What Shopify can not express, and what happens instead. */
export const limits: Limits = {
  'refund-by-line': {
    why: 'Shopify tells a payments app neither lines nor an order, only amounts',
    instead: 'Shopify itself makes an amount of the lines, and that amount goes back',
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
    why: 'Shopify never captures more than was authorized',
    instead: 'more is refused by Shopify, less is captured once, and the rest is released',
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      const more = await scene.store.capture(order, order.total + 100)
      expect(more).toMatchObject({ ok: false, reason: expect.stringMatching(/./) })
      expect(await scene.look(order)).toMatchObject({ authorized: order.total, paid: 0 })
      const less = order.total - Math.floor(order.total / 10)
      expect(await scene.store.capture(order, less)).toEqual({ ok: true })
      expect(await scene.look(order)).toMatchObject({ authorized: 0, paid: less })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.paidPrice).toBe(less)
    },
  },
  'changing-cart': {
    why: 'a payment session keeps the amount that Shopify began it with, and Shopify tells no app of a changed cart',
    instead: 'the first session that is paid pays the order as Shopify said it, and the other one goes back',
    async play(scene) {
      const order = await scene.place()
      const visit = await scene.goToPay(order)
      const grown = await scene.store.changeCart(order)
      const other = await scene.goToPay(grown)
      await visit.shopper.pay({ card: testCards.success })
      expect(await scene.look(order)).toMatchObject({ state: 'paid', paid: order.total })
      await other.shopper.pay({ card: testCards.axess })
      await scene.store.reconcile()
      const payments = await scene.craftgate.paymentsSinceMark()
      expect(payments.filter(({ paidPrice, refunded }) => paidPrice > refunded)).toMatchObject([
        { price: order.total },
      ])
    },
  },
}
