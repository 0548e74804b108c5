import type { CraftgateClient } from '../../client/craftgate-client'
import { fromDecimal, money, toWireNumber } from '../../money'
import { scriptedClient } from '../../testing/scripted-client'
import {
  BankAccount,
  type BankRefund,
  type BankTransaction,
  lostAnswer,
  type RefundStatus,
  refusal,
  serverError,
  tooMany,
  undecided,
  unreachable,
} from './bank-account'
import type { CrashInjector } from './crash-injector'

/** What happens to the next call that moves money, instead of an answer. */
export type Fault =
  /** It happens, and the answer is lost. */
  | 'lost-after'
  /** It happens, the answer is lost, and Craftgate cannot be asked from then on (`down`). */
  | 'cut-off'
  /** It never arrives, and nobody can tell. */
  | 'lost-before'
  /** It arrives when `arrive` is called. */
  | 'late'
  /** It surely never left. */
  | 'unsent'
  | 'refused'
  /** Craftgate answers that the bank did not; and indeed it did nothing. */
  | 'undecided'
  /** Craftgate answers that the bank did not, but it did. */
  | 'undecided-done'
  /** The same, and Craftgate cannot be asked from then on. */
  | 'undecided-cut-off'
  /** It arrives right after Craftgate was asked about it for the second time, and its answer is lost. */
  | 'lost-after-asking'
  /** Craftgate's own 5xx, and nothing was done. */
  | 'server-error'
  /** Craftgate's own 5xx, but it was done. */
  | 'server-error-done'
  /** Craftgate's own 429. */
  | 'too-many'
  /** One that asks to wait for ten minutes. */
  | 'too-many-for-long'
  | 'fine'

const SEARCH_PAGE = 2

/**
 * Craftgate's money side, as strict as the documentation: refund limits, CANCEL and REFUND, WAITING refunds, margins.
 * Amounts are kuruş; the wire has decimals.
 */
export class ScriptedBank {
  readonly accounts = new Map<number, BankAccount>()
  /** Calls that move money, as they arrived at the wire, e.g. `refund r_1`. */
  readonly moneyCalls: string[] = []
  readonly faults: Fault[] = []
  /** Statuses of the next refunds; SUCCESS when there is none. */
  readonly statuses: RefundStatus[] = []
  /** Nothing can be asked. */
  down = false
  /** Reports do not know of any refund yet. */
  lagging = false
  /** Whether a key has one result only. */
  honoursKeys = true
  /** A 5xx is the key's result from then on. */
  remembersServerErrors = false
  /** Idempotency keys as they arrived. */
  readonly keys: (string | undefined)[] = []
  private readonly results = new Map<string, () => unknown>()
  private readonly underway: (() => unknown)[] = []
  private nextId = 9000

  open(
    rows: readonly { readonly price: number; readonly paid?: number }[],
    phase: BankAccount['phase'] = 'AUTH',
  ): BankAccount {
    const id = 1 + this.accounts.size
    const transactions = rows.map(({ price, paid = price }, index) => ({
      id: 10 * id + 1 + index,
      externalId: `item-${index + 1}`,
      price,
      paid,
    }))
    const account = new BankAccount(id, transactions, phase)
    this.accounts.set(account.id, account)
    return account
  }

  /** Late requests arrive now. */
  arrive(): void {
    for (const work of this.underway.splice(0)) work()
  }

  /** The bank made up its mind about refunds that it kept waiting. */
  decide(status: RefundStatus): void {
    for (const account of this.accounts.values()) {
      for (const refund of account.refunds) if (refund.status === 'WAITING') refund.status = status
    }
  }

  /** Someone refunds in Craftgate's panel. */
  refundInPanel(account: BankAccount, transactionId: number, amount: number): void {
    this.refundPart(account, transactionId, amount)
  }

