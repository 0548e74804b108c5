import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { ANOTHER_MERCHANT } from '../emulator'
import type { Row } from '../scene'

const post = (url: string, body: string, headers: Record<string, string>) =>
  fetch(url, { method: 'POST', body, headers, redirect: 'manual' })

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }

export const security: readonly Row[] = [
  {
    title: 'a forged callback with an invented token gains nothing',
    async play(scene) {
      const { order } = await scene.goToPay(await scene.place())
      const [url = ''] = scene.store.callbackUrls
      const answer = await post(url, 'token=14755c78-2e55-4171-ade2-7c9e7dc453ef&status=SUCCESS', form)
      expect(answer.status).toBe(404)
      await scene.expectUnpaid(order)
    },
  },
  {
    title: 'a callback for a page that was not paid gains nothing',
    async play(scene) {
      const { order, shopper } = await scene.goToPay(await scene.place())
      await shopper.leave()
      await scene.expectUnpaid(order)
    },
  },
  {
    title: 'a forged webhook is refused',
    async play(scene) {
      const { order, callback, reference } = await scene.heldCallback()
      const event = {
        eventType: 'CHECKOUTFORM_AUTH',
        eventTimestamp: 1,
        status: 'SUCCESS',
        payloadId: callback.fields.token,
      }
      const [url = ''] = scene.store.webhookUrls
      const answer = await post(url, JSON.stringify(event), { ...json, 'x-cg-signature-v1': 'Zm9yZ2Vk' })
      expect(answer.status).toBe(401)
      await scene.expectUnpaid(order)
      await scene.store.askAgain(reference)
      await scene.expectPaid(order)
    },
  },
  {
    title: "a webhook signed with another merchant's key is refused",
    async play(scene) {
      const { order } = await scene.heldCallback()
      await scene.craftgate.signWebhooksAs(ANOTHER_MERCHANT)
      expect(await scene.craftgate.deliverWebhooks()).toEqual([401])
      await scene.expectUnpaid(order)
      await scene.craftgate.signWebhooksAs(undefined)
      expect(await scene.craftgate.deliverWebhooks()).toContain(200)
      await scene.expectPaid(order)
    },
  },
  {
    title: 'the token of another, cheaper payment pays only its own order',
    async play(scene) {
      const cheap = await scene.heldCallback({ products: 1 })
      const dear = await scene.goToPay(await scene.place({ products: 3, quantity: 2 }))
      await dear.shopper.deliver({ url: cheap.callback.url, fields: cheap.callback.fields })
      await scene.expectUnpaid(dear.order)
      await scene.expectPaid(cheap.order)
    },
  },
  {
    title: 'a payment of another amount pays nothing and goes back',
    async play(scene) {
      const { order, callback, shopper, reference } = await scene.heldCallback()
      await scene.craftgate.tamperNewest({ price: order.total - 100 })
      await shopper.deliver(callback)
      await scene.expectUnpaid(order)
      expect((await scene.store.shopperSees(order, reference)).outcome).toMatch(/refunding|refunded/)
      await scene.store.reconcile()
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.refunded).toBe(payment?.paidPrice)
    },
  },
  {
    title: 'a payment in another currency pays nothing and goes back',
    async play(scene) {
      const { order, callback, shopper } = await scene.heldCallback()
      await scene.craftgate.tamperNewest({ currency: 'USD' })
      await shopper.deliver(callback)
      await scene.expectUnpaid(order)
      await scene.store.reconcile()
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.refunded).toBe(payment?.paidPrice)
    },
  },
  {
    title: 'a pay link with a changed signature or reference opens nothing',
    async play(scene) {
      const { url } = await scene.store.payLink(await scene.place())
      const changed = new URL(url)
      changed.searchParams.set('sig', `${changed.searchParams.get('sig')}x`)
      expect((await fetch(changed, { redirect: 'manual' })).status).toBe(404)
      const other = new URL(url)
      other.pathname = `${other.pathname}1`
      expect((await fetch(other, { redirect: 'manual' })).status).toBe(404)
    },
  },
  {
    title: 'malformed and oversized bodies are refused in plain words, and the order can still be paid',
    async play(scene) {
      const { order, shopper } = await scene.goToPay(await scene.place())
      const [callback = ''] = scene.store.callbackUrls
      const [webhook = ''] = scene.store.webhookUrls
      expect((await post(callback, 'nothing=here', form)).status).toBe(400)
      expect((await post(callback, `token=${'x'.repeat(1_000_000)}`, form)).status).toBe(413)
      expect((await post(webhook, '{"eventType":', json)).status).toBeGreaterThanOrEqual(400)
      expect((await post(webhook, JSON.stringify({ payload: 'x'.repeat(2_000_000) }), json)).status).toBe(413)
      await shopper.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'another shopper with the pay link pays for the owner and learns nothing else',
    async play(scene) {
      const order = await scene.place()
      const { url } = await scene.store.payLink(order)
      const stranger = new Shopper({ lang: 'en' })
      const page = await stranger.open(url)
      expect(page.html).not.toMatch(/example\.com|Moda Cad|5551112233/)
      await stranger.pay({ card: testCards.success })
      await scene.expectPaid(order)
    },
  },
]
