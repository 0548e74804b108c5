import { randomUUID } from 'node:crypto'
import { parse } from 'node-html-parser'
import {
  accountOf,
  linkIn,
  type MerchantPages,
  memberWithWallet,
  moveInWallet,
  SELLING_BUYER,
  submit,
} from '../merchant-pages'
import type { Row, Scene } from '../scene'

// Members and wallets, as the merchant changes them in the panel and Craftgate tells of them afterwards.

const numberOf = (path: string): number => Number(path.split('/').at(-1))

/** In lira, as Craftgate tells its merchant. */
async function balancesOf({ craftgate }: Scene, member: string) {
  const wallet = await craftgate.client.wallet().retrieveMemberWallet(numberOf(member))
  const own = await craftgate.client.wallet().retrieveMerchantMemberWallet()
  return { member: wallet.amount, merchant: own.amount, limit: wallet.negativeAmountLimit }
}

/** The page that asks once more, and its button. */
async function confirm(merchant: MerchantPages, path: string): Promise<void> {
  const fields = parse(await merchant.text(path)).querySelectorAll('main form[method=post] input')
  const form = fields.map(({ attributes }) => [attributes.name ?? '', attributes.value ?? ''] as const)
  expect(await submit(merchant, path, Object.fromEntries(form))).toMatch(/done=(moved|waiting)/)
}

export const membersInPanel: readonly Row[] = [
  {
    title: 'panel: a member is changed, and Craftgate knows it',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const member = await memberWithWallet(merchant, await accountOf(merchant))
      const changed = { ...SELLING_BUYER, email: 'ayse@ornek.com.tr', contactName: 'Ayşegül' }
      expect(await submit(merchant, member, changed)).toContain(`${member}?done=`)
      const known = await scene.craftgate.client.onboarding().retrieveMember(numberOf(member))
      expect(known).toMatchObject({ email: 'ayse@ornek.com.tr', contactName: 'Ayşegül' })
    },
  },
  {
    title: 'panel: a wallet is filled, credited, debited and lent to, each once',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const member = await memberWithWallet(merchant, await accountOf(merchant))
      await moveInWallet(merchant, member, { what: 'deposit', amount: '100' })
      const credit = { what: 'credit', amount: '50,25', reason: 'Telafi', once: randomUUID() }
      for (const press of [1, 2])
        expect([press, await submit(merchant, `${member}/money/credit`, credit)]).toEqual([
          press,
          `${member}?done=moved`,
        ])
      await moveInWallet(merchant, member, { what: 'debit', amount: '10' })
      expect(await submit(merchant, `${member}/limit`, { limit: '30' })).toContain(
        'done=changed-wallet-limit',
      )
      expect(await balancesOf(scene, member)).toEqual({ member: 140.25, merchant: -40.25, limit: -30 })
      expect(await merchant.text(member)).toContain('140,25')
    },
  },
  {
    title: 'panel: what was put into a wallet goes back in part, and the merchant’s own is reset',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const account = await accountOf(merchant)
      const member = await memberWithWallet(merchant, account)
      await moveInWallet(merchant, member, { what: 'deposit', amount: '100' })
      const move = await linkIn(merchant, member, /\/moves\/\d+$/)
      expect(await submit(merchant, move, { amount: '40' })).toMatch(/done=(moved|waiting)/)
      const wallets = scene.craftgate.client.wallet()
      const left = await wallets.retrieveRefundableAmountOfWalletTransaction(numberOf(move))
      expect(left.refundableAmount).toBe(60)
      await moveInWallet(merchant, member, { what: 'credit', amount: '12,50' })
      expect(await balancesOf(scene, member)).toMatchObject({ member: 72.5, merchant: -12.5 })
      await confirm(merchant, `/members/${account}/wallet/reset`)
      expect(await balancesOf(scene, member)).toMatchObject({ member: 72.5, merchant: 0 })
    },
  },
  {
    title: 'panel: a withdrawal is asked for, and cancelled before the bank has it',
    async play(scene) {
      const merchant = await scene.store.merchantPages()
      const member = await memberWithWallet(merchant, await accountOf(merchant))
      await moveInWallet(merchant, member, { what: 'deposit', amount: '100' })
      await moveInWallet(merchant, member, { what: 'withdraw', amount: '20' })
      expect(await balancesOf(scene, member)).toMatchObject({ member: 80 })
      const withdraw = await linkIn(merchant, member, /\/withdraws\/\d+$/)
      const asked = () => scene.craftgate.client.wallet().retrieveWithdraw(numberOf(withdraw))
      expect(await asked()).toMatchObject({ price: 20, payoutStatus: 'WAITING_FOR_PAYOUT' })
      await confirm(merchant, withdraw)
      expect(await asked()).toMatchObject({ payoutStatus: 'CANCELLED' })
      expect(await balancesOf(scene, member)).toMatchObject({ member: 100 })
      await expect(linkIn(merchant, member, /\/withdraws\/\d+$/)).rejects.toThrow(/no link/)
    },
  },
]
