import type { CheckoutQuery, CheckoutRecord, PaymentRef } from '@craftgate-commerce/core'
import {
  type CheckoutPage,
  type CheckoutsAsked,
  type CheckoutTable,
  checkoutOfRow,
  checkoutPage,
  type OfflineMethod,
  type StoredCheckout,
  toCheckoutRow,
} from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import type { CheckoutEventStore } from './event-stores'
import { type Rows, VersionedTable } from './versioned-table'

const PAYMENTS = 'craftgate_checkout_payment'

/** A payment session is what an attempt pays. */
type CheckoutRow = Omit<StoredCheckout, 'order'> & { readonly sessionId: string }

const toRow = (record: CheckoutRecord): CheckoutRow => {
  const { order, ...row } = toCheckoutRow(record)
  return { ...row, sessionId: order }
}

const toRecord = ({ sessionId, ...row }: CheckoutRow): CheckoutRecord =>
  checkoutOfRow({ ...row, order: sessionId })

/** What a merchant typed, with what Medusa found by it. */
export interface Looked {
  readonly search: string
  /** Of a payment at Craftgate, where one was typed. */
  readonly number?: number
  /** Whose payments may bear it. */
  readonly accounts: readonly string[]
  /** Payment sessions of the order that bears it. */
  readonly sessions: readonly string[]
  /** Payments that it means as well. */
  readonly cardPayments?: readonly PaymentRef[]
}

const MOST_FOUND = 1_000

interface AwaitingFunds {
  readonly account: string
  readonly methods: readonly OfflineMethod[]
  /** The newest ones; none when 0. */
  readonly limit: number
  readonly amounts: readonly number[]
  readonly references: readonly string[]
  readonly sessions: readonly string[]
}

const COLUMNS: CheckoutTable['columns'] = {
  key: 'record_id',
  recordId: 'record_id',
  order: 'session_id',
  state: 'state',
  method: 'method',
  account: 'account',
  currency: 'currency',
  amount: 'amount',
  note: 'note',
  standing: 'standing',
  startedAt: 'started_at',
  changedAt: 'changed_at',
}

const NEWEST_FIRST = 'changed_at desc'
const OF_AN_AMOUNT = 25

/** Attempts to pay, found by any of their payments; each change of state or note is an event of the merchant's timeline. */
export class CheckoutStore {
  private readonly table: VersionedTable<CheckoutRecord, CheckoutRow>

  constructor(
    private readonly connections: Knex,
    private readonly events: CheckoutEventStore,
  ) {
    const parts = {
      name: 'craftgate_checkout',
      keys: ['record_id'],
      toRow,
      toValue: toRecord,
      json: ['context', 'payment_ids'],
      also: writePayments,
    }
    this.table = new VersionedTable(connections, parts)
  }

  async save(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'> {
    const saved = await this.table.save(record)
    if (saved !== 'conflict') await this.events.addChange(saved)
    return saved
  }

  async find(by: CheckoutQuery): Promise<CheckoutRecord | undefined> {
    if (isUnstorable(by)) return undefined
    const [record] = await this.table.find((rows) => this.matching(rows, by), 'attempt desc', 1)
    return record
  }

  /** This very attempt, as it is stored now. */
  async latest({ id }: Pick<CheckoutRecord, 'id'>): Promise<CheckoutRecord | undefined> {
    const [record] = await this.table.find((rows) => rows.where({ record_id: id }), 'attempt desc', 1)
    return record
  }

  /** Every attempt of these payment sessions, newest first. */
  ofSessions(sessionIds: readonly string[]): Promise<CheckoutRecord[]> {
    return this.table.find((rows) => rows.whereIn('session_id', [...sessionIds]), 'changed_at desc')
  }

  /** Attempts by one of these ways to pay of these payment sessions, the newest first, 100 at most. */
  async paidBy(methods: readonly string[], sessionIds: readonly string[]): Promise<CheckoutRecord[]> {
    if (sessionIds.length === 0) return []
    const narrow = (rows: Rows) => rows.whereIn('session_id', [...sessionIds]).whereIn('method', [...methods])
    return this.table.find(narrow, 'started_at desc', 100)
  }

