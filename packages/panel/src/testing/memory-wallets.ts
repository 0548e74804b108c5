import {
  CraftgateError,
  type Member,
  type Members,
  type Money,
  type Wallet,
  type WalletMove,
  type WalletOperation,
  type WalletResult,
  type Wallets,
  type Withdraw,
} from '@craftgate-commerce/core'

const tl = (minor: number): Money => ({ minor, currency: 'TRY' })

export const AYSE_MEMBER: Member = {
  ...{ id: 11, memberExternalId: 'kahveci:cus_1', isActive: true, isBuyer: true, isSubMerchant: false },
  ...{ contactName: 'Ayşe', contactSurname: 'Yılmaz', address: 'Moda Cad. 1' },
  ...{ email: 'ayse.y@example.com', phoneNumber: '905551112233' },
}

/** Members of one account with a wallet each, in memory: what is asked of them, and what it comes to. */
export class MemoryWallets {
  readonly all = new Map<number, Member>([[AYSE_MEMBER.id, AYSE_MEMBER]])
  readonly balances = new Map<number, number>([[AYSE_MEMBER.id, 25_000]])
  readonly limits = new Map<number, number>()
  readonly moved: WalletOperation[] = []
  readonly withdraws: Withdraw[] = [
    { id: 7, memberId: 11, amount: tl(6_000), payoutStatus: 'WAITING_FOR_PAYOUT' },
  ]
  merchantBalance = -4_000
  /** Answered to whatever moves money next. */
  next: WalletResult['state'] = 'done'
  /** Thrown by every question. */
  refusal: CraftgateError | undefined

  readonly members: Members = {
    search: async (_merchant, { name, memberExternalId }) => {
      this.check()
      const members = [...this.all.values()].filter(
        (member) =>
          (memberExternalId === undefined || member.memberExternalId === memberExternalId) &&
          (name === undefined || `${member.contactName}`.includes(name)),
      )
      return { members, count: members.length }
    },
    find: async (_merchant, id) => {
      this.check()
      return this.all.get(id)
    },
    create: async (_merchant, facts) => {
      this.check()
      const same = [...this.all.values()].find((member) => member.memberExternalId === facts.memberExternalId)
      const member = same ?? { ...facts, id: 20 + this.all.size, isActive: true }
      this.all.set(member.id, member)
      return member
    },
    update: async (_merchant, id, facts) => {
      const member = { ...AYSE_MEMBER, ...this.all.get(id), ...facts, id }
      this.all.set(id, member)
      return member
    },
    customers: { areOn: true, find: async () => undefined, ensure: async () => AYSE_MEMBER },
  }

  readonly wallets: Wallets = {
    find: async (_merchant, memberId) => this.walletOf(memberId),
    open: async (_merchant, memberId) => {
      this.balances.set(memberId, 0)
      return this.walletOf(memberId) as Wallet
    },
    changeLimit: async (_merchant, wallet, lent) => {
      this.check()
      this.limits.set(wallet.memberId, -lent.minor)
      return this.walletOf(wallet.memberId) as Wallet
    },
    moves: async () => ({ moves: MOVES, count: MOVES.length }),
    refundable: async () => tl(10_000),
    withdraws: async (_merchant, { memberId = 0 }) => {
      const withdraws = this.withdraws.map((withdraw) => ({ ...withdraw, memberId }))
      return { withdraws, count: withdraws.length }
    },
    ofMerchant: async () => ({ id: 1, memberId: 900, balance: tl(this.merchantBalance) }),
    topUp: async () => ({
      url: 'https://craftgate.example/p/1',
      expiresAt: new Date('2026-11-25T12:00:00Z'),
    }),
    credit: async (request) => this.move('credit', request),
    debit: async (request) => this.move('debit', { ...request, sign: -1 }),
    deposit: async (request) => this.move('deposit', request),
    withdraw: async (request) => this.move('withdraw', { ...request, sign: -1 }),
    cancelWithdraw: async ({ key }) => this.move('cancel-withdraw', { key, memberId: 0, amount: tl(6_000) }),
    refund: async (request) => this.move('refund', { ...request, sign: -1 }),
    reset: async ({ key, balance }) => {
      this.merchantBalance = 0
      return this.move('reset', { key, memberId: 900, amount: balance })
    },
    settle: async ({ key }) => {
      this.check()
      return this.move('settle', { key, memberId: 0, amount: tl(0) })
    },
    operations: async (_merchant, memberId) =>
      this.moved.filter((operation) => operation.memberId === memberId).reverse(),
  }

  private check(): void {
    if (this.refusal) throw this.refusal
  }

  private walletOf(memberId: number): Wallet | undefined {
    this.check()
    const balance = this.balances.get(memberId)
    const limit = this.limits.get(memberId)
    if (balance === undefined) return undefined
    return { id: memberId, memberId, balance: tl(balance), ...(limit !== undefined && { limit: tl(limit) }) }
  }

  private move(kind: WalletOperation['kind'], asked: Asked): WalletResult {
    const { key, memberId, amount, reason, sign = 1 } = asked
    const known = this.moved.find((operation) => operation.key === key)
    if (known) return { state: 'done', operation: known }
    if (this.next === 'failed') {
      const message = { tr: 'Cüzdan bakiyesi yetersiz', en: 'The wallet does not hold enough' }
      return { state: 'failed', error: { code: '4213' }, message }
    }
    const at = new Date('2026-11-24T12:00:00Z')
    const step = { key: 'k', paymentId: 0, amount, price: amount, state: 'done' as const }
    const operation: WalletOperation = {
      ...{ key, kind, memberId, amount, account: 'main', details: { walletId: 1, reason }, step },
      ...{ state: this.next, createdAt: at, updatedAt: at, version: 1 },
    }
    this.moved.push(operation)
    this.balances.set(memberId, (this.balances.get(memberId) ?? 0) + sign * amount.minor)
    return { state: this.next, operation }
  }
}

interface Asked {
  readonly key: string
  readonly memberId: number
  readonly amount: Money
  readonly reason?: string
  readonly sign?: 1 | -1
}

const MOVES: readonly WalletMove[] = [
  { id: 91, type: 'DEPOSIT_FROM_CARD', amount: tl(10_000), at: new Date('2026-11-23T12:00:00Z') },
  { id: 90, type: 'SOMETHING_NEW', amount: tl(-500) },
]

/** An account that Craftgate opened no wallets for. */
export const NOT_FOR_THIS_ACCOUNT = new CraftgateError({
  kind: 'invalid-request',
  code: '4187',
  message: 'Wallets cannot be used in marketplaces',
  retry: 'no',
  merchantMessage: {
    tr: 'Pazaryerlerinde cüzdan kullanılamaz',
    en: 'Wallets cannot be used in marketplaces',
  },
})
