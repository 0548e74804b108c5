import { randomBytes, randomUUID } from 'node:crypto'
import { testCards } from '@craftgate-commerce/sandbox'
import { parse } from 'node-html-parser'
import { dayAtCraftgate, linkIn, type MerchantPages, submit } from '../merchant-pages'
import type { Row } from '../scene'
import { takeLoan } from './direct-loans'
import { addressIn, payLinkOf } from './link-payments'

// What the merchant does in the panel, and what becomes of it at Craftgate and in the shop.

/** The page of a transfer that is listed. */
async function transferIn(merchant: MerchantPages, id: number): Promise<string> {
  const [, path] =
    new RegExp(`href="[^"]*(/transfers/[^"/]+/${id})"`).exec(await merchant.text('/transfers')) ?? []
  if (path === undefined) throw new Error(`Transfer ${id} is not listed`)
  return path
}

export const panel: readonly Row[] = [
  {
    title: 'panel: a pay link is sent, paid and matched',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const link = {
        name: 'Kahve atölyesi',
        price: '750,50',
        currency: 'TRY',
        installments: '1',
        once: randomUUID(),
      }
      const [made, again] = [await merchant.post('/links', link), await merchant.post('/links', link)]
      expect(made).toMatch(/\/links\/[^/]+\/\d+\?done=made-link$/)
      expect(again).toBe(made)
      const page = (made.split('/panel')[1] ?? '').replace(/\?.*/, '')
      const sent = await merchant.text(page)
      expect(sent).toContain('https://wa.me/?text=')
      await payLinkOf(addressIn(sent))
      const [payment, ...more] = await scene.craftgate.paymentsSinceMark()
      expect([payment?.paidPrice, more]).toEqual([75_050, []])
      expect(await merchant.text(page)).toContain(`<code>${payment?.id}</code>`)
      // No order took this money, so it does not stay.
      await scene.craftgate.cancelInPanel()
    },
  },
  {
    title: 'panel: what was done stands in the list of entries, by what it was done to',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const link = { name: 'Fincan', price: '99', currency: 'TRY', installments: '1' }
      const ids = []
      for (const once of [randomUUID(), randomUUID()])
        ids.push(/(\d+)\?done=made-link$/.exec(await merchant.post('/links', { ...link, once }))?.[1] ?? '')
      const rows = async (query: string) =>
        parse(await merchant.text(`/audit${query}`))
          .querySelectorAll('main tbody tr')
          .map((row) => row.querySelectorAll('th, td').map(({ text }) => text.trim()))
      const newest = (await rows('?action=made-link')).slice(0, 2)
      expect(newest.map(([, , what, to]) => [what, to])).toEqual(
        ids.toReversed().map((id) => ['Ödeme bağlantısı oluşturdu', id]),
      )
      expect(await rows(`?reference=${ids[0]}`)).toEqual([newest[1]])
      const file = await merchant.text(`/audit.csv?reference=${ids[0]}`)
      expect(file.trim().split('\r\n')[1]).toMatch(new RegExp(`Ödeme bağlantısı oluşturdu,${ids[0]}$`))
    },
  },
  {
    title: 'panel: what is asked past it, in the shop’s own admin, stands in the list of entries too',
    async play(scene) {
      const { reference } = await scene.buy()
      const merchant = await scene.store.merchantPages()
      const entries = async () =>
        parse(await merchant.text(`/audit?${new URLSearchParams({ reference })}`))
          .querySelectorAll('main tbody tr')
          .map((row) => row.querySelectorAll('th, td').map(({ text }) => text.trim()))
          .filter(([, , what]) => what === 'Craftgate’e yeniden sordu')
      await scene.store.askAgain(reference)
      const [entry, ...more] = await entries()
      expect([entry?.[3], more]).toEqual([reference, []])
      expect(entry?.[1]).toMatch(/\S/)
    },
  },
  {
    title: 'panel: the day of settlement says what the bank keeps of a payment, and when it pays the rest',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const before = Math.floor(Date.now() / 1000) * 1000
      await scene.buy()
      const [payment] = await scene.craftgate.paymentsSinceMark()
      const form = parse(await merchant.text('/settlement')).querySelector('form[action$="/settlement/day"]')
      const account = form?.querySelector('input[name=account], option')?.getAttribute('value') ?? ''
      const query = new URLSearchParams({ account, day: dayAtCraftgate() })
      const file = await merchant.text(`/settlement/day.csv?${query}`)
      const line = file.split('\r\n').find((text) => text.includes(`,${payment?.id},`)) ?? ''
      const [charged, kept, net] = line
        .split(',')
        .slice(-4)
        .map((text) => Math.round(Number(text) * 100))
      expect(charged).toBe(payment?.paidPrice)
      expect(kept).toBeGreaterThan(0)
      expect(net).toBe((charged ?? 0) - (kept ?? 0))
      // What a bank pays at once it pays at the moment of the payment: the shop took it later.
      expect(Date.parse(line.split(',').at(-1) ?? '')).toBeGreaterThanOrEqual(before)
      expect(await merchant.text(`/settlement/day?${query}`)).toContain('Banka komisyonu')
    },
  },
  {
    title: 'panel: the last four digits of a card find its payments, and an account narrows them',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const [bonus, world] = [testCards.success, testCards.world]
      const ofBonus = (await scene.buy({}, { card: bonus })).reference
      const ofWorld = (await scene.buy({}, { card: world })).reference
      const listed = async (fields: Readonly<Record<string, string>>) => {
        const { search } = new URL(await merchant.post('/find', fields), 'https://shop.example')
        const page = parse(await merchant.text(`/${search}`))
        const isListed = (reference: string) =>
          page.querySelector(`main a[href$="/payments/${reference}"]`) !== null
        const accounts = page
          .querySelectorAll('#account option')
          .map((option) => option.getAttribute('value') ?? '')
        return { accounts, found: [ofBonus, ofWorld].filter(isListed) }
      }
      const q = bonus.cardNumber.slice(-4)
      const { accounts, found } = await listed({ q })
      expect(found).toEqual([ofBonus])
      expect((await listed({ q: world.cardNumber.slice(-4) })).found).toEqual([ofWorld])
      const inAccounts = []
      for (const account of accounts.filter((name) => name !== ''))
        inAccounts.push(...(await listed({ q, account })).found)
      // One account is no choice.
      expect(inAccounts).toEqual(accounts.length === 0 ? [] : [ofBonus])
    },
  },
  {
    title: 'panel: a transfer is matched',
    needs: ['unpaid-orders'],
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const order = await scene.place()
      const { reference } = await scene.store.placeUnpaid(order, 'FUND_TRANSFER')
      const sent = { senderName: 'AYSE YILMAZ', description: 'siparis odemesi', amount: order.total }
      const [id, again] = [
        await scene.craftgate.receiveTransfer(sent),
        await scene.craftgate.receiveTransfer(sent),
      ]
      const [path, other] = [await transferIn(merchant, id), await transferIn(merchant, again)]
      await scene.craftgate.deliverWebhooks()
      expect(scene.craftgate.newestWebhook()).toBe('BANK_ACCOUNT_TRACKING_RECORD')
      const page = await merchant.text(path)
      expect(page).toContain(`value="${reference}"`)
      expect(page).toMatch(/tutarı aynı, gönderen alıcının kendisi/)
      await scene.expectUnpaid(order)
      const presses = await Promise.all(
        [1, 2].map(() => merchant.post(`${path}/confirm`, { order: reference })),
      )
      for (const answer of presses) expect(answer).toMatch(/done=confirm(ed|ing)$|^409$/)
      expect(await merchant.post(`${other}/confirm`, { order: reference })).toBe('409')
      const [payment, ...more] = await scene.craftgate.paymentsSinceMark()
      expect([payment?.paidPrice, more]).toEqual([order.total, []])
      await scene.expectPaid(order)
      expect(await merchant.post(`${other}/close`, { reason: 'returned' })).toMatch(/done=closed$/)
    },
  },
  {
    title: 'panel: a refund that the bank refused needs attention, until another is made',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const { order, reference } = await scene.buy()
      const waits = async () => (await merchant.text('/attention')).includes(encodeURIComponent(reference))
      await scene.craftgate.nextRefundFails()
      expect(await scene.store.refund(order, { amount: 500 })).toMatchObject({ state: 'failed' })
      await scene.store.reconcile()
      expect(await waits()).toBe(true)
      expect(await merchant.text('/attention')).toContain('Yapılamayan iadeler (1)')
      expect(await scene.store.refund(order, { amount: 500 })).toMatchObject({ state: 'done', amount: 500 })
      expect(await waits()).toBe(false)
    },
  },
  {
    title:
      'panel: money that no order took, which the bank would not give back, is given back when a person asks again',
    async play(scene) {
      const { order, reference } = await scene.payTwice()
      await scene.expectPaid(order)
      const held = async () =>
        (await scene.craftgate.paymentsSinceMark()).filter(({ paidPrice, refunded }) => paidPrice > refunded)
      expect(await held()).toHaveLength(2)
      const merchant = await scene.store.merchantPages()
      const path = await linkIn(merchant, `/payments/${reference}`, /^\/unexpected\//)
      expect(await merchant.text(path)).toContain('name="how" value="again"')
      const press = { how: 'again', key: randomBytes(8).toString('hex') }
      for (const lead of [await submit(merchant, path, press), await submit(merchant, path, press)])
        expect(lead).toMatch(/done=refunded$/)
      expect(await held()).toHaveLength(1)
      expect(await merchant.text(path)).not.toContain('name="how"')
      await scene.expectPaid(order)
    },
  },
  {
    title: 'panel: a loan is approved',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      await scene.craftgate.refuseRequests('/approve$')
      const { order, reference } = await takeLoan(scene)
      await scene.expectAwaited(order)
      await scene.craftgate.up()
      const approval = `/loans/${encodeURIComponent(reference)}/approve`
      expect(await merchant.text('/loans')).toContain(approval)
      expect(await merchant.post(approval)).toMatch(/done=approved-loan$/)
      await scene.lookUntil(order, ({ paid }) => paid > 0)
      await scene.expectPaid(order)
      const loans = await merchant.text('/loans')
      expect(loans).not.toContain(approval)
      expect(loans).toContain('Onaylandı, sipariş ödendi')
      expect(await merchant.post(approval)).not.toMatch(/done=approved-loan$/)
    },
  },
]
