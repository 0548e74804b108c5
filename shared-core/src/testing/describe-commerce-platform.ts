import { randomUUID } from 'node:crypto'
import { type Money, money } from '../money'
import type { HeldOutcome, PaymentFacts } from '../payment/outcome'
import type {
  CheckoutRecord,
  CommercePlatform,
  OperationStep,
  PaymentOperation,
  RetentionStore,
  SalesEntry,
  SalesStore,
} from '../platform'
import type { SalesFigures, SettlementEntries } from '../sales'
import type { WalletOperation, WalletOperationStore } from '../wallets/wallet-operation'
import { describeAlertStore } from './describe-alert-store'
import { describeTransferStore } from './describe-transfer-store'

/** What an adapter brings to the contract of the port. */
export interface PlatformUnderTest {
  readonly platform: CommercePlatform
  /** The same shop as another server reaches it. */
  readonly secondServer?: CommercePlatform
  /** An order that nobody paid yet, and what an attempt must know to pay it. Without it: `without: ['orders']`. */
  payableOrder?(): Promise<Pick<CheckoutRecord, 'order' | 'expected'> & Partial<CheckoutRecord>>
  /** Runs the work in a transaction of the shop that is then rolled back. Without it: `without: ['transactions']`. */
  rolledBack?(work: () => Promise<void>): Promise<void>
  /** How the shop's old records go, when that is not the platform's own `retention`. Without either: `without: ['retention']`. */
  readonly retention?: RetentionStore
  /**
   * The sales entries of a shop that nobody else uses, asked once for each test, and its figures as its panel reads them: of the
   * account and context of this attempt. Without it: `without: ['sales']`.
   */
  sales?(): {
    readonly sales: SalesStore
    figures(record: CheckoutRecord, days: readonly Date[]): Promise<SalesFigures>
    /** What they say of banks, as the panel reads it. */
    settlement(record: CheckoutRecord): SettlementEntries
  }
  /** At the end of all tests. */
  close?(): Promise<void>
}

/** What cannot be tried with the platform alone. Its rows are left out, and the adapter proves them elsewhere. */
export type MissingCapability = 'orders' | 'transactions' | 'retention' | 'transfers' | 'sales'

const FUTURE = new Date('2100-01-01T00:00:00Z')
const PAST = new Date('2020-01-01T00:00:00Z')
const tl = (minor: number): Money => money(minor, 'TRY')

let lastPaymentId = Math.floor(Math.random() * 1_000_000_000)
const nextPaymentId = (): number => ++lastPaymentId
const nextId = (): string => randomUUID().replaceAll('-', '')

function newCheckout(over: Partial<CheckoutRecord> = {}): CheckoutRecord {
  const now = new Date()
  return {
    ...{ id: nextId(), reference: nextId(), attempt: 1, account: 'main:sandbox', order: nextId() },
    ...{
      context: {},
      phase: 'AUTH',
      state: 'open',
      expected: tl(10_000),
      token: randomUUID(),
      paymentIds: [],
    },
    ...{ createdAt: now, updatedAt: now, stateSince: now, version: 0 },
    ...over,
  }
}

function newOperation(over: Partial<PaymentOperation> = {}): PaymentOperation {
  const now = new Date()
  const paymentId = over.paymentId ?? nextPaymentId()
  const step: OperationStep = {
    ...{ key: randomUUID(), paymentId, transactionId: 7, amount: tl(1100), price: tl(1000), state: 'sent' },
    ...{ sentAt: now.toISOString(), sentWith: 'fingerprint', earlierKeys: [randomUUID()] },
  }
  return {
    ...{ key: nextId(), kind: 'refund', account: 'main:sandbox', paymentId, amount: tl(1000) },
    ...{ steps: [step], state: 'unknown', createdAt: now, updatedAt: now, version: 0 },
    ...over,
  }
}

function newWalletOperation(over: Partial<WalletOperation> = {}): WalletOperation {
  const now = new Date()
  return {
    ...{ key: nextId(), account: 'main:sandbox', kind: 'credit', memberId: nextPaymentId() },
    ...{ amount: tl(1000), details: { walletId: 7, reason: 'Özür', earlier: [1, 2] }, state: 'unknown' },
    step: { key: randomUUID(), paymentId: 0, amount: tl(1000), price: tl(1000), state: 'sent', refundId: 9 },
    ...{ createdAt: now, updatedAt: now, version: 0 },
    ...over,
  }
}

