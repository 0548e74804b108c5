import type { AlertRecord, AlertStore } from '../alerts'
import type { OrderSnapshot } from '../basket/order-snapshot'
import { isForfeited } from '../checkout/record'
import { KeyedMutex } from '../keyed-mutex'
import type { HeldOutcome, PaymentOutcome } from '../payment/outcome'
import type {
  ApplyResult,
  CheckoutQuery,
  CheckoutRecord,
  CommercePlatform,
  FailedRefundQuery,
  PaymentOperation,
  PaymentRef,
  RetentionStore,
  SalesEntry,
  SalesStore,
  TransferStore,
} from '../platform'
import { takenOf } from '../sales'
import type { WalletOperation, WalletOperationStore } from '../wallets/wallet-operation'
import { isOpenInWallet } from '../wallets/wallet-operation'
import { MemoryOrder } from './memory-order'
import { memoryTransfers } from './memory-transfers'
import { VersionedStore } from './versioned-store'

export interface MemoryPlatformParts {
  readonly clock?: () => Date
  /** Where shoppers return to; `{returnUrl}?order=…&outcome=…`. */
  readonly returnUrl?: string
}

/**
 * A whole shop in memory: the port with the guarantees that it asks for (versions, unique ids and tokens, locks).
 * For tests of core and of anything built on it; it forgets everything at the end of the process.
 */
export class MemoryPlatform implements CommercePlatform {
  readonly orders = new Map<string, MemoryOrder>()
  readonly checkouts: VersionedStore<CheckoutRecord>
  readonly operations: VersionedStore<PaymentOperation>
  /** Every call of `apply`, in order, with its answer. */
  readonly applied: {
    readonly record: CheckoutRecord
    readonly outcome: PaymentOutcome
    readonly answer: ApplyResult
  }[] = []
  readonly settledOperations: PaymentOperation[] = []
  /** When each was marked. */
  readonly handledEvents = new Map<string, Date>()
  /** Methods that throw this many more times, like a shop whose database is away. */
  readonly failures = new Map<keyof CommercePlatform, number>()
  returnUrlBase: string
  /** Who may send the money of an order. */
  readonly buyerNames = new Map<string, readonly string[]>()
  transfers: TransferStore | undefined
  /** Set by tests of orders that lose what they took. */
  recheck?: CommercePlatform['recheck']
  /** Set by tests of money that comes later. */
  awaitFunds?: CommercePlatform['awaitFunds']
  awaits?: CommercePlatform['awaits']
  /** Set by tests of sellers. */
  deliveries?: CommercePlatform['deliveries']
  /** Set by tests of deferred operations. */
  isOperationCommitted?: CommercePlatform['isOperationCommitted']
  readonly walletOperations: WalletOperationStore
  readonly alerts: AlertStore
  private readonly walletRows: VersionedStore<WalletOperation>
  private readonly locks = new KeyedMutex()
  private readonly clock: () => Date

  constructor({
    clock = () => new Date(),
    returnUrl = 'https://shop.example.com/return',
  }: MemoryPlatformParts = {}) {
    this.checkouts = new VersionedStore((record) => record.id, clock)
    this.operations = new VersionedStore(({ account, key }) => `${account} ${key}`, clock)
    this.walletRows = new VersionedStore(({ account, key }) => `${account} ${key}`, clock)
    this.walletOperations = memoryWalletOperations(this.walletRows)
    this.alerts = memoryAlerts(clock)
    this.returnUrlBase = returnUrl
    this.clock = clock
    this.transfers = memoryTransfers(this, clock)
  }

  addOrder(pointer: string, snapshot: OrderSnapshot): MemoryOrder {
    const order = new MemoryOrder(snapshot)
    this.orders.set(pointer, order)
    return order
  }

  order(pointer: string): MemoryOrder {
    const order = this.orders.get(pointer)
    if (!order) throw new Error(`No order '${pointer}'`)
    return order
  }

  async readOrder(record: CheckoutRecord): Promise<OrderSnapshot> {
    this.mayFail('readOrder')
    return structuredClone(this.order(record.order).snapshot)
  }

