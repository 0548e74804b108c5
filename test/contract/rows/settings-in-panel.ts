import { accountOf, dayAtCraftgate, linkIn, submit } from '../merchant-pages'
import type { Row, Scene } from '../scene'

// What the merchant changes or asks for at Craftgate in the panel: links, lists of the fraud filter, commissions, files,
// and a customer's loan limit.

const PHONE = '5551112233'
/** What the emulated lender sends to every phone. */
const CODE = '283126'

async function paymentId({ craftgate }: Scene): Promise<number> {
  const [payment] = await craftgate.paymentsSinceMark()
  return payment?.id ?? 0
}

export const settingsInPanel: readonly Row[] = [
  {
    title: 'panel: a pay link is changed and closed, and another is deleted',
    async play({ store, craftgate }) {
      const merchant = await store.merchantPages()
      const terms = { name: 'Seramik kursu', price: '750,50', currency: 'TRY', installments: '1' }
      const [link, other] = [
        (await submit(merchant, '/links', terms)).replace(/\?.*/, ''),
        (await submit(merchant, '/links', terms)).replace(/\?.*/, ''),
      ]
      const numberOf = (path: string) => Number(path.split('/').at(-1))
      const changed = { ...terms, price: '1.250,00', stock: '5' }
      expect(await submit(merchant, `${link}/change`, changed)).toContain('done=changed-link')
      const links = craftgate.client.payByLink()
      expect(await links.retrieveProduct(numberOf(link))).toMatchObject({
        ...{ name: 'Seramik kursu', price: 1250, stock: 5, status: 'PASSIVE' },
      })
      expect(await submit(merchant, `${other}/delete`)).toContain('done=deleted-link')
      await expect(links.retrieveProduct(numberOf(other))).rejects.toThrow()
    },
  },
  {
    title: 'panel: the card of a payment is listed and unlisted, and the list is deleted',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      await scene.buy()
      const card = { listName: 'blockedCardNumbers', type: 'CARD', paymentId: `${await paymentId(scene)}` }
      const list = (await submit(merchant, '/fraud/lists', { ...card, label: 'Ters ibraz' })).replace(
        /\?.*/,
        '',
      )
      const fraud = scene.craftgate.client.fraud()
      const { values } = await fraud.retrieveValueList('blockedCardNumbers')
      expect(values).toMatchObject([{ label: 'Ters ibraz' }])
      expect(await merchant.text(list)).toContain('Ters ibraz')
      const value = values[0]?.id ?? ''
      expect(await submit(merchant, `${list}/remove`, { value })).toContain('done=unlisted-value')
      expect((await fraud.retrieveValueList('blockedCardNumbers')).values).toEqual([])
      expect(await submit(merchant, `${list}/delete`)).toContain('done=deleted-list')
      await expect(fraud.retrieveValueList('blockedCardNumbers')).rejects.toThrow()
    },
  },
  {
    title:
      'panel: the merchant’s commission of an instalment is changed, and what was seen is not overwritten',
    async play({ store, craftgate }) {
      const merchant = await store.merchantPages()
      const pos = await linkIn(merchant, await submit(merchant, '/setup/inspect'), /^\/setup\/poses\//)
      const row = await linkIn(merchant, pos, /\/commission\?.*installment=3/)
      const { installment = '', family = '' } = Object.fromEntries(new URLSearchParams(row.split('?')[1]))
      const known = async () => {
        const { items } = await craftgate.client
          .merchant()
          .retrieveMerchantPosCommissions(Number(pos.split('/').at(-1)))
        return items.find((one) => one.installment === 3 && (one.cardBrandName ?? '') === family)
      }
      const before = await known()
      const seen = {
        ...{ installment, family, active: 'yes', 'seen-active': before?.status === 'ACTIVE' ? 'yes' : 'no' },
        'seen-rate': `${before?.merchantCommissionRate ?? ''}`,
      }
      const change = { ...seen, rate: '2,75' }
      expect(await submit(merchant, `${pos}/commission`, change)).toContain('done=changed-commission')
      expect(await known()).toMatchObject({ merchantCommissionRate: 2.75, status: 'ACTIVE' })
      expect(await merchant.post(`${pos}/commission`, { ...seen, rate: '9' })).not.toContain('done=')
      expect(await known()).toMatchObject({ merchantCommissionRate: 2.75 })
    },
  },
  {
    title: 'panel: the files of a day, and one that is ordered, hold the payment',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const account = await accountOf(merchant)
      await scene.craftgate.inThePast({ days: 2 }, () => scene.buy())
      const id = `${await paymentId(scene)}`
      for (const kind of ['payments', 'transactions']) {
        const query = new URLSearchParams({ account, kind, day: dayAtCraftgate(2), format: 'CSV' })
        expect(await merchant.text(`/settlement/file?${query}`)).toContain(id)
      }
      const asked = { account, kind: 'transactions', from: dayAtCraftgate(3), to: dayAtCraftgate(1) }
      // A file takes a minute.
      const led = await scene.craftgate.inThePast({ hours: 1 }, () =>
        submit(merchant, '/settlement/order', asked),
      )
      const report = await linkIn(merchant, led, /^\/settlement\/ordered\?.*format=CSV/)
      expect(await merchant.text(report)).toContain(id)
    },
  },
  {
    title: 'panel: a customer’s loan limit is asked for with the code on the phone',
    async play({ store }) {
      const merchant = await store.merchantPages()
      const buyer = { phone: PHONE, identityNumber: '10000000146', birthDate: '1990-05-17' }
      expect(await merchant.answer('/loans/limit', buyer)).toContain('name="code"')
      const asked = { phone: PHONE, code: '000000' }
      expect(await merchant.answer('/loans/limit/code', asked)).not.toContain('25.000')
      expect(await merchant.answer('/loans/limit/code', { ...asked, code: CODE })).toContain('25.000')
    },
  },
]
