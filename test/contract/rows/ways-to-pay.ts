import { type PayMethod, testCards } from '@craftgate-commerce/sandbox'
import type { Attempt, Row, Scene } from '../scene'

/** One method of each group whose money is there when the shopper comes back. */
const AT_ONCE: readonly (readonly [group: string, method: PayMethod])[] = [
  ['wallet', 'PAPARA'],
  ['meal card', 'MULTINET'],
  ['gift card', 'EDENRED_GIFT'],
  ['bank app', 'GARANTI_PAY'],
  ['carrier billing', 'PAYCELL_DCB'],
  ['instant transfer', 'INSTANT_TRANSFER'],
  ['loan', 'YKB_WORLD_PAY_SHOPPING_LOAN'],
]

const paidBy = ([group, method]: (typeof AT_ONCE)[number]): Row => ({
  title: `${group}: a purchase by ${method} is paid`,
  async play(scene) {
    const { order, shopper, reference } = await scene.goToPay(await scene.place())
    expect(await shopper.payBy(method)).toMatchObject({ outcome: 'returned' })
    expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ amount: order.total }] })
    expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
  },
})

/** The shopper has done his part, and the money is not there yet. */
export async function awaitMoney(
  scene: Scene,
  method: PayMethod,
  outcome: 'waiting' | 'never',
): Promise<Attempt> {
  const attempt = await scene.goToPay(await scene.place())
  expect(await attempt.shopper.payBy(method, { outcome })).toMatchObject({ outcome: 'returned' })
  expect(await scene.look(attempt.order)).toMatchObject({ paid: 0, refunded: 0 })
  expect(await scene.craftgate.heldSinceMark()).toBe(0)
  expect(await scene.store.shopperSees(attempt.order, attempt.reference)).toMatchObject({
    outcome: 'waiting',
  })
  return attempt
}

const comesLater = (title: string, method: PayMethod): Row => ({
  title,
  async play(scene) {
    const { order } = await awaitMoney(scene, method, 'waiting')
    await scene.craftgate.moneyComes()
    await scene.craftgate.deliverWebhooks()
    await scene.expectPaid(order)
  },
})

const neverComes = (title: string, method: PayMethod): Row => ({
  title,
  needs: ['placed-when-paid'],
  async play(scene) {
    const { order, reference } = await awaitMoney(scene, method, 'never')
    await scene.craftgate.moneyNeverComes()
    await scene.store.askAgain(reference)
    await scene.expectUnpaid(order)
    const again = await scene.goToPay(order)
    await again.shopper.payBy('PAPARA')
    await scene.expectPaid(order)
  },
})

export const waysToPay: readonly Row[] = [
  ...AT_ONCE.map(paidBy),
  comesLater('instant transfer: the order is paid when the money comes', 'INSTANT_TRANSFER'),
  neverComes('instant transfer: the money never comes, and another way pays', 'INSTANT_TRANSFER'),
  comesLater('loan: the order is paid when the lender approves', 'ZIP'),
  neverComes('loan: the lender refuses later, and another way pays', 'ZIP'),
  {
    title: 'instant transfer: money that nobody told of is found by the scheduled job',
    async play(scene) {
      const { order, reference } = await awaitMoney(scene, 'INSTANT_TRANSFER', 'waiting')
      await scene.craftgate.loseWebhooks()
      await scene.craftgate.moneyComes()
      await scene.store.askAgain(reference)
      await scene.expectPaid(order)
    },
  },
  {
    title: 'wallet: what the provider declines leaves the page open for another way',
    async play(scene) {
      const { order, shopper } = await scene.goToPay(await scene.place())
      expect(await shopper.payBy('PAPARA', { outcome: 'declined' })).toMatchObject({ outcome: 'declined' })
      await scene.expectUnpaid(order)
      await shopper.payBy('MULTINET')
      await scene.expectPaid(order)
    },
  },
  {
    title: 'wallet: a shopper who stands at the provider promised nothing, turns back and pays by card',
    async play(scene) {
      const { order, shopper, reference } = await scene.goToPay(await scene.place())
      expect(await shopper.payBy('PAPARA', { outcome: 'stay' })).toMatchObject({ outcome: 'provider' })
      await scene.store.askAgain(reference)
      await scene.expectUnpaid(order)
      expect(await shopper.answerProvider('cancelled')).toMatchObject({ outcome: 'declined' })
      await shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'points: a part of the price is paid with points, and a part goes back',
    async play(scene) {
      const { order, shopper } = await scene.goToPay(await scene.place())
      await shopper.pay({ card: testCards.points, points: '5' })
      await scene.expectPaid(order)
      await scene.store.refund(order, { amount: 1_000 })
      await scene.lookUntil(order, ({ refunded }) => refunded === 1_000)
      expect(await scene.craftgate.heldSinceMark()).toBe(order.total - 1_000)
    },
  },
  {
    title: 'wallet: the whole amount goes back',
    async play(scene) {
      const { order, shopper } = await scene.goToPay(await scene.place())
      await shopper.payBy('PAPARA')
      await scene.expectPaid(order)
      await scene.store.refund(order, { everything: true })
      await scene.lookUntil(order, ({ refunded }) => refunded === order.total)
      expect(await scene.craftgate.heldSinceMark()).toBe(0)
    },
  },
  {
    title: 'meal card: a part goes back',
    async play(scene) {
      const { order, shopper } = await scene.goToPay(await scene.place())
      await shopper.payBy('MULTINET')
      await scene.expectPaid(order)
      await scene.store.refund(order, { amount: 1_000 })
      await scene.lookUntil(order, ({ refunded }) => refunded === 1_000)
      expect(await scene.craftgate.heldSinceMark()).toBe(order.total - 1_000)
    },
  },
]
