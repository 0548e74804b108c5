import type { Row, Scene } from '../scene'

// Payments that a fraud rule of the merchant's marked: the money is held, and somebody decides.

async function underReview(scene: Scene, phase: 'AUTH' | 'PRE_AUTH' = 'AUTH') {
  await scene.craftgate.nextPaymentFraud('REVIEW')
  const { order, reference } = await scene.buy({ phase })
  expect(await scene.look(order)).toMatchObject({ state: 'authorized', paid: 0, authorized: order.total })
  expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'review' })
  return { order, reference }
}

/** The order is over, the shopper has all of the money back, and is told so. */
async function expectRejected(scene: Scene, { order, reference }: Awaited<ReturnType<typeof underReview>>) {
  const view = await scene.lookUntil(order, ({ authorized }) => authorized === 0)
  expect(view).toMatchObject({ state: 'cancelled', paid: 0, authorized: 0, refundPending: 0 })
  expect(await scene.craftgate.heldSinceMark()).toBe(0)
  expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'refunded' })
}

export const suspiciousPayments: readonly Row[] = [
  {
    title: 'approved by the merchant in the shop, the order is paid',
    async play(scene) {
      const { order, reference } = await underReview(scene)
      expect(await scene.store.decideReview(reference, 'approve')).toEqual({})
      await scene.expectPaid(order)
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
      expect(scene.craftgate.fraudDecisionsSent()).toBe(1)
    },
  },
  {
    title: 'rejected by the merchant in the shop, the money goes back and the order is cancelled',
    async play(scene) {
      const bought = await underReview(scene)
      expect(await scene.store.decideReview(bought.reference, 'reject')).toEqual({})
      await expectRejected(scene, bought)
      expect(scene.craftgate.fraudDecisionsSent()).toBe(1)
      await scene.store.reconcile()
      await expectRejected(scene, bought)
    },
  },
  {
    title: 'an authorization that the merchant rejects is lifted, and the order is cancelled',
    needs: ['pre-auth'],
    async play(scene) {
      const bought = await underReview(scene, 'PRE_AUTH')
      expect(await scene.store.decideReview(bought.reference, 'reject')).toEqual({})
      await expectRejected(scene, bought)
    },
  },
  {
    title: 'a rejection whose refund waits at the bank ends by itself; the order is cancelled at once',
    async play(scene) {
      const bought = await underReview(scene)
      await scene.craftgate.nextRefundWaits()
      await scene.store.decideReview(bought.reference, 'reject')
      expect(await scene.store.shopperSees(bought.order, bought.reference)).toMatchObject({
        outcome: 'refunding',
      })
      await scene.craftgate.settleWaitingRefunds()
      await scene.store.reconcile()
      await expectRejected(scene, bought)
    },
  },
  {
    title: 'who decides second has not decided',
    async play(scene) {
      const { order, reference } = await underReview(scene)
      expect(await scene.store.decideReview(reference, 'approve')).toEqual({})
      expect(await scene.store.decideReview(reference, 'reject')).toMatchObject({
        refused: expect.any(String),
      })
      await scene.expectPaid(order)
    },
  },
]
