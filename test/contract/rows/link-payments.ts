import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { parse } from 'node-html-parser'
import { linkIn, type MerchantPages, submit } from '../merchant-pages'
import { hiddenFields } from '../panel-browser'
import type { Row } from '../scene'
import { decimal } from './money-in-panel'

// What was paid by a link for a free amount, and the order that it was for.

/** Whoever has the link opens it and pays. */
export async function payLinkOf(url: string): Promise<void> {
  const opened = await fetch(url, { method: 'POST', redirect: 'manual' })
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(new URL(opened.headers.get('location') ?? '', url).href)
  await shopper.pay({ card: testCards.success })
}

export const addressIn = (page: string): string =>
  parse(page).querySelector('#address')?.getAttribute('value') ?? ''

/** The page of a link of so many minor units of lira, which somebody paid. */
export async function paidLink(merchant: MerchantPages, name: string, amount: number): Promise<string> {
  const terms = { name, price: decimal(amount).replace('.', ','), currency: 'TRY', installments: '1' }
  const link = (await submit(merchant, '/links', terms)).replace(/\?.*/, '')
  await payLinkOf(addressIn(await merchant.text(link)))
  return link
}

/** As people read it; a cart has another name before it is an order. */
export async function numberOf(merchant: MerchantPages, reference: string): Promise<string> {
  const title = parse(await merchant.text(`/payments/${encodeURIComponent(reference)}`)).querySelector('h1')
  const [, number] = /^Sipariş #?(\S+)$/.exec(title?.text.trim() ?? '') ?? []
  if (number === undefined) throw new Error(`No order is named in "${title?.text}"`)
  return number
}

export const linkPayments: readonly Row[] = [
  {
    title:
      'panel: the payment of a free link pays an order that was placed unpaid, once, and is given back on it',
    needs: ['matched-link-payments'],
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const [order, other] = [await scene.place(), await scene.place()]
      const { reference } = await scene.store.placeUnpaid(order, 'CASH_ON_DELIVERY')
      const { reference: otherReference } = await scene.store.placeUnpaid(other, 'FUND_TRANSFER')
      const number = await numberOf(merchant, reference)
      const link = await paidLink(merchant, `${number} nolu sipariş`, order.total)
      const payment = await linkIn(merchant, link, /^\/links\/[^/]+\/\d+\/payments\/\d+$/)
      const page = await merchant.text(payment)
      expect(page).toContain('bağlantıda numarası yazıyor, tutarı aynı')
      const chosen = (of: string) => linkIn(merchant, payment, new RegExp(`/match\\?order=${of}&`))
      const [mine, others] = [
        await merchant.text(await chosen(reference)),
        await merchant.text(await chosen(otherReference)),
      ]
      for (const named of [number, payment.split('/').at(-1)]) expect(mine).toContain(named)
      await scene.expectUnpaid(order)
      const match = (of: string) => merchant.post(`${payment}/match`, hiddenFields(of))
      for (const answer of await Promise.all([match(mine), match(mine)]))
        expect(answer).toMatch(/done=match(ed|ing)$/)
      expect(await match(others)).toBe('409')
      await scene.expectUnpaid(other)
      const [paid, ...more] = await scene.craftgate.paymentsSinceMark()
      expect([paid?.paidPrice, more]).toEqual([order.total, []])
      expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ craftgateId: paid?.id }] })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
      expect(await linkIn(merchant, link, /^\/payments\//)).toBe(`/payments/${encodeURIComponent(reference)}`)
      const part = Math.floor(order.total / 4)
      expect(await scene.store.refund(order, { amount: part })).toMatchObject({ state: 'done', amount: part })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(part)
      expect(await scene.look(order)).toMatchObject({ refunded: part, refundPending: 0 })
    },
  },
  {
    title:
      'panel: the payment of a free link pays no order that owes something else, nor when it was given back',
    needs: ['matched-link-payments'],
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const order = await scene.place()
      const { reference } = await scene.store.placeUnpaid(order, 'FUND_TRANSFER')
      const number = await numberOf(merchant, reference)
      const link = await paidLink(merchant, 'Kahve', order.total - 1)
      const payment = await linkIn(merchant, link, /^\/links\/[^/]+\/\d+\/payments\/\d+$/)
      const wanted = { order: reference, number }
      const refused = await merchant.answer(`${payment}/match`, wanted)
      for (const amount of [order.total, order.total - 1]) expect(refused).toContain(decimal(amount))
      // The buyer's name stands on the card.
      const found = await merchant.text(`${payment}?number=${encodeURIComponent(number)}`)
      expect(found).toMatch(new RegExp(`order=${reference}&[^>]*>${number} siparişini seç`))
      await scene.craftgate.cancelInPanel()
      expect(await merchant.answer(`${payment}/match`, wanted)).toContain('iptal ya da iade edilmiş')
      await scene.expectUnpaid(order)
    },
  },
]
