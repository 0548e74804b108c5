import { Shopper } from '@craftgate-commerce/sandbox'
import type { Attempt, Row, Scene } from '../scene'
import type { OrderSpec } from '../store'

// Ways to pay that the pay link names: the shopper never sees the hosted page.

const EDENRED = { 'card-number': '6036819041742253' }
const CODE = { code: '283126' }

export interface Direct extends Attempt {
  readonly url: string
}

/** The shopper follows the pay link of one way to pay, as far as a page that he has to answer. */
export async function goToPayBy(scene: Scene, method: string, spec: OrderSpec = {}): Promise<Direct> {
  const order = await scene.place(spec)
  const { url, reference } = await scene.store.payLink(order)
  const link = `${url}&method=${method}`
  const shopper = new Shopper()
  expect((await shopper.open(link)).status).toBe(200)
  return { order, reference, shopper, url: link }
}

/** What the form of a page of ours sends; answered by the next page, or by the way back to the shop. */
export async function send(url: string, fields: Readonly<Record<string, string>>) {
  const { origin } = new URL(url)
  const body = new URLSearchParams(fields)
  const response = await fetch(url, { method: 'POST', body, headers: { origin }, redirect: 'manual' })
  const location = response.headers.get('location') ?? undefined
  return { status: response.status, html: await response.text(), location }
}

/** The shopper chose a bank and promised his money there. */
async function promiseTransfer(scene: Scene): Promise<Direct> {
  const direct = await goToPayBy(scene, 'INSTANT_TRANSFER')
  const { html } = await send(direct.url, { bank: '1' })
  await direct.shopper.openHtml(html, direct.url)
  expect(await direct.shopper.answerProvider('waiting')).toMatchObject({ outcome: 'returned' })
  return direct
}

/** The shopper stands at a wallet, opens the pay link without it, and is told that the wallet cannot be closed. */
async function leaveWallet(scene: Scene) {
  const direct = await goToPayBy(scene, 'PAPARA')
  const card = direct.url.replace(/&method=.*/, '')
  const told = await new Shopper().open(card)
  expect(told.html).toMatch(/name="leave" value="1"/)
  expect(await scene.craftgate.heldSinceMark()).toBe(0)
  const { status, location = '' } = await send(card, { leave: '1' })
  expect(status).toBe(303)
  return { ...direct, page: location }
}

export const directWays: readonly Row[] = [
  {
    title: 'wallet: the link leads to its own page, and the order is paid when the shopper comes back',
    async play(scene) {
      const { order, reference, shopper } = await goToPayBy(scene, 'PAPARA')
      const back = await shopper.answerProvider('paid')
      expect(back).toMatchObject({ outcome: 'returned', response: { status: 303 } })
      expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ amount: order.total }] })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
    },
  },
  {
    title: 'wallet: a callback that is lost is made good by its webhook',
    async play(scene) {
      const { order, shopper } = await goToPayBy(scene, 'PAPARA')
      expect(await shopper.answerProvider('paid', { deliver: false })).toMatchObject({ outcome: 'held' })
      await scene.expectUnpaid(order)
      await scene.craftgate.deliverWebhooks()
      await scene.expectPaid(order)
    },
  },
  {
    title: 'wallet: a shopper who gives up there opens the link again and pays',
    async play(scene) {
      const { order, shopper, url } = await goToPayBy(scene, 'PAPARA')
      await shopper.answerProvider('cancelled', { deliver: false })
      await scene.expectUnpaid(order)
      await shopper.open(url)
      await shopper.answerProvider('paid')
      await scene.expectPaid(order)
    },
  },
  {
    title: 'meal card: a wrong code is told, and the right one pays',
    async play(scene) {
      const { order, url } = await goToPayBy(scene, 'EDENRED')
      expect((await send(url, EDENRED)).html).toMatch('name="code"')
      const wrong = await send(url, { code: '000000' })
      expect([wrong.status, wrong.html]).toEqual([422, expect.stringMatching('name="card-number"')])
      await scene.expectUnpaid(order)
      await send(url, EDENRED)
      expect(await send(url, CODE)).toMatchObject({ status: 303 })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'instant transfer: the bank is chosen, and the order is paid when the money comes',
    async play(scene) {
      const { order, reference } = await promiseTransfer(scene)
      expect(await scene.look(order)).toMatchObject({ paid: 0, refunded: 0 })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'waiting' })
      await scene.craftgate.moneyComes()
      await scene.craftgate.deliverWebhooks()
      await scene.expectPaid(order)
    },
  },
  {
    title: 'another way: the first is left, and a card pays',
    async play(scene) {
      const { order, page } = await leaveWallet(scene)
      const shopper = new Shopper()
      await shopper.open(page)
      expect(await shopper.payBy('MULTINET')).toMatchObject({ outcome: 'returned' })
      await scene.expectPaid(order)
    },
  },
  {
    title: 'another way: what comes late of the one that was left goes back',
    async play(scene) {
      const { order, page, shopper: atWallet } = await leaveWallet(scene)
      const shopper = new Shopper()
      await shopper.open(page)
      await shopper.payBy('MULTINET')
      await scene.expectPaid(order)
      await atWallet.answerProvider('paid', { deliver: false })
      await scene.craftgate.deliverWebhooks()
      expect(await scene.craftgate.heldSinceMark()).toBe(order.total)
      await scene.expectPaid(order)
    },
  },
  {
    title:
      'Masterpass: without its script the link opens the payment page with it alone, and a linked card pays',
    async play(scene) {
      const { order, reference, shopper } = await goToPayBy(scene, 'MASTERPASS')
      expect(shopper.methods).toEqual(['MASTERPASS'])
      expect(await shopper.payBy('MASTERPASS')).toMatchObject({ outcome: 'returned' })
      expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ amount: order.total }] })
      expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
    },
  },
  {
    title: 'a way that there is not: the link says so and starts nothing',
    async play(scene) {
      const order = await scene.place()
      const { url } = await scene.store.payLink(order)
      expect(await new Shopper().open(`${url}&method=TELEPATHY`)).toMatchObject({ status: 422 })
      await scene.expectUnpaid(order)
    },
  },
]
