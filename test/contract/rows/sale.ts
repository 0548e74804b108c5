import { testCards } from '@craftgate-commerce/sandbox'
import type { Row } from '../scene'

export const sale: readonly Row[] = [
  {
    title: 'a sale: the order is paid by exactly its total',
    async play(scene) {
      const { order, reference, paid } = await scene.buy()
      expect(paid.response?.status).toBe(303)
      const view = await scene.expectPaid(order)
      expect(view.payments.at(-1)).toMatchObject({
        lastFour: testCards.success.cardNumber.slice(-4),
        installment: 1,
      })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
    },
  },
  {
    title: 'instalments: the card pays interest, the order is paid by its price',
    async play(scene) {
      const { order } = await scene.buy({}, { installment: 3 })
      const view = await scene.expectPaid(order)
      expect(view.payments.at(-1)?.installment).toBe(3)
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.price).toBe(order.total)
      expect(payment?.paidPrice).toBeGreaterThan(order.total)
    },
  },
  {
    title: '3D Secure, answered well',
    async play(scene) {
      const { order } = await scene.buy({}, { threeDS: 'ok' })
      await scene.expectPaid(order)
      expect((await scene.craftgate.paymentsSinceMark()).at(-1)?.threeDS).toBe(true)
    },
  },
  {
    title: '3D Secure, answered wrong: nothing is paid, the same page takes another try',
    async play(scene) {
      const { order, shopper, paid } = await scene.buy({}, { threeDS: 'wrong-code' })
      expect(paid.outcome).toBe('declined')
      await scene.expectUnpaid(order)
      await shopper.pay({ card: testCards.success, threeDS: 'ok' })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'declined, then paid with another card on the same page',
    async play(scene) {
      const { order, shopper, paid } = await scene.buy({}, { card: testCards.notSufficientFunds })
      expect(paid).toMatchObject({ outcome: 'declined', group: 'NOT_SUFFICIENT_FUNDS' })
      await scene.expectUnpaid(order)
      await shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'declined, back to the shop, told why, and paid by a new link',
    async play(scene) {
      const { order, shopper, reference } = await scene.buy({}, { card: testCards.notSufficientFunds })
      const left = await shopper.leave()
      expect(left.response?.status).toBe(303)
      const seen = await scene.store.shopperSees(order, reference)
      expect(seen.outcome).toBe('declined')
      expect(seen.message).toMatch(/bakiye|limit/i)
      await scene.expectUnpaid(order)
      const again = await scene.goToPay(order)
      await again.shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'the page is abandoned: the order stays payable and a later visit pays it',
    async play(scene) {
      const order = await scene.place()
      const first = await scene.goToPay(order)
      await first.shopper.leave()
      expect(await scene.store.shopperSees(order, first.reference)).toMatchObject({ outcome: 'waiting' })
      await scene.expectUnpaid(order)
      const second = await scene.goToPay(order)
      await second.shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'the token expired: the page is closed, the attempt ends, a new one pays',
    async play(scene) {
      const order = await scene.place()
      const { reference, shopper } = await scene.craftgate.inThePast({ hours: 6 }, () => scene.goToPay(order))
      expect((await shopper.pay({ card: testCards.success })).outcome).toBe('expired')
      await scene.store.askAgain(reference)
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'expired' })
      const again = await scene.goToPay(order)
      await again.shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'a coupon, several pieces and shipping: the basket still sums to the order',
    async play(scene) {
      const { order } = await scene.buy({ products: 3, quantity: 3, coupon: 'HOSGELDIN10' })
      await scene.expectPaid(order)
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.items.reduce((sum, item) => sum + item.price, 0)).toBe(order.total)
    },
  },
  {
    title: 'a second shop with prices that exclude tax',
    async play(scene) {
      const { order } = await scene.buy({ secondShop: true, quantity: 3 })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'yen: a currency without decimals',
    needs: ['several-currencies'],
    async play(scene) {
      const { order } = await scene.buy({ currency: 'JPY' })
      await scene.expectPaid(order)
      expect(await scene.craftgate.paymentsSinceMark()).toMatchObject([
        { currency: 'JPY', price: order.total },
      ])
    },
  },
  {
    title: 'dinar: a currency with three decimals, sold and refunded in part',
    needs: ['several-currencies'],
    async play(scene) {
      const { order } = await scene.buy({ currency: 'KWD' })
      await scene.expectPaid(order)
      const part = Math.floor(order.total / 20) * 10
      expect(await scene.store.refund(order, { amount: part })).toMatchObject({ state: 'done', amount: part })
    },
  },
]
