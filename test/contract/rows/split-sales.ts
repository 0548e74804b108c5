import { randomUUID } from 'node:crypto'
import { until } from '../../until'
import type { EmulatedItem } from '../emulator'
import type { PanelBrowser } from '../panel-browser'
import type { Row, Scene } from '../scene'
import type { PlacedOrder } from '../store'
import { decimal, panelOf } from './money-in-panel'

// Goods of two sellers in one cart; the shipping is the shop's own.

/** Members of the store's merchant at Craftgate. */
const [BAKIR, DEFTER] = [2, 3]

/** What the example shops leave to a seller. */
const shareOf = (price: number): number => price - Math.round(price / 10)

/** The items of the order's payment, the sellers' first. */
async function itemsOf({ craftgate }: Scene): Promise<readonly [EmulatedItem, EmulatedItem, EmulatedItem]> {
  const [payment] = await craftgate.paymentsSinceMark()
  const [one, other, shipping] = payment?.items ?? []
  if (!one || !other || !shipping) throw new Error('The payment has no two lines and shipping')
  return [one, other, shipping]
}

const statusesOf = async (scene: Scene): Promise<readonly string[]> =>
  (await itemsOf(scene)).map(({ status }) => status)

/** A store may hear of a delivery a moment later. */
const becomes = async (scene: Scene, wanted: readonly string[]): Promise<void> => {
  const isSo = (statuses: readonly string[]) => statuses.join() === wanted.join()
  expect(await until(() => statusesOf(scene), isSo)).toEqual(wanted)
}

/**
 * One piece of the first line goes back. A store that refunds amounts only takes it from all items alike, so that no seller
 * pays for another's goods.
 */
async function giveOneBack(scene: Scene, order: PlacedOrder): Promise<void> {
  const [line] = order.lines
  if (!line) throw new Error('The order is empty')
  const amount = line.price / line.quantity
  const byLine = scene.store.capabilities.has('refund-by-line')
  const what = byLine ? { line: line.id, quantity: 1 } : { amount }
  expect(await scene.store.refund(order, what)).toMatchObject({ state: 'done', amount })
  const alike = ({ price }: EmulatedItem) => (amount * price) / order.total
  for (const [index, item] of (await itemsOf(scene)).entries()) {
    const wanted = byLine ? [amount, 0, 0][index] : alike(item)
    expect(Math.abs(item.refunded - (wanted ?? 0))).toBeLessThan(1)
  }
}

/** What a seller still gets of an item: his part of what did not go back. */
const leftOf = ({ price, refunded }: EmulatedItem): number =>
  Math.floor((shareOf(price) * (price - refunded)) / price)

async function deliver({ store }: Scene, order: PlacedOrder, index: number): Promise<void> {
  const line = order.lines[index]
  if (!line || store.deliver === undefined) throw new Error(`${store.name} delivers no such line`)
  await store.deliver(order, line.id)
}

/** The page of a seller's wallet in the panel, with so much in it. */
async function walletWith(browser: PanelBrowser, amount: number): Promise<string> {
  const [, merchant] = new RegExp(`/members/([^/"]+)/${BAKIR}"`).exec(await browser.text('/members')) ?? []
  const seller = `/members/${merchant}/${BAKIR}`
  await browser.post(`${seller}/wallet`)
  await move(browser, seller, { what: 'credit', amount })
  return seller
}

/** As the page does that asks once more. */
const move = (
  browser: PanelBrowser,
  seller: string,
  { what, amount }: { readonly what: 'credit' | 'withdraw'; readonly amount: number },
): Promise<string> =>
  browser.post(`${seller}/money/${what}`, {
    ...{ what, amount: decimal(amount), reason: 'Deneme', once: randomUUID() },
  })

const SOLD = { products: 2, quantity: 2, sellers: [BAKIR, DEFTER] }

export const splitSales: readonly Row[] = [
  {
    title: 'split sale: each seller has the share of their line, a refund takes of it, a delivery lets it go',
    needs: ['sellers'],
    async play(scene) {
      const { order, reference } = await scene.buy(SOLD)
      await scene.expectPaid(order)
      const [one, other, shipping] = await itemsOf(scene)
      expect([one, other, shipping].reduce((sum, { price }) => sum + price, 0)).toBe(order.total)
      expect(one.seller).toEqual({ memberId: BAKIR, share: shareOf(one.price) })
      expect(other.seller).toEqual({ memberId: DEFTER, share: shareOf(other.price) })
      expect(shipping).not.toHaveProperty('seller')
      expect(await statusesOf(scene)).toEqual(['WAITING_FOR_APPROVAL', 'WAITING_FOR_APPROVAL', 'APPROVED'])
      const panel = await scene.store.openPanel?.()
      const before = await panel?.text(`/sellers/shares/${reference}`)
      for (const seller of ['Bakır Atölyesi', 'Defter ve Kalem']) expect(before).toContain(seller)
      expect(before?.match(/Onay bekliyor/g)).toHaveLength(2)
      await giveOneBack(scene, order)
      await deliver(scene, order, 0)
      await becomes(scene, ['APPROVED', 'WAITING_FOR_APPROVAL', 'APPROVED'])
      const after = await panel?.text(`/sellers/shares/${reference}`)
      expect(after?.match(/Onay bekliyor/g)).toHaveLength(1)
      const [oneLeft, otherLeft] = await itemsOf(scene)
      expect(await scene.craftgate.payOut([one, other])).toEqual(new Map([[BAKIR, leftOf(oneLeft)]]))
      await deliver(scene, order, 1)
      await becomes(scene, ['PAYOUT_STARTED', 'APPROVED', 'PAYOUT_STARTED'])
      expect(await scene.craftgate.payOut([other])).toEqual(new Map([[DEFTER, leftOf(otherLeft)]]))
    },
  },
  {
    title: 'split sale: what a seller draws from the wallet is on its way until the webhook of the payout',
    needs: ['sellers', 'panel-money'],
    async play(scene) {
      const browser = await panelOf(scene)
      const seller = await walletWith(browser, 6_000)
      expect(await move(browser, seller, { what: 'withdraw', amount: 4_000 })).toContain(
        'done=waiting-withdraw',
      )
      expect(await browser.text(seller)).toContain('Bankaya gönderilmedi')
      await scene.store.reconcile()
      expect(await browser.text(seller)).toContain('Bankaya gönderilmedi')
      await scene.craftgate.payWithdrawals()
      expect(await scene.craftgate.deliverWebhooks()).toContain(200)
      const page = await browser.text(seller)
      expect(page).not.toContain('Bankaya gönderilmedi')
      expect(page).toMatch(/Gönderildi[\s\S]*Yapıldı/)
    },
  },
  {
    title: 'split sale: a line that went back whole is not let go, and the panel says so',
    needs: ['sellers', 'refund-by-line', 'panel-money'],
    async play(scene) {
      const { order, reference } = await scene.buy(SOLD)
      const [line] = order.lines
      if (!line) throw new Error('The order is empty')
      const refund = await scene.store.refund(order, { line: line.id, quantity: line.quantity })
      expect(refund).toMatchObject({ state: 'done', amount: line.price })
      await deliver(scene, order, 0)
      await deliver(scene, order, 1)
      await becomes(scene, ['WAITING_FOR_APPROVAL', 'APPROVED', 'APPROVED'])
      const panel = await scene.store.openPanel?.()
      const page = await panel?.text(`/sellers/shares/${reference}`)
      expect(page).toContain('İade edildi')
      expect(page).toContain('Onaylandı')
      expect(page).not.toContain('Onay bekliyor')
    },
  },
]
