import type { Attempt, Row, Scene } from '../scene'

export const notifications: readonly Row[] = [
  {
    title: 'callback only: webhooks are lost',
    async play(scene) {
      await scene.craftgate.loseWebhooks()
      const { order } = await scene.buy()
      await scene.expectPaid(order)
    },
  },
  {
    title: 'webhook only: the browser never returns',
    async play(scene) {
      const { order } = await scene.heldCallback()
      await scene.expectUnpaid(order)
      expect(await scene.craftgate.deliverWebhooks()).toContain(200)
      await scene.expectPaid(order)
    },
  },
  {
    title: 'neither: reconcile finds the payment',
    async play(scene) {
      await scene.craftgate.loseWebhooks()
      const { order } = await scene.heldCallback()
      await scene.expectUnpaid(order)
      expect((await scene.store.reconcile()).problems).toEqual([])
      await scene.expectPaid(order)
    },
  },
  {
    title: 'the merchant asks again: the payment is found',
    async play(scene) {
      await scene.craftgate.loseWebhooks()
      const { order, reference } = await scene.heldCallback()
      await scene.store.askAgain(reference)
      await scene.expectPaid(order)
    },
  },
  {
    title: 'the callback comes twice, at once',
    async play(scene) {
      const { order, shopper, callback } = await scene.heldCallback()
      const answers = await Promise.all([shopper.deliver(callback), shopper.deliver(callback)])
      expect(answers.map((answer) => answer.status)).toEqual([303, 303])
      const view = await scene.expectPaid(order)
      expect(view.payments).toHaveLength(1)
    },
  },
  {
    title: 'the webhook comes five times, at once',
    async play(scene) {
      const { order } = await scene.heldCallback()
      const answers = await scene.craftgate.deliverWebhooks({ copies: 5 })
      expect(answers.filter((status) => status === 200)).not.toHaveLength(0)
      const view = await scene.expectPaid(order)
      expect(view.payments).toHaveLength(1)
    },
  },
  {
    title: 'the webhook comes before the callback',
    async play(scene) {
      const { order, shopper, callback, reference } = await scene.heldCallback()
      await scene.craftgate.deliverWebhooks()
      await scene.expectPaid(order)
      expect((await shopper.deliver(callback)).status).toBe(303)
      expect((await scene.expectPaid(order)).payments).toHaveLength(1)
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
    },
  },
  {
    title: 'callback, webhook and question arrive together, on two servers',
    needs: ['two-servers'],
    async play(scene) {
      const { order, shopper, callback, reference } = await scene.heldCallback()
      const [, other = callback.url] = scene.store.callbackUrls
      await Promise.all([
        shopper.deliver(callback),
        shopper.deliver({ ...callback, url: other }),
        scene.craftgate.deliverWebhooks({ copies: 2 }),
        scene.store.askAgain(reference),
      ])
      expect((await scene.expectPaid(order)).payments).toHaveLength(1)
    },
  },
  {
    title: 'the server dies between paying and the callback',
    needs: ['restart'],
    async play(scene) {
      const { order, shopper, callback } = await scene.heldCallback()
      await scene.store.restart()
      await scene.expectUnpaid(order)
      expect((await shopper.deliver(callback)).status).toBe(303)
      await scene.expectPaid(order)
    },
  },
  {
    title: "paid, and cancelled in Craftgate's panel before the shop hears of it: no order takes it",
    async play(scene) {
      const { order, reference } = await scene.heldCallback()
      await scene.craftgate.cancelInPanel()
      await expectNothingPaid(scene, { order, reference })
    },
  },
  {
    title:
      "paid, and a part of it refunded in Craftgate's panel before the shop hears of it: the rest goes back",
    async play(scene) {
      const { order, reference } = await scene.heldCallback()
      await scene.craftgate.refundInPanel(100)
      await expectNothingPaid(scene, { order, reference })
    },
  },
  {
    title: "authorized, and cancelled in Craftgate's panel before the shop hears of it: no order takes it",
    needs: ['pre-auth'],
    async play(scene) {
      const { order, reference } = await scene.heldCallback({ phase: 'PRE_AUTH' })
      await scene.craftgate.cancelInPanel()
      await expectNothingPaid(scene, { order, reference })
    },
  },
]

/** The webhook comes late, and with it the shop learns what is still there. */
async function expectNothingPaid(scene: Scene, { order, reference }: Pick<Attempt, 'order' | 'reference'>) {
  await scene.craftgate.deliverWebhooks()
  await scene.expectUnpaid(order)
  expect(await scene.craftgate.heldSinceMark()).toBe(0)
  expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'refunded' })
}