async function allOf<T extends { readonly id?: string; readonly key?: string }>(rows: AsyncIterable<T>) {
  const all: T[] = []
  for await (const row of rows) all.push(row)
  return all
}

function stored<T>(answer: T | 'conflict'): T {
  if (answer === 'conflict') throw new Error('It was not stored: conflict')
  return answer
}

/** Without what the store itself writes. */
const written = <T extends { readonly version: number; readonly updatedAt: Date }>(row: T) => ({
  ...row,
  version: 0,
  updatedAt: 0,
})

/**
 * The contract of the port, as jest tests: run it in a test file of the adapter. One platform serves all tests, and each
 * test makes rows of its own, so a database need not be empty.
 */
export function describeCommercePlatform(
  name: string,
  factory: () => PlatformUnderTest | Promise<PlatformUnderTest>,
  { without = [] }: { readonly without?: readonly MissingCapability[] } = {},
): void {
  describe(`${name} as a commerce platform`, () => {
    let shop: PlatformUnderTest
    beforeAll(async () => {
      shop = await factory()
    })
    afterAll(() => shop.close?.())
    describe('attempts', () => describeCheckouts(() => shop))
    describe('operations', () => describeOperations(() => shop))
    describe('refunds that failed', () => describeFailedRefunds(() => shop))
    describe('operations of wallets', () => describeWallets(() => shop))
    describe('alerts', () =>
      describeAlertStore(
        () => shop.platform.alerts,
        () => (shop.secondServer ?? shop.platform).alerts,
      ))
    if (!without.includes('transactions')) describe('transactions', () => describeTransactions(() => shop))
    describe('the lock of a payment', () => describeLock(() => shop))
    if (!without.includes('orders')) describe('orders', () => describeOrders(() => shop))
    if (!without.includes('transfers'))
      describe('transfers', () =>
        describeTransferStore(() => ({ platform: shop.platform, waiting: waitingIn(shop) })))
    if (!without.includes('sales')) describe('the sales entries', () => describeSales(() => shop))
    if (!without.includes('retention')) describe('old records', () => describeRetention(() => shop))

    test('a webhook event is handled from when it was marked, also twice', async () => {
      const key = nextId()
      expect(await shop.platform.eventHandled(key)).toBe(false)
      await shop.platform.markEventHandled(key)
      await shop.platform.markEventHandled(key)
      expect(await shop.platform.eventHandled(key)).toBe(true)
    })
  })
}

type Shop = () => PlatformUnderTest

/** An attempt that waits for a transfer, of an order that nobody paid. */
function waitingIn({ platform, payableOrder }: PlatformUnderTest) {
  if (payableOrder === undefined) return undefined
  return async () => {
    const order = await payableOrder()
    const context = { ...order.context, offline: 'FUND_TRANSFER' }
    const attempt = newCheckout({ ...order, context, state: 'created', token: undefined })
    return stored(await platform.saveCheckout(attempt))
  }
}

