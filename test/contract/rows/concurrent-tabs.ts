import { testCards } from '@craftgate-commerce/sandbox'
import type { Row } from '../scene'

export const tabs: readonly Row[] = [
  {
    title: 'two tabs, one paid: the other tab finds the order paid',
    async play(scene) {
      const order = await scene.place()
      const one = await scene.goToPay(order)
      const two = await scene.goToPay(order)
      await one.shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
      await two.shopper.leave()
      expect(
        (await scene.expectPaid(order)).payments.filter(({ state }) => state === 'Settled'),
      ).toHaveLength(1)
    },
  },
  {
    title: 'two tabs, both paid: the second payment goes back',
    async play(scene) {
      const order = await scene.place()
      const one = await scene.goToPay(order)
      const two = await scene.goToPay(order)
      await one.shopper.pay({ card: testCards.success })
      const second = await two.shopper.pay({ card: testCards.axess })
      await scene.expectPaid(order)
      await scene.store.reconcile()
      const payments = await scene.craftgate.paymentsSinceMark()
      const held = payments.filter((payment) => payment.paidPrice > payment.refunded)
      expect(held).toHaveLength(1)
      expect(['returned', 'paid', 'expired', 'unknown', 'elsewhere']).toContain(second.outcome)
    },
  },
  {
    title: 'two pages, both paid before any notification, which arrive at once: one pays, one goes back',
    async play(scene) {
      const order = await scene.place()
      const one = await scene.goToPay(order)
      const two = await scene.goToPay(order)
      const first = await one.shopper.pay({ card: testCards.success, deliver: false })
      const second = await two.shopper.pay({ card: testCards.axess, deliver: false })
      const notifications = [first, second].flatMap(({ callback }) => (callback ? [callback] : []))
      await Promise.all(notifications.map((callback) => one.shopper.deliver(callback)))
      await scene.store.reconcile()
      await scene.expectPaid(order)
      const payments = await scene.craftgate.paymentsSinceMark()
      expect(payments.filter((payment) => payment.paidPrice > payment.refunded)).toHaveLength(1)
    },
  },
  {
    title: 'the cart grew while the shopper paid: the old amount goes back, the new one can be paid',
    needs: ['changing-cart'],
    async play(scene) {
      const order = await scene.place()
      const attempt = await scene.goToPay(order)
      const grown = await scene.store.changeCart(order)
      expect(grown.total).toBeGreaterThan(order.total)
      await attempt.shopper.pay({ card: testCards.success })
      await scene.store.reconcile()
      await scene.expectUnpaid(order)
      const again = await scene.goToPay(grown)
      await again.shopper.pay({ card: testCards.success })
      await scene.expectPaid(grown)
    },
  },
]