  async placeFreeOrder(record: CheckoutRecord): Promise<void> {
    this.mayFail('placeFreeOrder')
    this.order(record.order).placeFree()
  }

  async saveCheckout(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    this.mayFail('saveCheckout')
    const others = this.checkouts.all().filter((other) => other.id !== record.id)
    if (others.some((other) => sharesToken(other, record) || sharesPayment(other, record))) return 'conflict'
    return this.checkouts.save(record)
  }

  async findCheckout(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    this.mayFail('findCheckout')
    const all = this.checkouts.all()
    if ('token' in by) return all.find((record) => record.token === by.token)
    if ('paymentId' in by) return all.find((record) => isPaidBy(record, by))
    const attempts = all.filter(
      ({ reference, attempt }) => reference === by.reference && attempt === (by.attempt ?? attempt),
    )
    return attempts.sort((a, b) => b.attempt - a.attempt)[0]
  }

  async *dueCheckouts({ now }: { readonly now: Date }): AsyncIterable<CheckoutRecord> {
    this.mayFail('dueCheckouts')
    yield* this.checkouts.all().filter(({ nextCheckAt }) => nextCheckAt !== undefined && nextCheckAt <= now)
  }

  async apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    this.mayFail('apply')
    return this.locks.run(`order ${record.order}`, async () => {
      const state = this.checkouts.get(record.id)?.state ?? record.state
      const forfeited = isForfeited(state) && !this.orders.get(record.order)?.holds(outcome)
      const answer = forfeited ? 'unexpected' : this.order(record.order).apply(outcome)
      this.applied.push({ record, outcome, answer })
      return answer
    })
  }

  async holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean> {
    this.mayFail('holds')
    return this.locks.run(
      `order ${record.order}`,
      async () => this.orders.get(record.order)?.holds(outcome) === true,
    )
  }

  async returnUrl(record: CheckoutRecord, outcome: Pick<PaymentOutcome, 'kind'>): Promise<string> {
    this.mayFail('returnUrl')
    const url = new URL(this.returnUrlBase)
    url.searchParams.set('order', record.order)
    url.searchParams.set('outcome', outcome.kind)
    return url.href
  }

  async cancelOrder(record: CheckoutRecord): Promise<void> {
    this.mayFail('cancelOrder')
    this.order(record.order).cancelled = true
  }

  exclusively<T>({ account, paymentId }: PaymentRef, work: () => Promise<T>): Promise<T> {
    return this.locks.run(`payment ${account} ${paymentId}`, work)
  }

  async saveOperation(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'> {
    this.mayFail('saveOperation')
    return this.operations.save(operation)
  }

  async operationsOf({ account, paymentId }: PaymentRef): Promise<readonly PaymentOperation[]> {
    return this.operations
      .all()
      .filter((operation) => operation.account === account && operation.paymentId === paymentId)
  }

  async *openOperations(query: { readonly before: Date }): AsyncIterable<PaymentOperation> {
    const open = this.operations.all().filter(({ acknowledgedAt }) => acknowledgedAt === undefined)
    yield* oldestFirst(open, query.before)
  }

  async failedRefunds({ account, since, limit }: FailedRefundQuery): Promise<readonly PaymentOperation[]> {
    return this.operations
      .all()
      .filter((operation) => operation.account === account && isFailedRefund(operation))
      .filter(({ updatedAt }) => updatedAt >= since)
      .sort((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
      .slice(0, limit)
  }

  async applyOperation(operation: PaymentOperation): Promise<void> {
    this.mayFail('applyOperation')
    this.settledOperations.push(operation)
  }

  async eventHandled(eventKey: string): Promise<boolean> {
    this.mayFail('eventHandled')
    return this.handledEvents.has(eventKey)
  }

  async markEventHandled(eventKey: string): Promise<void> {
    this.mayFail('markEventHandled')
    this.handledEvents.set(eventKey, this.clock())
  }

  readonly entries = new Map<string, SalesEntry>()

  readonly sales: SalesStore = {
    enter: async (entry) => {
      this.mayFail('sales')
      const key = `${entry.account} ${entry.entry}`
      this.entries.set(key, { ...entry, at: this.entries.get(key)?.at ?? entry.at })
    },
    taken: async ({ account, from, until, limit }) =>
      [...this.entries.values()]
        .filter((entry) => entry.account === account && from <= entry.at && entry.at < until)
        .filter(({ kind }) => kind === 'sale' || kind === 'authorization')
        .sort((one, other) => one.at.getTime() - other.at.getTime())
        .slice(0, limit)
        .map(takenOf),
  }

  readonly retention: RetentionStore = {
    deleteCheckouts: async ({ states, before, limit }) => {
      const ended = this.walletRows.all().filter((operation) => !isOpenInWallet(operation))
      if (states.includes('captured'))
        for (const { account, key } of oldestFirst(ended, before).slice(0, limit))
          this.walletRows.delete(`${account} ${key}`)
      const old = oldestFirst(this.checkouts.all(), before)
        .filter((record) => states.includes(record.state) && this.isAtRest(record, before))
        .slice(0, limit)
      for (const record of old) {
        this.checkouts.delete(record.id)
        for (const { account, key } of this.operationsOn(record)) this.operations.delete(`${account} ${key}`)
      }
      return old.length
    },
    deleteEvents: async ({ before, limit }) => {
      const old = [...this.handledEvents].filter(([, at]) => at < before).slice(0, limit)
      for (const [eventKey] of old) this.handledEvents.delete(eventKey)
      return old.length
    },
  }

  private operationsOn({ account, paymentIds }: CheckoutRecord): readonly PaymentOperation[] {
    return this.operations
      .all()
      .filter((operation) => operation.account === account && paymentIds.includes(operation.paymentId))
  }

  private isAtRest(record: CheckoutRecord, before: Date): boolean {
    return this.operationsOn(record).every(
      ({ acknowledgedAt, updatedAt }) => acknowledgedAt !== undefined && updatedAt < before,
    )
  }

  private mayFail(method: keyof CommercePlatform): void {
    const left = this.failures.get(method) ?? 0
    if (left === 0) return
    this.failures.set(method, left - 1)
    throw new Error(`The shop could not ${method} now`)
  }
}

const isFailedRefund = ({ kind, state }: PaymentOperation): boolean =>
  state === 'failed' && (kind === 'refund' || kind === 'void')

const sharesToken = (a: CheckoutRecord, b: CheckoutRecord): boolean =>
  a.token !== undefined && a.token === b.token

const sharesPayment = (a: CheckoutRecord, { account, paymentIds }: CheckoutRecord): boolean =>
  paymentIds.some((paymentId) => isPaidBy(a, { account, paymentId }))

const isPaidBy = (record: CheckoutRecord, { account, paymentId }: PaymentRef): boolean =>
  record.account === account && record.paymentIds.includes(paymentId)

function oldestFirst<T extends { readonly updatedAt: Date }>(rows: readonly T[], before: Date): readonly T[] {
  return rows
    .filter((row) => row.updatedAt < before)
    .sort((a, b) => a.updatedAt.getTime() - b.updatedAt.getTime())
}

function memoryWalletOperations(rows: VersionedStore<WalletOperation>): WalletOperationStore {
  return {
    save: async (operation) => rows.save(operation),
    find: async ({ account, key }) => rows.get(`${account} ${key}`),
    of: async ({ account, memberId }, limit) =>
      rows
        .all()
        .filter((row) => row.account === account && row.memberId === memberId)
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        .slice(0, limit),
    async *open({ before }) {
      yield* oldestFirst(rows.all().filter(isOpenInWallet), before)
    },
  }
}

function memoryAlerts(clock: () => Date): AlertStore {
  const rows = new VersionedStore<AlertRecord>(({ account, kind }) => `${account} ${kind}`, clock)
  return {
    save: async (record) => rows.save(record),
    of: async (account) => rows.all().filter((row) => row.account === account),
  }
}