function describeCheckouts(shop: Shop): void {
  const save = async (over: Partial<CheckoutRecord> = {}) =>
    stored(await shop().platform.saveCheckout(newCheckout(over)))

  test('an attempt comes back as it was written, one version later', async () => {
    const record = newCheckout({
      ...{ paymentIds: [nextPaymentId(), nextPaymentId()], pageUrl: 'https://pay.example.com/1?a=b' },
      ...{
        stateSince: new Date('2026-04-30T10:00:00Z'),
        standing: 'given-back-in-part',
        nextCheckAt: new Date('2090-05-01T10:00:00Z'),
      },
      method: 'MASTERPASS',
      ...{ expiresAt: new Date('2026-05-01T10:00:00Z'), note: 'Ödeme bekleniyor', attempt: 3 },
    })
    const first = stored(await shop().platform.saveCheckout(record))
    expect(first.version).toBe(1)
    const found = await shop().platform.findCheckout({ reference: record.reference })
    expect(found && written(found)).toMatchObject({ ...written(record), context: {} })
  })

  test('of many writes of one version one is stored, and the others are conflicts', async () => {
    const record = await save()
    const notes = ['a', 'b', 'c', 'd']
    const answers = await Promise.all(notes.map((note) => shop().platform.saveCheckout({ ...record, note })))
    expect(answers.filter((answer) => answer === 'conflict')).toHaveLength(3)
    expect(await shop().platform.findCheckout({ reference: record.reference })).toMatchObject({ version: 2 })
  })

  test('an id, a token and a payment of an account exist once', async () => {
    const { id, token, paymentIds } = await save({ paymentIds: [nextPaymentId()] })
    for (const taken of [{ id }, { token }, { paymentIds }]) {
      expect(await shop().platform.saveCheckout(newCheckout(taken))).toBe('conflict')
    }
    expect(await save({ paymentIds, account: 'main:live' })).toMatchObject({ paymentIds })
  })

  test('is found by its token, by each of its payments in its account, and by its reference', async () => {
    const [lead, second] = [nextPaymentId(), nextPaymentId()]
    const { id, token = '', reference, account } = await save({ paymentIds: [lead, second] })
    const other = await save({ paymentIds: [second], account: 'main:live' })
    const find = shop().platform.findCheckout.bind(shop().platform)
    for (const by of [
      { token },
      { account, paymentId: lead },
      { account, paymentId: second },
      { reference },
    ]) {
      expect(await find(by)).toMatchObject({ id })
    }
    expect(await find({ account: 'main:live', paymentId: second })).toMatchObject({ id: other.id })
    expect(await find({ account: 'main:live', paymentId: lead })).toBeUndefined()
    expect(await find({ token: nextId() })).toBeUndefined()
  })

  test('a reference finds its newest attempt, and with a number that one', async () => {
    const { reference } = await save({ attempt: 2 })
    await save({ reference, attempt: 1 })
    expect(await shop().platform.findCheckout({ reference })).toMatchObject({ attempt: 2 })
    expect(await shop().platform.findCheckout({ reference, attempt: 1 })).toMatchObject({ attempt: 1 })
    expect(await shop().platform.findCheckout({ reference, attempt: 3 })).toBeUndefined()
  })

  test('those that are due to be checked are listed, when their time has come', async () => {
    const due = new Date('2026-03-01T10:00:00Z')
    const captured = await save({ state: 'captured', nextCheckAt: due })
    const open = await save({ state: 'open', nextCheckAt: due })
    const later = await save({ state: 'open', nextCheckAt: new Date(due.getTime() + 1) })
    const never = await save({ state: 'captured' })
    const mine = [captured, open, later, never].map(({ id }) => id)
    const list = async (now: Date) => {
      const rows = await allOf(shop().platform.dueCheckouts({ now }))
      return rows.map(({ id }) => id).filter((id) => mine.includes(id))
    }
    expect((await list(due)).sort()).toEqual([captured.id, open.id].sort())
    expect(await list(new Date(due.getTime() - 1))).toEqual([])
  })
}

function describeOperations(shop: Shop): void {
  const save = async (over: Partial<PaymentOperation> = {}) =>
    stored(await shop().platform.saveOperation(newOperation(over)))

  test('an operation comes back as it was written, one version later', async () => {
    const operation = newOperation({
      ...{ cancelled: true, error: { code: '1', group: 'G', message: { tr: 'Hayır', en: 'No' } } },
      ...{
        shopReference: 'ref_1',
        request: { amountNamed: true, items: [{ externalId: 'i', amount: tl(5) }] },
      },
    })
    expect(stored(await shop().platform.saveOperation(operation)).version).toBe(1)
    const [found] = await shop().platform.operationsOf(operation)
    expect(found && written(found)).toMatchObject(written(operation))
  })

  test('a key exists once in an account', async () => {
    const { key } = await save()
    expect(await shop().platform.saveOperation(newOperation({ key }))).toBe('conflict')
    expect(await save({ key, account: 'main:live' })).toMatchObject({ key })
  })

  test('those of a payment are those of its account', async () => {
    const { account, paymentId, key } = await save()
    await save({ paymentId, account: 'main:live' })
    await save()
    const found = await shop().platform.operationsOf({ account, paymentId })
    expect(found.map((operation) => operation.key)).toEqual([key])
  })

  test('of two writes of one version the second is a conflict', async () => {
    const operation = await save()
    stored(await shop().platform.saveOperation({ ...operation, shopReference: 'one' }))
    expect(await shop().platform.saveOperation({ ...operation, shopReference: 'two' })).toBe('conflict')
  })

  test('one is open until it was acknowledged, whatever became of it', async () => {
    const operation = await save({ state: 'done' })
    const isOpen = async (before: Date) => {
      const rows = await allOf(shop().platform.openOperations({ before }))
      return rows.some(({ key }) => key === operation.key)
    }
    expect([await isOpen(FUTURE), await isOpen(PAST)]).toEqual([true, false])
    stored(await shop().platform.saveOperation({ ...operation, acknowledgedAt: new Date() }))
    expect(await isOpen(FUTURE)).toBe(false)
  })
}

