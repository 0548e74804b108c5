import type { Row, Scene } from '../scene'
import type { OfflineMethod, PlacedOrder } from '../store'
import { decimal, panelOf } from './money-in-panel'

// Money that is paid past Craftgate: the order is placed unpaid, and the merchant says when the money came.

interface Unpaid {
  readonly order: PlacedOrder
  readonly reference: string
}

async function placeUnpaid(scene: Scene, method: OfflineMethod): Promise<Unpaid> {
  const order = await scene.place()
  const { reference } = await scene.store.placeUnpaid(order, method)
  await scene.expectUnpaid(order)
  expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'waiting' })
  expect(await scene.craftgate.paymentsSinceMark()).toEqual([])
  return { order, reference }
}

const paidOnce = (way: string, method: OfflineMethod): Row => ({
  title: `${way}: the order is placed unpaid, and its money is recorded once, however often the merchant clicks`,
  needs: ['unpaid-orders'],
  async play(scene) {
    const { order, reference } = await placeUnpaid(scene, method)
    const clicks = await Promise.all([1, 2, 3].map(() => scene.store.recordMoney(order)))
    expect(clicks).toEqual([{ ok: true }, { ok: true }, { ok: true }])
    expect(await scene.store.recordMoney(order)).toEqual({ ok: true })
    const [payment, ...more] = await scene.craftgate.paymentsSinceMark()
    expect([payment?.paidPrice, more]).toEqual([order.total, []])
    expect(await scene.expectPaid(order)).toMatchObject({ payments: [{ craftgateId: payment?.id }] })
    expect(await scene.store.shopperSees(order, reference)).toMatchObject({ outcome: 'paid' })
  },
})

const cancelledBefore = (way: string, method: OfflineMethod): Row => ({
  title: `${way}: an order that is cancelled before its money came is never at Craftgate`,
  needs: ['unpaid-orders'],
  async play(scene) {
    const { order } = await placeUnpaid(scene, method)
    await scene.store.cancelUnpaid(order)
    expect(await scene.look(order)).toMatchObject({ state: 'cancelled', paid: 0, authorized: 0 })
    const refused = await scene.store.recordMoney(order)
    expect(refused).toMatchObject({ ok: false, reason: expect.stringMatching(/iptal/) })
    expect(await scene.craftgate.paymentsSinceMark()).toEqual([])
  },
})

const givenBackByHand: Row = {
  title:
    'cash on delivery: given back by hand, it is marked as refunded from the panel, in part and then the rest, once',
  needs: ['unpaid-orders', 'panel-money'],
  async play(scene) {
    const { order, reference } = await placeUnpaid(scene, 'CASH_ON_DELIVERY')
    await scene.store.recordMoney(order)
    const browser = await panelOf(scene)
    const path = `/payments/${reference}/refund`
    const part = Math.floor(order.total / 4)
    const form = { ...(await browser.form(`${path}?amount=${decimal(part)}`)), reason: 'Kasadan nakit' }
    expect(form).toMatchObject({ to: 'outside' })
    const leads = await Promise.all([browser.post(path, form), browser.post(path, form)])
    expect(leads.map((lead) => lead.split('done=')[1]).sort()).toEqual(['already', 'marked-refunded'])
    expect(await scene.look(order)).toMatchObject({ refunded: part, refundPending: 0 })
    const rest = { ...(await browser.form(path)), reason: 'Kasadan nakit' }
    expect(await browser.post(path, { ...rest, reason: ' ' })).toBe('409')
    const again = { ...(await browser.form(path)), reason: 'Kasadan nakit' }
    expect(await browser.post(path, again)).toContain('marked-refunded')
    expect(await scene.look(order)).toMatchObject({ refunded: order.total, refundPending: 0 })
    expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(order.total)
  },
}

const WAYS: readonly (readonly [way: string, method: OfflineMethod])[] = [
  ['bank transfer', 'FUND_TRANSFER'],
  ['cash on delivery', 'CASH_ON_DELIVERY'],
]

export const unpaidOrders: readonly Row[] = [
  ...WAYS.flatMap(([way, method]) => [paidOnce(way, method), cancelledBefore(way, method)]),
  givenBackByHand,
]
