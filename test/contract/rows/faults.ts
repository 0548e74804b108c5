import { navigate, testCards } from '@craftgate-commerce/sandbox'
import type { Row } from '../scene'

export const faults: readonly Row[] = [
  {
    title: 'a refund whose answer was lost after it happened is refunded once',
    async play(scene) {
      const { order } = await scene.buy()
      await scene.craftgate.loseAnswer('/payment/v1/refunds')
      await scene.store.refund(order, { everything: true })
      await scene.store.reconcile()
      expect(await scene.look(order)).toMatchObject({ refunded: order.total, refundPending: 0 })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunds).toHaveLength(1)
    },
  },
  {
    title: 'a partial refund whose answer was lost after it happened is refunded once',
    async play(scene) {
      const { order } = await scene.buy()
      await scene.craftgate.loseAnswer('/payment/v1/refund-transactions')
      await scene.store.refund(order, { amount: 500 })
      await scene.store.reconcile()
      const view = await scene.lookUntil(order, ({ refundPending }) => refundPending === 0)
      expect(view).toMatchObject({ refunded: 500, refundPending: 0 })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(500)
    },
  },
  {
    title:
      'a refund that never reached Craftgate waits in sight of the merchant and is not sent blindly again: it goes out once Craftgate was asked and does not know it',
    async play(scene) {
      const { order } = await scene.buy()
      await scene.craftgate.loseRequest('/payment/v1/refunds')
      await scene.craftgate.hideRefunds()
      const refund = await scene.store.refund(order, { everything: true })
      expect(refund.state).toBe('pending')
      expect(refund.reason).toBeTruthy()
      await scene.store.reconcile()
      expect(await scene.look(order)).toMatchObject({ refunded: 0, refundPending: order.total })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunds).toEqual([])
      await scene.craftgate.up()
      await scene.store.reconcile()
      const view = await scene.lookUntil(order, ({ refunded }) => refunded > 0)
      expect(view).toMatchObject({ refunded: order.total })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunds).toHaveLength(1)
    },
  },
  {
    title: 'a refund that never reached Craftgate, which can be asked, is made at once and only once',
    async play(scene) {
      const { order } = await scene.buy()
      await scene.craftgate.loseRequest('/payment/v1/refunds')
      await scene.store.refund(order, { everything: true })
      await scene.store.reconcile()
      expect(await scene.look(order)).toMatchObject({ refunded: order.total })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunds).toHaveLength(1)
    },
  },
  {
    title: 'the server dies while a refund is on its way: the money goes back once, and the store learns it',
    needs: ['restart'],
    async play(scene) {
      const { order } = await scene.buy()
      await scene.craftgate.loseAnswer('/payment/v1/refunds', { afterMs: 5_000 })
      const refund = scene.store
        .refund(order, { everything: true })
        .catch(() => 'the connection broke' as const)
      await scene.craftgate.refundHappened()
      await scene.store.restart()
      const answer = await refund
      if (scene.store.capabilities.has('refunds-at-once')) expect(answer).toBe('the connection broke')
      await scene.store.reconcile()
      expect(await scene.look(order)).toMatchObject({ refunded: order.total })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunds).toHaveLength(1)
    },
  },
  {
    title: 'a capture whose answer was lost after it happened is captured once',
    needs: ['pre-auth'],
    async play(scene) {
      const { order } = await scene.buy({ phase: 'PRE_AUTH' })
      await scene.craftgate.loseAnswer('/post-auth')
      await scene.store.capture(order)
      await scene.store.reconcile()
      await scene.expectPaid(order)
    },
  },
  {
    title: 'Craftgate is out of reach when the shopper goes to pay: a plain page, and a later try works',
    async play(scene) {
      const order = await scene.place()
      const { url } = await scene.store.payLink(order)
      await scene.craftgate.down()
      const answer = await navigate(new Request(url, { headers: { 'accept-language': 'tr' } }))
      expect(answer.status).toBe(503)
      expect(answer.headers.get('retry-after')).toBeTruthy()
      await scene.craftgate.up()
      await scene.expectUnpaid(order)
      const attempt = await scene.goToPay(order)
      await attempt.shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'Craftgate is out of reach at the callback: the shopper is not lost, reconcile finishes',
    async play(scene) {
      const { order, shopper, callback, reference } = await scene.heldCallback()
      await scene.craftgate.down()
      expect((await shopper.deliver(callback)).status).toBe(303)
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'waiting' })
      await scene.craftgate.up()
      await scene.store.reconcile()
      await scene.expectPaid(order)
    },
  },
  {
    title: 'a payment under fraud review is held, then approved',
    async play(scene) {
      await scene.craftgate.nextPaymentFraud('REVIEW')
      const { order, reference } = await scene.buy()
      expect(await scene.look(order)).toMatchObject({ state: 'authorized', paid: 0, authorized: order.total })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'review' })
      await scene.craftgate.decideFraud('APPROVE')
      await scene.store.reconcile()
      await scene.expectPaid(order)
    },
  },
  {
    title: 'a payment that fraud rules block is a decline',
    async play(scene) {
      await scene.craftgate.nextPaymentFraud('BLOCK')
      const { order } = await scene.buy()
      await scene.expectUnpaid(order)
    },
  },
]
