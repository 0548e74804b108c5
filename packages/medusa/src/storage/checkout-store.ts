import {
  type CheckoutQuery,
  type CheckoutRecord,
  type CheckoutState,
  checkoutOfRow,
  type StoredCheckout,
  toCheckoutRow,
} from '@craftgate-commerce/core'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import type { CheckoutEventStore } from './checkout-event-store'
import { VersionedTable } from './versioned-table'

/** A payment session is what an attempt pays. */
type CheckoutRow = Omit<StoredCheckout, 'order'> & { readonly sessionId: string }

const toRow = (record: CheckoutRecord): CheckoutRow => {
  const { order, ...row } = toCheckoutRow(record)
  return { ...row, sessionId: order }
}

const toRecord = ({ sessionId, ...row }: CheckoutRow): CheckoutRecord =>
  checkoutOfRow({ ...row, order: sessionId })

/** Attempts to pay; each change of state or note is an event of the merchant's timeline. */
export class CheckoutStore {
  private readonly table: VersionedTable<CheckoutRecord, CheckoutRow>

  constructor(
    connections: Knex,
    private readonly events: CheckoutEventStore,
  ) {
    const parts = {
      name: 'craftgate_checkout',
      key: 'record_id',
      toRow,
      toValue: toRecord,
      json: ['context'],
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
    const [record] = await this.table.find(whereOf(by), 'attempt desc', 1)
    return record
  }

  /** This very attempt, as it is stored now. */
  async latest({ id }: Pick<CheckoutRecord, 'id'>): Promise<CheckoutRecord | undefined> {
    const [record] = await this.table.find({ record_id: id }, 'attempt desc', 1)
    return record
  }

  /** Every attempt of these payment sessions, newest first. */
  ofSessions(sessionIds: readonly string[]): Promise<CheckoutRecord[]> {
    return this.table.findIn('session_id', sessionIds)
  }

  open(query: { states: readonly CheckoutState[]; before: Date }): AsyncIterable<CheckoutRecord> {
    return this.table.open(query.states, query.before)
  }

  /** For the merchant: newest first. */
  page(states: readonly string[], limit: number, offset: number): Promise<[CheckoutRecord[], number]> {
    return this.table.page(states, limit, offset)
  }
}

/** PostgreSQL refuses to compare text with a NUL, which anybody may put into an address; no checkout has one. */
const isUnstorable = (by: CheckoutQuery): boolean =>
  Object.values(by).some((value) => String(value).includes('\0'))

function whereOf(by: CheckoutQuery): Record<string, unknown> {
  if ('token' in by) return { token: by.token }
  return 'paymentId' in by ? { payment_id: by.paymentId } : { reference: by.reference }
}