function describeFailedRefunds(shop: Shop): void {
  test('voids and refunds that failed are found, the newest of their account', async () => {
    const { platform } = shop()
    const account = `main:${nextId()}`
    const began = new Date()
    const save = async (over: Partial<PaymentOperation>) => {
      const updatedAt = new Date()
      const saved = stored(await platform.saveOperation(newOperation({ account, updatedAt, ...over })))
      await new Promise((done) => setTimeout(done, 2))
      return saved.key
    }
    const refund = await save({ state: 'failed', acknowledgedAt: new Date() })
    const voided = await save({ kind: 'void', state: 'failed' })
    await save({ kind: 'capture', state: 'failed' })
    await save({ state: 'done' })
    await save({ state: 'failed', account: `other:${nextId()}` })
    const find = async (since: Date, limit: number) =>
      (await platform.failedRefunds({ account, since, limit })).map(({ key }) => key)
    expect(await find(began, 10)).toEqual([voided, refund])
    expect(await find(began, 1)).toEqual([voided])
    expect(await find(FUTURE, 10)).toEqual([])
  })
}

function describeWallets(shop: Shop): void {
  const store = (): WalletOperationStore => shop().platform.walletOperations
  const save = async (over: Partial<WalletOperation> = {}) =>
    stored(await store().save(newWalletOperation(over)))

  test('one comes back as it was written, one version later', async () => {
    const operation = newWalletOperation({
      ...{ kind: 'reset', amount: tl(-4_000) },
      ...{ error: { code: '1', group: 'G', message: { tr: 'Hayır', en: 'No' } } },
    })
    expect(stored(await store().save(operation)).version).toBe(1)
    const found = await store().find(operation)
    expect(found && written(found)).toEqual(written(operation))
    expect(await store().find({ ...operation, account: 'main:live' })).toBeUndefined()
  })

  test('a key exists once in an account, and of two writes of one version the second is a conflict', async () => {
    const operation = await save()
    expect(await store().save(newWalletOperation({ key: operation.key }))).toBe('conflict')
    expect(await save({ key: operation.key, account: 'main:live' })).toMatchObject({ key: operation.key })
    stored(await store().save({ ...operation, state: 'done' }))
    expect(await store().save({ ...operation, state: 'failed' })).toBe('conflict')
    expect(await store().find(operation)).toMatchObject({ state: 'done', version: 2 })
  })

  test('those of a member are those of his account, the newest first, and no more than are asked for', async () => {
    const at = (second: number) => new Date(Date.UTC(2026, 3, 1, 10, 0, second))
    const { account, memberId, key } = await save({ createdAt: at(0) })
    const newest = await save({ memberId, createdAt: at(2) })
    const middle = await save({ memberId, createdAt: at(1) })
    await save({ memberId, account: 'main:live' })
    const keys = async (limit: number) =>
      (await store().of({ account, memberId }, limit)).map((operation) => operation.key)
    expect(await keys(10)).toEqual([newest.key, middle.key, key])
    expect(await keys(2)).toEqual([newest.key, middle.key])
  })

  test.each(['planned', 'unknown', 'waiting'] as const)(
    'one that is %s is open, until it ended',
    async (state) => {
      const operation = await save({ state })
      const isOpen = async (before: Date) => {
        const rows = await allOf(store().open({ before }))
        return rows.some(({ key }) => key === operation.key)
      }
      expect([await isOpen(FUTURE), await isOpen(PAST)]).toEqual([true, false])
      stored(await store().save({ ...operation, state: 'done' }))
      expect(await isOpen(FUTURE)).toBe(false)
    },
  )
}