  /** Craftgate as one process reaches it. */
  client(crash: CrashInjector): CraftgateClient {
    const read = <T>(work: () => T) => crash.around(() => this.read(work))
    const money = <T>(name: string, key: string | undefined, work: () => T) =>
      crash.around(() => this.moneyCall(name, this.once(key, work), key))
    return scriptedClient({
      retrievePayment: ({ path }) => read(() => this.paymentView(this.account(path.id))),
      postAuthPayment: ({ path: { paymentId }, body: { paidPrice = 0 } = {} }, limits) =>
        money(`capture ${paidPrice}`, limits?.idempotencyKey, () => {
          this.account(paymentId).capture(kurus(paidPrice))
          return this.paymentView(this.account(paymentId))
        }),
      refundPayment: ({ body: { paymentId, conversationId = '' } }, limits) =>
        money(`refund ${conversationId}`, limits?.idempotencyKey, () =>
          this.refundWhole(this.account(paymentId), conversationId),
        ),
      refundPaymentTransaction: ({ body }, limits) =>
        money(`refund ${body.conversationId}`, limits?.idempotencyKey, () => {
          const { paymentTransactionId: id, conversationId, refundPrice = 0 } = body
          return refundView(this.refundPart(this.holderOf(id), id, kurus(refundPrice), conversationId))
        }),
      retrievePaymentRefund: ({ path }) => read(() => refundView(this.refundOf(path.refundId))),
      retrievePaymentTransactionRefund: ({ path }) =>
        read(() => refundView(this.refundOf(path.paymentTransactionRefundId))),
      retrievePaymentReport: ({ path }) => read(() => this.reportView(this.account(path.paymentId))),
      retrievePaymentTransactions: ({ path }) =>
        read(() => this.transactionsView(this.account(path.paymentId))),
      searchPaymentTransactionRefunds: ({ query }) => read(() => this.search(query ?? {})),
    })
  }

  /** Enters a refund as an earlier life of the shop may have left it. */
  recordRefund(account: BankAccount, transactionId: number, amount: number, conversationId: string): void {
    this.refundPart(account, transactionId, amount, conversationId)
  }

  /** The work, done once for each key; a refusal is no result. */
  private once<T>(key: string | undefined, work: () => T): () => T {
    if (key === undefined || !this.honoursKeys) return work
    return () => {
      const known = this.results.get(key)
      if (known !== undefined) return known() as T
      const result = work()
      this.results.set(key, () => result)
      return result
    }
  }

  private failing(key: string | undefined): never {
    const answer = (): never => {
      throw serverError()
    }
    if (key !== undefined && this.remembersServerErrors) this.results.set(key, answer)
    return answer()
  }

  private async moneyCall<T>(name: string, work: () => T, key?: string): Promise<T> {
    const fault = this.faults.shift() ?? 'fine'
    if (fault === 'unsent') throw unreachable()
    this.moneyCalls.push(name)
    this.keys.push(key)
    if (fault === 'too-many') throw tooMany()
    if (fault === 'too-many-for-long') throw tooMany(600_000)
    if (fault === 'server-error') return this.failing(key)
    if (fault === 'refused') throw refusal('10057', 'The bank refused')
    if (fault === 'lost-after-asking') this.arrivesAfterLooks = { looks: 2, work }
    if (fault === 'lost-after-asking') throw lostAnswer()
    if (fault === 'late') this.underway.push(work)
    if (fault === 'late' || fault === 'lost-before') throw lostAnswer()
    if (fault === 'undecided') throw undecided()
    const answer = work()
    if (fault === 'server-error-done') return this.failing(key)
    if (fault === 'undecided-cut-off') this.down = true
    if (fault === 'undecided-done' || fault === 'undecided-cut-off') throw undecided()
    if (fault === 'cut-off') this.down = true
    if (fault === 'lost-after' || fault === 'cut-off') throw lostAnswer()
    return answer
  }

  private async read<T>(work: () => T): Promise<T> {
    if (this.down) throw unreachable()
    return work()
  }

  private account(id: number): BankAccount {
    const account = this.accounts.get(id)
    if (account === undefined) throw refusal('4004', 'No such payment')
    return account
  }

  private holderOf(transactionId: number): BankAccount {
    const holder = [...this.accounts.values()].find(({ transactions }) =>
      transactions.some(({ id }) => id === transactionId),
    )
    return holder ?? this.account(0)
  }

  private refundOf(id: number): BankRefund {
    const all = [...this.accounts.values()].flatMap(({ refunds }) => refunds)
    const refund = all.find((each) => each.id === id)
    if (refund === undefined) throw refusal('4004', 'No such refund')
    return refund
  }

