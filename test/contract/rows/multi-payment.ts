import { money, toDecimal } from '@craftgate-commerce/core'
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { Attempt, Row, Scene } from '../scene'

// A sum that several cards pay. The example shops allow it for orders of 5,000 TL and more.

const dear = (scene: Scene): Promise<Attempt> =>
  scene.place({ products: 3, quantity: 7 }).then((order) => scene.goToPay(order))

/** A part of the sum with one card, in a browser of its own. */
async function payPart({ shopper: { page } }: Attempt, minor: number, card = testCards.success) {
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(page.url)
  await shopper.startPart(toDecimal(money(minor, 'TRY')))
  return shopper.pay({ card })
}

export const multiPayment: readonly Row[] = [
  {
    title: 'several cards: two pay the order together, and a refund of all goes back to both',
    async play(scene) {
      const attempt = await dear(scene)
      const { order, reference } = attempt
      const half = Math.floor(order.total / 2)
      await payPart(attempt, half)
      await scene.expectUnpaid(order)
      await payPart(attempt, order.total - half, testCards.world)
      expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ amount: order.total }] })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
      expect(await scene.craftgate.paymentsSinceMark()).toHaveLength(2)
      await scene.store.refund(order, { everything: true })
      await scene.lookUntil(order, ({ refunded }) => refunded === order.total)
      const payments = await scene.craftgate.paymentsSinceMark()
      expect(payments.map(({ paidPrice, refunded }) => paidPrice - refunded)).toEqual([0, 0])
    },
  },
  {
    title: 'several cards: a sum that was not completed in time goes back, and the order is paid anew',
    async play(scene) {
      const attempt = await scene.craftgate.inThePast({ hours: 6 }, async () => {
        const begun = await dear(scene)
        await payPart(begun, Math.floor(begun.order.total / 2))
        return begun
      })
      const { order, reference } = attempt
      await scene.store.askAgain(reference)
      await scene.expectUnpaid(order)
      expect(await scene.craftgate.heldSinceMark()).toBe(0)
      const again = await scene.goToPay(order)
      await payPart(again, order.total, testCards.world)
      await scene.expectPaid(order)
    },
  },
]
