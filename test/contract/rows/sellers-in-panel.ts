import { accountOf, linkIn, memberWithWallet, submit } from '../merchant-pages'
import type { Row, Scene } from '../scene'

// What a marketplace does with its sellers in the panel.

async function soldItem({ craftgate }: Scene) {
  const [payment] = await craftgate.paymentsSinceMark()
  const item = payment?.items.find(({ seller }) => seller !== undefined)
  if (item === undefined) throw new Error('No seller has a share of the payment')
  return item
}

export const sellersInPanel: readonly Row[] = [
  {
    title:
      'panel: a seller’s share is corrected, approved, taken back and approved, and goes into the wallet',
    needs: ['sellers'],
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const account = await accountOf(merchant)
      const seller = Number((await memberWithWallet(merchant, account)).split('/').at(-1))
      const { reference } = await scene.buy({ sellers: [seller] })
      const shares = `/sellers/shares/${reference}`
      const { id, externalId } = await soldItem(scene)
      const correction = { transaction: `${id}`, member: `${seller}`, share: '40,50' }
      expect(await submit(merchant, `${shares}/correct`, correction)).toContain('done=corrected')
      expect(await soldItem(scene)).toMatchObject({ seller: { memberId: seller, share: 4_050 } })
      for (const [decision, status] of [
        ['approve', 'APPROVED'],
        ['disapprove', 'WAITING_FOR_APPROVAL'],
        ['approve', 'APPROVED'],
      ]) {
        expect(await submit(merchant, `${shares}/${decision}`, { line: externalId })).toMatch(
          /done=(dis)?approved$/,
        )
        expect(await soldItem(scene)).toMatchObject({ status })
      }
      expect(await submit(merchant, '/sellers/settle', { account })).toContain('done=settled')
      expect(await scene.craftgate.client.wallet().retrieveMemberWallet(seller)).toMatchObject({
        amount: 40.5,
      })
      expect(await submit(merchant, '/sellers/settle', { account })).toMatch(/done=/)
      expect(await scene.craftgate.client.wallet().retrieveMemberWallet(seller)).toMatchObject({
        amount: 40.5,
      })
    },
  },
  {
    title: 'panel: an account abroad is added, changed and removed',
    needs: ['sellers'],
    async play({ store, craftgate }) {
      const merchant = await store.merchantPages()
      const account = await accountOf(merchant)
      const known = async () => {
        const { items } = await craftgate.client
          .settlement()
          .searchPayoutAccount({ currency: 'USD' as never })
        return items.map(({ externalAccountId }) => externalAccountId)
      }
      const before = await known()
      const added = { externalAccountId: 'wise-7', currency: 'USD' }
      await submit(merchant, `/sellers/accounts/${account}`, added)
      expect(await known()).toEqual([...before, 'wise-7'])
      const list = `/sellers/accounts?account=${account}`
      const path = (await linkIn(merchant, list, /\/\d+\?externalAccountId=wise-7$/)).replace(/\?.*/, '')
      await submit(merchant, path, { externalAccountId: 'wise-8' })
      expect(await known()).toEqual([...before, 'wise-8'])
      await submit(merchant, `${path}/remove`)
      expect(await known()).toEqual(before)
    },
  },
]
