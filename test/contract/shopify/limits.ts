import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { captureLessButNotMore, refundPriceOfLine } from '../limit-plays'
import { paidLink } from '../rows/link-payments'
import { decimal, toldIn } from '../rows/money-in-panel'
import { awaitMoney } from '../rows/ways-to-pay'
import type { Limits } from '../store'

/** What Shopify can not express, and what happens instead. */
export const limits: Limits = {
  'refund-by-line': {
    why: 'Shopify tells a payments app neither lines nor an order, only amounts',
    instead: 'Shopify itself makes an amount of the lines, and that amount goes back',
    play: refundPriceOfLine,
  },
  'capture-other-amount': {
    why: 'Shopify never captures more than was authorized',
    instead: 'more is refused by Shopify, less is captured once, and the rest is released',
    async play(scene) {
      await captureLessButNotMore(scene)
    },
  },
  'placed-when-paid': {
    why: 'Shopify places the order when the shopper has promised the money, and tells it as pending',
    instead: 'the pending order ends unpaid when the money does not come',
    async play(scene) {
      const { order, reference } = await awaitMoney(scene, 'INSTANT_TRANSFER', 'never')
      await scene.craftgate.moneyNeverComes()
      await scene.store.askAgain(reference)
      const view = await scene.lookUntil(order, ({ authorized }) => authorized === 0)
      expect(view).toMatchObject({ paid: 0, refunded: 0 })
    },
  },
  customers: {
    why: 'Shopify tells an app no customer, only an e-mail address that anybody may type',
    instead: 'the page offers to store no card, and a link that asks for stored cards offers none',
    async play(scene) {
      const { order, shopper } = await scene.goToPay(await scene.place())
      expect(shopper.page.html).toContain('name="cardNumber"')
      expect(shopper.page.html).not.toContain('name="storeCard"')
      const { url } = await scene.store.payLink(order)
      expect(await new Shopper().open(`${url}&method=STORED_CARD`)).toMatchObject({ status: 422 })
      await scene.expectUnpaid(order)
    },
  },
  sellers: {
    why: 'Shopify tells a payments app the amount of a payment and no lines, so nobody knows whose goods they are',
    instead: 'the payment is the shop’s own as a whole, and no share of it waits for an approval',
    async play(scene) {
      await scene.expectPaid((await scene.buy()).order)
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.items.map(({ seller, status }) => [seller, status])).toEqual([[undefined, 'APPROVED']])
    },
  },
  'panel-money': {
    why: 'a payments app can begin no refund, capture or void: a merchant does in Shopify’s admin, and Shopify asks for it',
    instead:
      'the page of a payment shows the way there, what the card would get and no button, and nothing that is posted moves money',
    async play(scene) {
      const { order, reference } = await scene.buy({}, { installment: 3 })
      const merchant = await scene.store.merchantPages()
      const page = await merchant.text(`/payments/${reference}`)
      expect(page).toContain('/admin/orders')
      for (const action of ['refund', 'capture', 'void']) {
        expect(page).not.toContain(`/payments/${reference}/${action}`)
        expect(await merchant.post(`/payments/${reference}/${action}`, { amount: '1' })).not.toContain(
          'done=',
        )
      }
      await scene.expectPaid(order)
      const [charged] = await scene.craftgate.paymentsSinceMark()
      expect(toldIn(page)).toBe(charged?.paidPrice)
      const amount = Math.floor(order.total / 3)
      const told = toldIn(await merchant.text(`/payments/${reference}?amount=${decimal(amount)}`))
      expect(told).toBeGreaterThan(amount)
      expect(await scene.store.refund(order, { amount })).toMatchObject({ state: 'done' })
      const [refunded] = await scene.craftgate.paymentsSinceMark()
      expect(refunded?.refunded).toBe(told)
    },
  },
  'unpaid-orders': {
    why: 'Shopify has manual payment methods of its own for bank transfer and cash on delivery, and tells a payments app neither that an order was placed unpaid nor that its money came',
    instead: 'the app starts neither for a link that names it, and the order waits for another way',
    async play(scene) {
      const order = await scene.place()
      const { url } = await scene.store.payLink(order)
      for (const method of ['FUND_TRANSFER', 'CASH_ON_DELIVERY'])
        expect(await new Shopper().open(`${url}&method=${method}`)).toMatchObject({ status: 422 })
      await scene.expectUnpaid(order)
      expect(await scene.craftgate.paymentsSinceMark()).toEqual([])
      const again = await scene.goToPay(order)
      await again.shopper.payBy('MULTINET')
      await scene.expectPaid(order)
    },
  },
  'matched-link-payments': {
    why: 'Shopify settles a payment session by a payment of that session only, and a payments app cannot mark an order as paid',
    instead:
      'the page of the link says that the order is marked as paid in Shopify’s admin, leads to no match, and none is taken',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const { total, number } = await scene.place()
      const link = await paidLink(merchant, `${number} nolu sipariş`, total)
      const page = await merchant.text(link)
      expect(page).toContain('yönetim panelinde ödenmiş sayın')
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(page).toContain(`<code>${payment?.id}</code>`)
      expect(page).not.toContain(`/payments/${payment?.id}`)
      const led = await merchant.post(`${link}/payments/${payment?.id}/match`, { order: number })
      expect(led).not.toContain('done=')
      // No order took this money, so it does not stay.
      await scene.craftgate.cancelInPanel()
    },
  },
  'changing-cart': {
    why: 'a payment session keeps the amount that Shopify began it with, and Shopify tells no app of a changed cart',
    instead: 'the first session that is paid pays the order as Shopify said it, and the other one goes back',
    async play(scene) {
      const order = await scene.place()
      const merchant = await scene.goToPay(order)
      const grown = await scene.store.changeCart(order)
      const other = await scene.goToPay(grown)
      await merchant.shopper.pay({ card: testCards.success })
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
