import type { CheckoutState, PaymentOperation } from '@craftgate-commerce/core'
import { type DataSource, In, IsNull, Not } from 'typeorm'
import {
  type CheckoutRow,
  type ClaimRow,
  checkoutEntity,
  claimEntity,
  keysEntity,
  type NoteRow,
  noteEntity,
  type PrivacyRow,
  privacyEntity,
  type SessionRow,
  sessionEntity,
} from '../../database'
import type { Tenant } from '../../tenant'
import type { PaymentQuery } from './payment-query'
import { searchPayments } from './search-payments'

/** Everything that the pages read from the database: each question names the shop, and gets rows of no other. */
export interface MerchantReads {
  payments(shop: string, query: PaymentQuery, limit: number): Promise<readonly SessionRow[]>
  /** Sessions of any kind that Shopify does not know the end of, the newest change first. */
  troubled(shop: string, limit: number): Promise<readonly SessionRow[]>
  /** Refunds, captures and voids of these payments, oldest first. */
  moneySessions(shop: string, paymentIds: readonly string[]): Promise<readonly SessionRow[]>
  /** Attempts of these payments, oldest first. */
  attempts(shop: string, paymentIds: readonly string[]): Promise<readonly CheckoutRow[]>
  claims(shop: string, groups: readonly string[]): Promise<readonly ClaimRow[]>
  /** What happened to these sessions, oldest first. */
  notes(shop: string, sessionIds: readonly string[]): Promise<readonly NoteRow[]>
  privacyRequests(shop: string, limit: number): Promise<readonly PrivacyRow[]>
  /** When the Craftgate keys of this mode were changed; undefined when there are none. */
  keysChangedAt(tenant: Tenant): Promise<Date | undefined>
  /** How many payments are under way: an attempt is open, or a money call has no end yet. */
  openPayments(tenant: Tenant): Promise<number>
  /** Craftgate's id of the payment that began last. */
  newestPayment(tenant: Tenant): Promise<number | undefined>
}

export const OPEN_ATTEMPTS: readonly CheckoutState[] = ['open', 'review', 'refunding']
const OPEN_CALLS: readonly PaymentOperation['state'][] = ['planned', 'unknown', 'waiting']

/** A payment that is both, because its money goes back, is one. */
const COUNT_OPEN = `SELECT count(*)::int AS open FROM (
  SELECT coalesce(payment_id::text, record_id) FROM craftgate_checkout WHERE shop = $1 AND mode = $2 AND state = ANY ($3)
  UNION
  SELECT payment_id::text FROM craftgate_payment_operation WHERE shop = $1 AND mode = $2 AND state = ANY ($4)
) AS payment`

export function databaseReads(database: DataSource): MerchantReads {
  const sessions = database.getRepository(sessionEntity)
  return {
    payments: (shop, query, limit) => searchPayments(database, shop, query, limit),
    troubled: (shop, limit) =>
      sessions
        .createQueryBuilder('row')
        .where('row.shop = :shop', { shop })
        .andWhere(`(row.told IN ('stalled', 'refused') OR row.trouble IS NOT NULL)`)
        .orderBy('row.changedAt', 'DESC')
        .take(limit)
        .getMany(),
    moneySessions: (shop, ids) =>
      sessions.find({ where: { shop, paymentSessionId: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } }),
    attempts: (shop, ids) =>
      database
        .getRepository(checkoutEntity)
        .find({ where: { shop, reference: In(ids) }, order: { attempt: 'ASC' } }),
    claims: (shop, groups) =>
      database.getRepository(claimEntity).find({ where: { shop, group: In(groups) } }),
    notes: (shop, ids) => notesOf(database, shop, ids),
    privacyRequests: (shop, limit) =>
      database
        .getRepository(privacyEntity)
        .find({ where: { shop }, order: { receivedAt: 'DESC', id: 'ASC' }, take: limit }),
    keysChangedAt: async ({ shop, mode }) =>
      (await database.getRepository(keysEntity).findOneBy({ shop, mode }))?.changedAt,
    openPayments: async ({ shop, mode }) => {
      const rows: readonly { open: number }[] = await database.query(COUNT_OPEN, [
        shop,
        mode,
        OPEN_ATTEMPTS,
        OPEN_CALLS,
      ])
      return rows[0]?.open ?? 0
    },
    newestPayment: async ({ shop, mode }) => {
      const where = { shop, mode, paymentId: Not(IsNull()) }
      const newest = await database
        .getRepository(checkoutEntity)
        .findOne({ where, order: { startedAt: 'DESC', recordId: 'ASC' } })
      return newest?.paymentId ?? undefined
    },
  }
}

/** A note has no shop of its own: it belongs to whom its session belongs. */
function notesOf(database: DataSource, shop: string, ids: readonly string[]): Promise<NoteRow[]> {
  const notes = database.getRepository(noteEntity).createQueryBuilder('note')
  const own = notes.subQuery().select('owner.id').from(sessionEntity, 'owner')
  own.where('owner.shop = :shop AND owner.id IN (:...ids)')
  return notes.where(`note.sessionId IN ${own.getQuery()}`, { shop, ids }).orderBy('note.id').getMany()
}