  private refundWhole(account: BankAccount, conversationId: string) {
    if (account.gone >= account.paid) throw refusal('10201', 'Refunded already', 'MAY_HAVE_ALREADY_REFUNDED')
    const cancels = account.gone === 0 && (account.sameDay || account.phase === 'PRE_AUTH')
    if (cancels) {
      return refundView(this.enter(account, { conversationId, amount: account.paid, type: 'CANCEL' }))
    }
    const parts = account.transactions.filter((each) => account.refundableOf(each) > 0)
    const refunds = parts.map((each) =>
      refundView(this.refundPart(account, each.id, account.refundableOf(each), conversationId)),
    )
    const failed = refunds.every(({ status }) => status === 'FAILURE')
    return {
      status: failed ? 'FAILURE' : 'SUCCESS',
      refundType: 'REFUND',
      conversationId,
      paymentId: account.id,
      currency: 'TRY',
      paymentTransactionRefunds: refunds,
    }
  }

  private refundPart(account: BankAccount, transactionId: number, amount: number, conversationId?: string) {
    const transaction = account.transactions.find(({ id }) => id === transactionId)
    if (transaction === undefined || amount <= 0) throw refusal('4052', 'Nothing to refund')
    if (amount > account.refundableOf(transaction))
      throw refusal('10201', 'Refunded already', 'MAY_HAVE_ALREADY_REFUNDED')
    return this.enter(account, { conversationId, transactionId, amount, type: 'REFUND' })
  }

  private enter(account: BankAccount, facts: Omit<BankRefund, 'id' | 'status'>): BankRefund {
    const refund = { ...facts, id: this.nextId++, status: this.statuses.shift() ?? 'SUCCESS' }
    account.refunds.push(refund)
    return refund
  }

  private paymentView(account: BankAccount) {
    return {
      id: account.id,
      price: lira(account.price),
      paidPrice: lira(account.paid),
      currency: 'TRY',
      paymentStatus: account.successful ? 'SUCCESS' : 'FAILURE',
      paymentPhase: account.phase,
      ...account.words,
      paymentTransactions: account.transactions.map((each) => this.transactionView(account, each)),
    }
  }

  private reportView(account: BankAccount) {
    const known = this.lagging ? [] : account.refunds
    const arrived = known.filter(({ status }) => status === 'SUCCESS')
    const back = arrived.reduce((all, { amount }) => all + amount, 0)
    const whole = known.filter(({ transactionId }) => transactionId === undefined)
    return {
      ...this.paymentView(account),
      refundStatus: back === 0 ? 'NOT_REFUNDED' : back < account.paid ? 'PARTIAL_REFUNDED' : 'FULLY_REFUNDED',
      refunds: whole.map(refundView),
    }
  }

  private transactionsView(account: BankAccount) {
    const items = account.transactions.map((each) => this.transactionView(account, each))
    return { items, page: 0, size: 25, totalSize: items.length }
  }

  private transactionView(account: BankAccount, { id, externalId, price, paid }: BankTransaction) {
    const refundable = this.lagging ? paid : account.refundableOf({ id, externalId, price, paid })
    return {
      id,
      externalId,
      price: lira(price),
      paidPrice: lira(paid),
      refundablePrice: String(lira(refundable)),
    }
  }

  private arrivesAfterLooks?: { looks: number; readonly work: () => unknown }

  private countLook(): void {
    if (this.arrivesAfterLooks === undefined) return
    this.arrivesAfterLooks.looks -= 1
    if (this.arrivesAfterLooks.looks > 0) return
    const { work } = this.arrivesAfterLooks
    this.arrivesAfterLooks = undefined
    work()
  }

  private search({ paymentId = 0, paymentTransactionId: id, page = 0 }: TransactionRefundSearch) {
    const all = this.account(paymentId).refunds.filter(
      ({ transactionId }) => transactionId !== undefined && (id === undefined || transactionId === id),
    )
    const items = all.slice(page * SEARCH_PAGE, (page + 1) * SEARCH_PAGE).map(refundView)
    if (items.length < SEARCH_PAGE) this.countLook()
    return { items, page, size: SEARCH_PAGE, totalSize: all.length }
  }
}

interface TransactionRefundSearch {
  readonly paymentId?: number
  readonly paymentTransactionId?: number
  readonly page?: number
}

const lira = (minor: number): number => toWireNumber(money(minor, 'TRY'))
const kurus = (decimal: number): number => fromDecimal(decimal, 'TRY').minor

function refundView({ id, conversationId, transactionId, amount, type, status }: BankRefund) {
  return {
    id,
    status,
    conversationId,
    paymentTransactionId: transactionId,
    refundPrice: lira(amount),
    refundType: type,
    error: status === 'FAILURE' ? { errorCode: '10058', errorDescription: 'No refund authority' } : null,
  }
}