  /** Attempts of orders that were placed unpaid and wait, of any of these kinds, each once. */
  async awaitingFunds(query: AwaitingFunds): Promise<readonly CheckoutRecord[]> {
    const { account, methods, limit, amounts, references, sessions } = query
    const awaiting = (rows: Rows) =>
      rows.where({ account, state: 'created' }).whereRaw(`"context"->>'offline' = any(?)`, [[...methods]])
    const some = (column: string, values: readonly unknown[], most = values.length) =>
      values.length === 0
        ? []
        : this.table.find(
            (rows) => awaiting(rows).whereIn(column, [...values] as string[]),
            NEWEST_FIRST,
            most,
          )
    const found = await Promise.all([
      limit === 0 ? [] : this.table.find(awaiting, NEWEST_FIRST, limit),
      some('amount', amounts, amounts.length * OF_AN_AMOUNT),
      some('session_id', sessions),
      some('reference', references),
    ])
    return [...new Map(found.flat().map((record) => [record.id, record])).values()]
  }

  due(now: Date): AsyncIterable<CheckoutRecord> {
    return this.table.open([(rows) => rows.where('next_check_at', '<=', now)], EVER)
  }

  /** Every attempt of a reference, oldest first. */
  attempts(reference: string): Promise<CheckoutRecord[]> {
    if (isUnstorable({ reference })) return Promise.resolve([])
    return this.table.find((rows) => rows.where({ reference }), 'attempt')
  }

  /** For the merchant: newest first. `orders`: payment sessions. */
  async page({ looked, ...asked }: CheckoutsAsked & { readonly looked?: Looked }): Promise<CheckoutPage> {
    return checkoutPage(this.list, { ...asked, ids: looked && (await this.idsOf(looked)) })
  }

  private get list(): CheckoutTable {
    return {
      name: 'craftgate_checkout',
      columns: COLUMNS,
      scopes: [{}],
      newest: ['changedAt', 'key'],
      indexed: new Set(['amounts', 'states', 'days', 'method', 'account']),
      placeholder: () => '?',
      moment: (at) => at,
      ask: async (sql, parameters) =>
        (await this.connections.raw<{ rows: Record<string, unknown>[] }>(sql, [...parameters] as never[]))
          .rows,
      read: async (keys) => {
        const records = await this.table.find((rows) => rows.whereIn('record_id', [...keys]), NEWEST_FIRST)
        return new Map(records.map((record) => [record.id, record]))
      },
    }
  }

  private async idsOf({
    search,
    number,
    accounts,
    sessions,
    cardPayments = [],
  }: Looked): Promise<readonly string[]> {
    const named = [
      this.connections('craftgate_checkout').where({ reference: search }),
      this.connections('craftgate_checkout').whereIn('session_id', [...sessions]),
      ...(number !== undefined
        ? [
            this.connections(PAYMENTS)
              .whereIn('account', [...accounts])
              .where({ payment_id: number }),
          ]
        : []),
      ...(cardPayments.length > 0
        ? [
            this.connections(PAYMENTS).whereIn(
              ['account', 'payment_id'],
              cardPayments.map(({ account, paymentId }) => [account, paymentId]),
            ),
          ]
        : []),
    ]
    const ids: string[][] = await Promise.all(named.map((rows) => rows.limit(MOST_FOUND).pluck('record_id')))
    return [...new Set(ids.flat())]
  }

  private matching(rows: Rows, by: CheckoutQuery): Rows {
    if ('token' in by) return rows.where({ token: by.token })
    if ('reference' in by) return rows.where(by)
    const payment = { account: by.account, payment_id: by.paymentId }
    return rows.whereIn('record_id', this.connections(PAYMENTS).select('record_id').where(payment))
  }
}

/** PostgreSQL refuses to compare text with a NUL, which anybody may put into an address; no checkout has one. */
const isUnstorable = (by: CheckoutQuery): boolean =>
  Object.values(by).some((value) => String(value).includes('\0'))

/** Whenever it was written. */
const EVER = new Date('9999-01-01T00:00:00Z')

/** Within an account a payment belongs to one attempt: another's is a unique violation, which undoes the whole write. */
async function writePayments({ account, id, paymentIds }: CheckoutRecord, connection: Knex): Promise<void> {
  if (paymentIds.length === 0) return
  const known: unknown[] = await connection(PAYMENTS).where({ record_id: id }).pluck('payment_id')
  const added = paymentIds.filter((paymentId) => !known.includes(String(paymentId)))
  if (added.length === 0) return
  await connection(PAYMENTS).insert(added.map((payment_id) => ({ account, payment_id, record_id: id })))
}
