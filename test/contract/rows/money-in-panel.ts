import { fromDecimal, money, toDecimal } from '@craftgate-commerce/core'
import { testCards } from '@craftgate-commerce/sandbox'
import { parse } from 'node-html-parser'
import type { PanelBrowser } from '../panel-browser'
import type { Row, Scene } from '../scene'

export const panelOf = (scene: Scene): Promise<PanelBrowser> => {
  const { openPanel } = scene.store
  if (openPanel === undefined) throw new Error(`${scene.store.name} has no panel that moves money`)
  return openPanel.call(scene.store)
}

export const decimal = (minor: number): string => toDecimal(money(minor, 'TRY'))

/** Minor units of what the page says that the card gets: 1.082,50 TL */
export const toldIn = (page: string): number =>
  Number((parse(page).querySelector('dd strong')?.text ?? '').replace(/\D/g, ''))

export const moneyInPanel: readonly Row[] = [
  {
    title: 'panel: a refund of an amount gives what its page told, and a second press does nothing',
    needs: ['panel-money'],
    async play(scene) {
      const { order, reference } = await scene.buy({}, { installment: 3 })
      const part = Math.floor(order.total / 4)
      const browser = await panelOf(scene)
      const path = `/payments/${reference}/refund`
      const page = await browser.text(`${path}?amount=${decimal(part)}`)
      const form = await browser.form(`${path}?amount=${decimal(part)}`)
      expect(form.amount).toBe(decimal(part))
      const leads = await Promise.all([browser.post(path, form), browser.post(path, form)])
      expect(leads.map((lead) => lead.split('done=')[1]).sort()).toEqual(['already', 'refunded'])
      expect(await scene.look(order)).toMatchObject({ refunded: part, refundPending: 0 })
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(toldIn(page)).toBe(payment?.refunded)
      expect(payment?.refunded).toBeGreaterThan(part)
      expect(await browser.text(`/payments/${reference}`)).toContain('İade')
    },
  },
  {
    title: 'panel: refund by item: what was chosen goes back as it was told, and never twice',
    needs: ['panel-money'],
    async play(scene) {
      const { order, reference } = await scene.buy({}, { installment: 3 })
      const browser = await panelOf(scene)
      const path = `/payments/${reference}/refund`
      const pieces = parse(await browser.text(path)).querySelector('input[name^=pieces-]')
      const chosen = `${path}?${pieces?.getAttribute('name')}=${pieces?.getAttribute('max')}`
      const page = await browser.text(chosen)
      const [form, another] = [await browser.form(chosen), await browser.form(chosen)]
      const part = fromDecimal(form.amount ?? '', 'TRY').minor
      expect(part).toBeLessThan(order.total)
      const leads = await Promise.all([browser.post(path, form), browser.post(path, another)])
      expect(leads.map((lead) => lead.split('done=')[1] ?? lead).sort()).toEqual(['409', 'refunded'])
      const { once = '' } = await browser.form(path)
      expect(await browser.post(path, { ...form, once })).toBe('409')
      expect(await scene.look(order)).toMatchObject({ refunded: part, refundPending: 0 })
      const [payment] = await scene.craftgate.paymentsSinceMark()
      expect(payment?.refunded).toBe(toldIn(page))
    },
  },
  {
    title: 'panel: all that is left goes back, and then there is nothing to refund',
    needs: ['panel-money'],
    async play(scene) {
      const { order, reference } = await scene.buy()
      const browser = await panelOf(scene)
      const path = `/payments/${reference}/refund`
      expect(await browser.post(path, await browser.form(path))).toContain('done=refunded')
      expect(await scene.look(order)).toMatchObject({ refunded: order.total })
      expect('once' in (await browser.form(path))).toBe(false)
    },
  },
  {
    title: 'panel: a card whose bank refuses refunds is given back by hand, whole, and marked as refunded',
    needs: ['panel-money'],
    async play(scene) {
      const { order, reference } = await scene.buy({}, { card: testCards.refundNotPossible })
      const browser = await panelOf(scene)
      const path = `/payments/${reference}/refund`
      const form = { ...(await browser.form(`${path}?to=outside`)), reason: 'Havale, dekont 4411' }
      expect(await browser.post(path, form)).toContain('done=marked-refunded')
      expect(await scene.look(order)).toMatchObject({ refunded: order.total, refundPending: 0 })
      expect('once' in (await browser.form(`${path}?to=outside`))).toBe(false)
    },
  },
  {
    title: 'panel: a pre-authorization is captured in part, and the order knows',
    needs: ['panel-money'],
    async play(scene) {
      const { order, reference } = await scene.buy({ phase: 'PRE_AUTH' })
      const less = order.total - Math.floor(order.total / 10)
      const browser = await panelOf(scene)
      const path = `/payments/${reference}/capture`
      expect(await browser.post(path, await browser.form(`${path}?amount=${decimal(less)}`))).toContain(
        'done=captured',
      )
      expect(await scene.look(order)).toMatchObject({ paid: less, authorized: 0 })
      expect((await scene.craftgate.paymentsSinceMark())[0]?.paidPrice).toBe(less)
    },
  },
  {
    title: 'panel: a pre-authorization is captured whole, and another is voided',
    needs: ['panel-money'],
    async play(scene) {
      const browser = await panelOf(scene)
      const one = await scene.buy({ phase: 'PRE_AUTH' })
      const capture = `/payments/${one.reference}/capture`
      expect(await browser.post(capture, await browser.form(capture))).toContain('done=captured')
      await scene.expectPaid(one.order)
      const other = await scene.buy({ phase: 'PRE_AUTH' })
      const path = `/payments/${other.reference}/void`
      expect(await browser.post(path, await browser.form(path))).toContain('done=voided')
      expect(await scene.look(other.order)).toMatchObject({ authorized: 0, paid: 0 })
    },
  },
  {
    title: 'panel: the bank’s refusal of a refund stands on the page, and nothing moved',
    needs: ['panel-money'],
    async play(scene) {
      const { order, reference } = await scene.buy({}, { card: testCards.refundNotPossible })
      const browser = await panelOf(scene)
      const path = `/payments/${reference}/refund`
      expect(await browser.post(path, await browser.form(`${path}?amount=1`))).toBe('409')
      expect(await scene.look(order)).toMatchObject({ refunded: 0, refundPending: 0 })
    },
  },
  {
    title: 'panel: a try that was declined stands in the timeline with the bank’s reason',
    async play(scene) {
      const { reference, shopper } = await scene.goToPay(await scene.place())
      await shopper.pay({ card: testCards.notSufficientFunds })
      await shopper.pay({ card: testCards.success })
      const page = await (await scene.store.merchantPages()).text(`/payments/${reference}`)
      expect(page).toContain('Reddedildi')
      expect(page).toContain('NOT_SUFFICIENT_FUNDS')
    },
  },
]