function describeTransactions(shop: Shop): void {
  test('an operation stays when the transaction of the shop around it is rolled back', async () => {
    const operation = newOperation()
    const { platform, rolledBack } = shop()
    if (rolledBack === undefined) throw new Error("It has no rolledBack; say without: ['transactions']")
    await rolledBack(async () => {
      await platform.exclusively(operation, async () => {
        stored(await platform.saveOperation(operation))
      })
    })
    expect(await platform.operationsOf(operation)).toHaveLength(1)
  })
}

function describeLock(shop: Shop): void {
  const payment = () => ({ account: 'main:sandbox', paymentId: nextPaymentId() })

  /** Work that says when it begins and ends, and lets others in between if they can. */
  const working = (said: string[], name: string) => async () => {
    said.push(`${name} begins`)
    for (let turns = 0; turns < 20; turns += 1) await new Promise(setImmediate)
    said.push(`${name} ends`)
    if (name === 'first') throw new Error('the first failed')
  }

  test('lets one work at a time, also after one failed, and on another server', async () => {
    const [said, ref] = [[] as string[], payment()]
    const { platform, secondServer = platform } = shop()
    await Promise.allSettled([
      platform.exclusively(ref, working(said, 'first')),
      secondServer.exclusively(ref, working(said, 'second')),
    ])
    const [one, two] = said[0] === 'first begins' ? ['first', 'second'] : ['second', 'first']
    expect(said).toEqual([`${one} begins`, `${one} ends`, `${two} begins`, `${two} ends`])
  })

  test('is another one for the payment of the same number in another account', async () => {
    const ref = payment()
    const { platform } = shop()
    const inside = await platform.exclusively(ref, () =>
      platform.exclusively({ ...ref, account: 'main:live' }, async () => 'inside'),
    )
    expect(inside).toBe('inside')
  })
}

function describeOrders(shop: Shop): void {
  const paid = (paymentId: number, price: Money): HeldOutcome => {
    const facts: PaymentFacts = {
      ...{ paymentId, price, paidPrice: price, installment: 1, phase: 'AUTH', threeDS: true },
      transactions: [{ id: paymentId * 10, externalId: 'item-1', price, paidPrice: price }],
    }
    return { kind: 'captured', facts }
  }

  const attempt = async () => {
    const { payableOrder } = shop()
    if (payableOrder === undefined) throw new Error("It has no payableOrder; say without: ['orders']")
    return stored(await shop().platform.saveCheckout(newCheckout(await payableOrder())))
  }

  test('an order takes a payment once, and no second one', async () => {
    const record = await attempt()
    const [first, second] = [nextPaymentId(), nextPaymentId()]
    const { platform } = shop()
    expect(await platform.apply(record, paid(first, record.expected))).toBe('applied')
    expect(await platform.apply(record, paid(first, record.expected))).toBe('already')
    expect(await platform.apply(record, paid(second, record.expected))).toBe('unexpected')
  })

  test('it knows which payment an order holds', async () => {
    const record = await attempt()
    const { platform } = shop()
    const [taken, other] = [nextPaymentId(), nextPaymentId()].map((id) => paid(id, record.expected))
    if (taken === undefined || other === undefined) throw new Error('unreachable')
    expect(await platform.holds(record, taken)).toBe(false)
    await platform.apply(record, taken)
    expect(await platform.holds(record, taken)).toBe(true)
    expect(await platform.holds(record, other)).toBe(false)
  })

  test('money that goes back pays no order', async () => {
    const record = await attempt()
    const { platform } = shop()
    const refunding = stored(await platform.saveCheckout({ ...record, state: 'refunding' }))
    expect(await platform.apply(refunding, paid(nextPaymentId(), record.expected))).toBe('unexpected')
  })
}

