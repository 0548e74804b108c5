import {
  type BouncedPayout,
  CraftgateError,
  type Member,
  money,
  type OperationResult,
  type PaidTransaction,
  type PayoutAccount,
  type SaleShare,
  type StillBounced,
} from '@craftgate-commerce/core'
import type { PanelCommerce } from '../panel-host'

const tl = (minor: number) => money(minor, 'TRY')

const SELLER: Member = {
  ...{ id: 2, memberExternalId: 'satici-2', isActive: true, isBuyer: false, isSubMerchant: true },
  ...{ name: 'Bakır Atölyesi', address: 'Gaziantep', email: 'bakir@example.com', phoneNumber: '5551112233' },
  settlementEarningsDestination: 'WALLET',
}

const PAID: PaidTransaction = {
  ...{ payoutId: 7, transactionId: 11, transactionType: 'PAYMENT_TX', amount: tl(4_200), isSeller: true },
  ...{ payee: 2, paidAt: new Date('2026-11-20T09:00:00Z') },
}

export const BOUNCED: BouncedPayout = { payoutId: 9, seller: 2, name: 'Bakır Atölyesi', amount: tl(1_500) }

const TAKEN_BACK: PaidTransaction = {
  ...PAID,
  ...{ transactionId: 12, transactionType: 'REFUND_TX', amount: tl(-900) },
}

/** A marketplace in memory: one seller, and the sale of his coffee pot beside something of the shop's own. */
export function memoryMarketplace() {
  const asked: unknown[] = []
  const accounts = new Map<number, PayoutAccount>()
  let still: StillBounced | undefined
  let shares: SaleShare[] = [
    {
      ...{ transactionId: 11, externalId: 'line-1', name: 'Cezve', price: tl(5_000), refundable: tl(5_000) },
      seller: { memberId: 2, amount: tl(4_200), name: 'Bakır Atölyesi' },
      status: 'WAITING_FOR_APPROVAL',
    },
    {
      ...{ transactionId: 12, externalId: 'kargo', name: 'Kargo', price: tl(1_000), refundable: tl(1_000) },
      status: 'APPROVED',
    },
  ]
  const change = (id: number, by: Partial<SaleShare>) => {
    shares = shares.map((share) => (share.transactionId === id ? { ...share, ...by } : share))
  }
  const decide =
    (status: string) =>
    async (request: {
      readonly key: string
      readonly lines?: readonly string[]
    }): Promise<OperationResult> => {
      asked.push(request)
      change(11, { status })
      return { state: 'done' } as OperationResult
    }
  const commerce: Pick<PanelCommerce, 'marketplace' | 'approve' | 'disapprove' | 'members'> = {
    approve: decide('APPROVED'),
    disapprove: decide('WAITING_FOR_APPROVAL'),
    members: {
      search: async (_merchant, { name = '' }) => {
        const members = [SELLER].filter((member) => member.name?.includes(name))
        return { members, count: members.length }
      },
      find: async () => SELLER,
      create: notHere,
      update: notHere,
      customers: { areOn: false, find: notHere, ensure: notHere },
    },
    marketplace: {
      shares: {
        of: async () => shares,
        async correct(_payment, { transactionId, memberId, share }) {
          if (share.minor > 5_000) throw refusal('share-above-price')
          change(transactionId, { seller: { memberId, amount: share } })
          return shares[0] as SaleShare
        },
      },
      payouts: {
        completed: async () => ({ rows: [PAID], count: 1 }),
        statement: async function* () {
          yield PAID
          yield TAKEN_BACK
        },
        rows: async () => ({ rows: [], count: 0 }),
        find: async (_merchant, payoutId) => {
          if (payoutId !== PAID.payoutId) throw refusal('no-payout')
          return { ...PAID, iban: 'TR330006100519786457841326', transactions: [PAID] }
        },
        bounced: async () => [BOUNCED],
        stillBounced: () => still,
      },
      payoutAccounts: {
        search: async () => ({ accounts: [...accounts.values()], count: accounts.size }),
        async create(_merchant, { idempotencyKey: _key, ...account }) {
          asked.push(account)
          const made = { ...account, id: 100 + accounts.size, type: 'WISE' }
          accounts.set(made.id, made)
          return made
        },
        async update(_merchant, id, externalAccountId) {
          const known = accounts.get(id)
          if (known === undefined) throw refusal('no-account')
          accounts.set(id, { ...known, externalAccountId })
        },
        async delete(_merchant, id) {
          if (!accounts.delete(id)) throw refusal('no-account')
        },
      },
    },
  }
  const bounced = (known: StillBounced | undefined) => {
    still = known
  }
  return { commerce, asked, bounced }
}

const notHere = (): Promise<never> => Promise.reject(new Error('Not in this shop in memory'))

const refusal = (code: string): CraftgateError =>
  new CraftgateError({
    ...{ kind: 'invalid-request', code, message: code, retry: 'no' },
    merchantMessage: { tr: code, en: code },
  })
