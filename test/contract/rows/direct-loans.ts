import type { Row, Scene } from '../scene'
import type { OrderSpec } from '../store'
import { type Direct, goToPayBy, send } from './direct-ways'

// Shopping loans that the pay link names: the lender asks on a page of its own.

/** Who Haso lends to: core's page asks before the lender's does. */
const BORROWER = {
  'identity-number': '11111111110',
  'birth-date': '1990-01-01',
  phone: '0555 111 22 33',
}

/** The shopper applies on core's page and at the lender's, who grants the loan and waits for the merchant. */
export async function takeLoan(scene: Scene, spec: OrderSpec = {}): Promise<Direct> {
  const direct = await goToPayBy(scene, 'HASO', spec)
  const { status, location = '' } = await send(direct.url, BORROWER)
  expect(status).toBe(303)
  await direct.shopper.open(location)
  expect(await direct.shopper.answerProvider('paid')).toMatchObject({ outcome: 'returned' })
  return direct
}

/** The shopper has done his part at the lender, who decides later. */
async function awaitLender(scene: Scene): Promise<Direct> {
  scene.craftgate.nextLenderDecidesLater()
  const direct = await goToPayBy(scene, 'MASLAK')
  expect(await direct.shopper.answerProvider('paid')).toMatchObject({ outcome: 'returned' })
  await scene.expectAwaited(direct.order)
  expect(await scene.craftgate.heldSinceMark()).toBe(0)
  expect(await scene.store.shopperSees(direct.order, direct.reference)).toMatchObject({ outcome: 'waiting' })
  return direct
}

export const directLoans: readonly Row[] = [
  {
    title: 'loan: granted at once, it pays the order when the shopper comes back',
    async play(scene) {
      const { order, reference, shopper } = await goToPayBy(scene, 'MASLAK')
      expect(await shopper.answerProvider('paid')).toMatchObject({ outcome: 'returned' })
      expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ amount: order.total }] })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
    },
  },
  {
    title: 'loan: the lender refuses, nothing is owed to it, and another way pays',
    async play(scene) {
      const { order, shopper } = await goToPayBy(scene, 'MASLAK')
      expect(await shopper.answerProvider('declined')).toMatchObject({ outcome: 'returned' })
      await scene.expectUnpaid(order)
      const again = await scene.goToPay(order)
      await again.shopper.payBy('MULTINET')
      await scene.expectPaid(order)
    },
  },
  {
    title: 'loan: core asks who the borrower is, and approves by itself what the lender granted',
    async play(scene) {
      const { order, reference } = await takeLoan(scene)
      await scene.expectPaid(order)
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
      await scene.store.askAgain(reference)
      expect(await scene.craftgate.paymentsSinceMark()).toHaveLength(1)
    },
  },
  {
    title: 'loan: an approval that Craftgate could not take is made up for, and pays the order',
    async play(scene) {
      await scene.craftgate.refuseRequests('/approve$')
      const { order, reference } = await takeLoan(scene)
      await scene.expectAwaited(order)
      await scene.craftgate.up()
      await scene.store.askAgain(reference)
      await scene.lookUntil(order, ({ paid }) => paid > 0)
      await scene.expectPaid(order)
    },
  },
  {
    title: 'loan: a lender who decides a day later is awaited, and his notification pays the order',
    async play(scene) {
      const { order } = await awaitLender(scene)
      await scene.craftgate.moneyComes()
      await scene.craftgate.deliverWebhooks()
      expect(scene.craftgate.newestWebhook()).toBe('BNPL_NOTIFICATION')
      await scene.expectPaid(order)
    },
  },
  {
    title: 'loan: a lender who refuses a day later is awaited no more',
    async play(scene) {
      const { order } = await awaitLender(scene)
      await scene.craftgate.moneyNeverComes()
      await scene.craftgate.deliverWebhooks()
      expect(scene.craftgate.newestWebhook()).toBe('BNPL_NOTIFICATION')
      const view = await scene.lookUntil(order, ({ authorized }) => authorized === 0)
      expect(view).toMatchObject({ paid: 0, refunded: 0 })
    },
  },
]