function describeSales(shop: Shop): void {
  const [BEFORE, FIRST, SECOND, END] = [1, 2, 3, 4].map((day) => new Date(`2031-05-0${day}T21:00:00Z`)) as [
    Date,
    Date,
    Date,
    Date,
  ]
  const days = [FIRST, SECOND, END]

  /** A shop of its own, so that nobody else's entries are counted. */
  function open() {
    const opened = shop().sales?.()
    if (opened === undefined) throw new Error("it has no sales entries; say without: ['sales']")
    const { sales, figures, settlement } = opened
    const record = newCheckout({ account: `main:${nextId()}`, context: { channel: nextId() } })
    const enter = (over: Partial<SalesEntry>) =>
      sales.enter(
        {
          ...{
            account: record.account,
            entry: nextId(),
            reference: nextId(),
            kind: 'sale',
            amount: tl(10_000),
          },
          ...{ paid: 10_300, method: 'CARD', installment: 3, bank: 'Garanti', pos: 'garanti-1', at: FIRST },
          ...over,
        },
        record,
      )
    const { account } = record
    const taken = (from: Date, until: Date, limit = 100) => sales.taken({ account, from, until, limit })
    return { enter, taken, read: () => figures(record, days), settlement: settlement(record) }
  }

  test('entries are counted by day, kind and currency, each once, and only those of the shop', async () => {
    const [{ enter, read }, another] = [open(), open()]
    const entry = nextId()
    await enter({ entry, paid: 1 })
    await enter({ entry, at: SECOND })
    await enter({ at: new Date(SECOND.getTime() - 1) })
    await enter({ amount: money(500, 'EUR'), paid: 500, at: SECOND })
    await enter({ kind: 'refund', amount: tl(2_500), paid: 2_500, at: new Date(END.getTime() - 1) })
    await enter({ at: BEFORE })
    await enter({ at: END })
    await another.enter({})
    const { days: counted, isCut } = await read()
    expect(isCut).toBe(false)
    expect(new Set(counted)).toEqual(
      new Set([
        { day: 0, kind: 'sale', currency: 'TRY', count: 2, amount: 20_000, paid: 20_600 },
        { day: 1, kind: 'sale', currency: 'EUR', count: 1, amount: 500, paid: 500 },
        { day: 1, kind: 'refund', currency: 'TRY', count: 1, amount: 2_500, paid: 2_500 },
      ]),
    )
  })

  test('what orders took is told oldest first, of this time and account, and no more than is asked for', async () => {
    const [{ enter, taken }, another] = [open(), open()]
    const at = (seconds: number) => new Date(FIRST.getTime() + seconds * 1_000)
    const sale = { reference: nextId(), amount: tl(12_300) }
    await enter({ entry: 'taken-102', kind: 'authorization', at: at(2) })
    await enter({ ...sale, entry: 'taken-101', at: FIRST })
    await enter({ entry: 'taken-103', at: SECOND })
    await enter({ entry: 'taken-100', at: at(-1) })
    for (const kind of ['declined', 'refund', 'capture', 'lost'] as const) await enter({ kind, at: at(1) })
    await another.enter({ entry: 'taken-104', at: at(1) })
    const found = await taken(FIRST, SECOND)
    expect(found.map(({ paymentId }) => paymentId)).toEqual([101, 102])
    expect(found[0]).toEqual({ ...sale, paymentId: 101, at: FIRST })
    expect(await taken(FIRST, SECOND, 1)).toHaveLength(1)
  })

  test('what banks keep is counted by the day in Turkey on which they pay, apart from what is not known', async () => {
    const [{ enter, settlement }, another] = [open(), open()]
    const bank = { charged: 10_300, bankCommission: 489 }
    const [midnight, later] = [new Date('2031-06-09T21:00:00Z'), new Date('2031-06-10T20:59:59.999Z')]
    const refund = { kind: 'refund', amount: tl(2_500), paid: 2_500, charged: 2_575 } as const
    await enter({ ...bank, entry: 'taken-201', blockageResolvedAt: midnight })
    await enter({ ...bank, kind: 'capture', entry: 'capture-202', blockageResolvedAt: later })
    await enter({
      ...bank,
      blockageResolvedAt: new Date(later.getTime() + 1),
      at: new Date(SECOND.getTime() - 1),
    })
    await enter({ ...bank, bankCommission: 0, charged: 700 })
    await enter({ charged: undefined, entry: 'taken-203' })
    await enter({ amount: money(500, 'EUR'), paid: 500, charged: 400, bankCommission: 8 })
    await enter({ ...refund, entry: 'back-1' })
    for (const kind of ['authorization', 'declined', 'lost'] as const) await enter({ ...bank, kind })
    for (const at of [BEFORE, SECOND]) await enter({ ...bank, at })
    await another.enter(bank)
    const figures = await settlement.figures({ from: FIRST, until: SECOND })
    const lira = { currency: 'TRY', count: 1 }
    expect(figures.payouts.slice(0, 2)).toEqual([
      { currency: 'TRY', count: 2, charged: 20_600, bankCommission: 978, day: midnight },
      { ...lira, ...bank, day: new Date('2031-06-10T21:00:00Z') },
    ])
    expect(new Set(figures.payouts.slice(2))).toEqual(
      new Set([
        { ...lira, charged: 700, bankCommission: 0, day: undefined },
        { currency: 'EUR', count: 1, charged: 400, bankCommission: 8, day: undefined },
      ]),
    )
    expect(figures).toMatchObject({
      unknown: [{ ...lira, charged: 10_300 }],
      refunds: [{ ...lira, charged: 2_575 }],
      isCut: false,
    })
  })

  test('what a bank keeps is told payment by payment, and of the payments that are asked for', async () => {
    const { enter, settlement } = open()
    const at = (seconds: number) => new Date(FIRST.getTime() + seconds * 1_000)
    const bank = { charged: 10_300, bankCommission: 489, blockageResolvedAt: END }
    const sale = { ...bank, reference: nextId() }
    await enter({ ...bank, kind: 'capture', entry: 'capture-302', at: at(2) })
    await enter({ ...sale, entry: 'taken-301', at: FIRST })
    await enter({ kind: 'refund', entry: 'back-303', paid: 300, at: at(3) })
    await enter({ kind: 'authorization', entry: 'taken-302', at: at(1) })
    const listed = await settlement.list({ from: FIRST, until: SECOND, limit: 10 })
    expect(listed.map(({ kind, paymentId }) => [kind, paymentId])).toEqual([
      ['sale', 301],
      ['capture', 302],
      ['refund', undefined],
    ])
    expect(listed[0]).toEqual({ ...sale, kind: 'sale', paymentId: 301, currency: 'TRY', at: FIRST })
    expect(listed[2]).toMatchObject({ charged: 300, bankCommission: undefined })
    expect(await settlement.list({ from: FIRST, until: SECOND, limit: 1 })).toHaveLength(1)
    const asked = await settlement.ofPayments([302, 301, 999])
    expect(new Set(asked.map(({ paymentId }) => paymentId))).toEqual(new Set([301, 302]))
    expect(await settlement.ofPayments([])).toEqual([])
  })

  test('payments are counted by way, instalments, bank, POS and error group', async () => {
    const { enter, read } = open()
    await enter({})
    await enter({ kind: 'authorization' })
    await enter({ kind: 'declined', errorGroup: 'EXPIRED_CARD', method: undefined, bank: undefined })
    await enter({ kind: 'capture' })
    await enter({ kind: 'lost' })
    const same = { currency: 'TRY', installment: 3, pos: 'garanti-1', count: 1, amount: 10_000 }
    const { payments } = await read()
    expect(payments).toHaveLength(3)
    expect(payments.filter(({ isApproved }) => isApproved)).toEqual(
      [1, 2].map(() => expect.objectContaining({ ...same, method: 'CARD', bank: 'Garanti' })),
    )
    expect(payments.find(({ isApproved }) => !isApproved)).toMatchObject({
      ...same,
      errorGroup: 'EXPIRED_CARD',
    })
  })

  test('a purchase is unpaid when none of its payments was approved, and is counted once', async () => {
    const { enter, read } = open()
    const [paid, unpaid] = [nextId(), nextId()]
    await enter({ kind: 'declined', reference: paid })
    await enter({ kind: 'sale', reference: paid, at: SECOND })
    await enter({ kind: 'declined', reference: unpaid })
    await enter({ kind: 'declined', reference: unpaid, at: SECOND })
    expect((await read()).unpaid).toEqual([{ day: 1, currency: 'TRY', count: 1 }])
  })
}

function describeRetention(shop: Shop): void {
  const records = (): RetentionStore => {
    const { retention, platform } = shop()
    const store = retention ?? platform.retention
    if (store === undefined) throw new Error('Bring `retention`, or say that the platform is without it')
    return store
  }
  const ENDED = ['captured', 'expired'] as const
  const saved = async (over: Partial<CheckoutRecord>) =>
    stored(await shop().platform.saveCheckout(newCheckout({ state: 'captured', ...over })))
  const operationOn = async ({ account, paymentIds }: CheckoutRecord, over: Partial<PaymentOperation>) =>
    stored(await shop().platform.saveOperation(newOperation({ account, paymentId: paymentIds[0], ...over })))
  const isThere = async ({ reference }: CheckoutRecord) =>
    (await shop().platform.findCheckout({ reference })) !== undefined
  const deleteAll = async (before: Date) => {
    while ((await records().deleteCheckouts({ states: ENDED, before, limit: 50 })) > 0);
  }

  test('an attempt that was written before goes, with its payments and its acknowledged operations', async () => {
    const record = await saved({ paymentIds: [nextPaymentId(), nextPaymentId()] })
    const [payment] = [{ account: record.account, paymentId: record.paymentIds[0] ?? 0 }]
    await operationOn(record, { state: 'done', acknowledgedAt: new Date() })
    await deleteAll(PAST)
    expect(await isThere(record)).toBe(true)
    await deleteAll(FUTURE)
    expect(await isThere(record)).toBe(false)
    expect(await shop().platform.operationsOf(payment)).toEqual([])
    expect(await saved({ paymentIds: record.paymentIds })).toMatchObject({ version: 1 })
  })

  test('what has not ended stays, whatever its age: its state is another, or an operation is not acknowledged', async () => {
    const review = await saved({ state: 'needs-review' })
    const refunding = await saved({ state: 'captured', paymentIds: [nextPaymentId()] })
    await operationOn(refunding, { state: 'unknown' })
    const acknowledged = await saved({ state: 'captured', paymentIds: [nextPaymentId()] })
    await operationOn(acknowledged, { state: 'done' })
    await deleteAll(FUTURE)
    expect(await Promise.all([review, refunding, acknowledged].map(isThere))).toEqual([true, true, true])
  })

  test('an operation of a wallet goes when it ended before, with the attempts that were paid', async () => {
    const { walletOperations } = shop().platform
    const ended = stored(await walletOperations.save(newWalletOperation({ state: 'done' })))
    const open = stored(await walletOperations.save(newWalletOperation({ state: 'waiting' })))
    await saved({})
    await records().deleteCheckouts({ states: ['expired'], before: FUTURE, limit: 10_000 })
    expect(await walletOperations.find(ended)).toMatchObject({ state: 'done' })
    await records().deleteCheckouts({ states: ['captured'], before: PAST, limit: 10_000 })
    expect(await walletOperations.find(ended)).toMatchObject({ state: 'done' })
    await records().deleteCheckouts({ states: ['captured'], before: FUTURE, limit: 10_000 })
    expect(await walletOperations.find(ended)).toBeUndefined()
    expect(await walletOperations.find(open)).toMatchObject({ state: 'waiting' })
  })

  test('no more go at once than are asked for', async () => {
    await deleteAll(FUTURE)
    const all = [await saved({}), await saved({ state: 'expired' }), await saved({})]
    const query = { states: ENDED, before: FUTURE, limit: 2 }
    expect(await records().deleteCheckouts(query)).toBe(2)
    expect((await Promise.all(all.map(isThere))).filter(Boolean)).toHaveLength(1)
    expect(await records().deleteCheckouts(query)).toBe(1)
    expect(await records().deleteCheckouts(query)).toBe(0)
  })

  test('that a webhook was handled is forgotten when it was before', async () => {
    const [key, limit] = [nextId(), 10_000]
    await shop().platform.markEventHandled(key)
    await records().deleteEvents({ before: PAST, limit })
    expect(await shop().platform.eventHandled(key)).toBe(true)
    expect(await records().deleteEvents({ before: FUTURE, limit })).toBeGreaterThan(0)
    expect(await shop().platform.eventHandled(key)).toBe(false)
  })
}
