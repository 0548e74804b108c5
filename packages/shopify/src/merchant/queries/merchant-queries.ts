import type { CheckoutState, PaymentOperation } from '@craftgate-commerce/core'
import { type DataSource, In, type SelectQueryBuilder } from 'typeorm'
import type { Tenant } from '../../context/tenant'
import {
  type CheckoutRow,
  checkoutEntity,
  checkoutPaymentEntity,
  type GroupWinnerRow,
  groupWinnerEntity,
  keysEntity,
  type PrivacyRow,
  privacyEntity,
  type SessionEventRow,
  type SessionRow,
  sessionEntity,
  sessionEventEntity,
} from '../../database'
import type { PaymentFilter, PaymentQuery } from './payment-query'

/** A Craftgate account that a shop has begun attempts in. */
export interface AccountUse {
  readonly account: string
  /** Its newest payment; null when none is known. */
  readonly paymentId: number | null
  /** The attempt of that payment, which Craftgate knows as its conversationId and externalId; else the newest attempt. */
  readonly recordId: string
}

/** Everything that the pages read from the database: each question names the shop, and gets rows of no other. */
export interface MerchantQueries {
  payments(shop: string, query: PaymentQuery, limit: number): Promise<readonly SessionRow[]>
  /** Sessions of any kind that Shopify does not know the end of, the newest change first. */
  findIssues(shop: string, limit: number): Promise<readonly SessionRow[]>
  /** Refunds, captures and voids of these payments, oldest first. */
  transactionSessions(shop: string, paymentIds: readonly string[]): Promise<readonly SessionRow[]>
  /** Attempts of these payments, oldest first. */
  attempts(shop: string, paymentIds: readonly string[]): Promise<readonly CheckoutRow[]>
  groupWinners(shop: string, groups: readonly string[]): Promise<readonly GroupWinnerRow[]>
  /** What happened to these sessions, oldest first. */
  events(shop: string, sessionIds: readonly string[]): Promise<readonly SessionEventRow[]>
  privacyRequests(shop: string, limit: number): Promise<readonly PrivacyRow[]>
  /** When the Craftgate keys of this mode were changed; undefined when there are none. */
  keysChangedAt(tenant: Tenant): Promise<Date | undefined>
  /**
   * How many payments are under way: an attempt is open, an operation has no end yet, or an authorization of the last 30
   * days was neither captured nor voided (banks let a pre-authorization go after some weeks).
   */
  openPayments(tenant: Tenant, now: Date): Promise<number>
  /** The Craftgate accounts that this shop has had, the last one first. */
  accounts(tenant: Tenant): Promise<readonly AccountUse[]>
}

export const OPEN_ATTEMPTS: readonly CheckoutState[] = ['open', 'review', 'refunding']
const OPEN_OPERATIONS: readonly PaymentOperation['state'][] = ['planned', 'unknown', 'waiting']

const AUTHORIZED_MS = 30 * 24 * 3_600_000

/** A payment that is more than one of these, because its money goes back, is one. */
const COUNT_OPEN = `SELECT count(*)::int AS open FROM (
  SELECT CASE payment_ids WHEN '[]' THEN record_id ELSE account || ' ' || (payment_ids ->> 0) END
    FROM craftgate_checkout WHERE shop = $1 AND mode = $2 AND state = ANY ($3)
  UNION
  SELECT account || ' ' || payment_id FROM craftgate_payment_operation WHERE shop = $1 AND mode = $2 AND state = ANY ($4)
  UNION
  SELECT winner.account || ' ' || winner.payment_id FROM craftgate_session payment
    JOIN craftgate_group_winner winner ON winner.shop = payment.shop AND winner.mode = payment.mode
      AND winner.group_id = payment.group_id AND winner.session_id = payment.id
    WHERE payment.shop = $1 AND payment.mode = $2 AND payment.kind = 'payment' AND payment.created_at > $5
      AND payment.resolution ->> 'authorizationExpiresAt' IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM craftgate_session ended WHERE ended.payment_session_id = payment.id
        AND ended.sync_status = 'synced' AND ended.resolution ->> 'mutation' IN ('captureSessionResolve', 'voidSessionResolve'))
) AS payment`

const ACCOUNTS = `SELECT account, "paymentId", "recordId" FROM (
  SELECT DISTINCT ON (account) account, (payment_ids ->> 0)::float8 AS "paymentId", record_id AS "recordId", started_at
    FROM craftgate_checkout WHERE shop = $1 AND mode = $2
    ORDER BY account, payment_ids = '[]', started_at DESC, record_id
) AS newest ORDER BY started_at DESC, "recordId"`

export function createMerchantQueries(database: DataSource): MerchantQueries {
  const sessions = database.getRepository(sessionEntity)
  return {
    payments: (shop, query, limit) => searchPayments(database, shop, query, limit),
    findIssues: (shop, limit) =>
      sessions
        .createQueryBuilder('row')
        .where('row.shop = :shop', { shop })
        .andWhere(`(${hasIssue('row')})`)
        .orderBy('row.changedAt', 'DESC')
        .take(limit)
        .getMany(),
    transactionSessions: (shop, ids) =>
      sessions.find({ where: { shop, paymentSessionId: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } }),
    attempts: (shop, ids) =>
      database
        .getRepository(checkoutEntity)
        .find({ where: { shop, reference: In(ids) }, order: { attempt: 'ASC' } }),
    groupWinners: (shop, groups) =>
      database.getRepository(groupWinnerEntity).find({ where: { shop, group: In(groups) } }),
    events: (shop, ids) => eventsOf(database, shop, ids),
    privacyRequests: (shop, limit) =>
      database
        .getRepository(privacyEntity)
        .find({ where: { shop }, order: { receivedAt: 'DESC', id: 'ASC' }, take: limit }),
    keysChangedAt: async ({ shop, mode }) =>
      (await database.getRepository(keysEntity).findOneBy({ shop, mode }))?.changedAt,
    openPayments: async ({ shop, mode }, now) => {
      const rows: readonly { open: number }[] = await database.query(COUNT_OPEN, [
        shop,
        mode,
        OPEN_ATTEMPTS,
        OPEN_OPERATIONS,
        new Date(now.getTime() - AUTHORIZED_MS),
      ])
      return rows[0]?.open ?? 0
    },
    accounts: ({ shop, mode }) => database.query(ACCOUNTS, [shop, mode]),
  }
}

/** An event has no shop of its own: it belongs to whom its session belongs. */
function eventsOf(database: DataSource, shop: string, ids: readonly string[]): Promise<SessionEventRow[]> {
  const events = database.getRepository(sessionEventEntity).createQueryBuilder('event')
  const own = events.subQuery().select('owner.id').from(sessionEntity, 'owner')
  own.where('owner.shop = :shop AND owner.id IN (:...ids)')
  return events.where(`event.sessionId IN ${own.getQuery()}`, { shop, ids }).orderBy('event.id').getMany()
}

const MUTATION = `row.resolution ->> 'mutation'`
const EXPIRES = `row.resolution ->> 'authorizationExpiresAt'`
const SYNCED = `row.syncStatus = 'synced'`
const AUTHORIZED = `${SYNCED} AND ${MUTATION} = 'paymentSessionResolve' AND ${EXPIRES} IS NOT NULL`

const PENDING = `${SYNCED} AND ${MUTATION} = 'paymentSessionPending'`
const BY_BUYER = `row.resolution ->> 'reason' = 'BUYER_ACTION_REQUIRED'`

/** What each filter of the list means for a row. */
const FILTERS: Readonly<Record<PaymentFilter, string>> = {
  open: 'row.resolution IS NULL AND row.syncStatus IS NULL',
  syncing: 'row.resolution IS NOT NULL AND row.syncStatus IS NULL',
  paid: `${SYNCED} AND ${MUTATION} = 'paymentSessionResolve' AND (${EXPIRES} IS NULL OR ${hasEnded('capture')})`,
  authorized: `${AUTHORIZED} AND NOT ${hasEnded('capture')} AND NOT ${hasEnded('void')}`,
  voided: `${AUTHORIZED} AND ${hasEnded('void')}`,
  review: `${PENDING} AND NOT ${BY_BUYER}`,
  'awaiting-funds': `${PENDING} AND ${BY_BUYER}`,
  rejected: `${SYNCED} AND ${MUTATION} = 'paymentSessionReject'`,
  issues: `${hasIssue('row')} OR EXISTS (SELECT 1 FROM craftgate_session related
    WHERE related.payment_session_id = row.id AND related.shop = :shop AND (${hasIssue('related')}))`,
}

/** An authorization was captured or voided, and Shopify knows. */
function hasEnded(kind: 'capture' | 'void'): string {
  return `EXISTS (SELECT 1 FROM craftgate_session related
    WHERE related.payment_session_id = row.id AND related.shop = :shop
    AND related.sync_status = 'synced' AND related.resolution ->> 'mutation' = '${kind}SessionResolve')`
}

/** Shopify does not know its end, or it waits. */
function hasIssue(table: string): string {
  return `${table}.sync_status IN ('exhausted', 'rejected') OR ${table}.last_error IS NOT NULL`
}

type Search = SelectQueryBuilder<SessionRow>

/** The payments of one shop, newest first, one page of them. */
function searchPayments(database: DataSource, shop: string, query: PaymentQuery, limit: number) {
  const rows = database.getRepository(sessionEntity).createQueryBuilder('row')
  rows.where(`row.shop = :shop AND row.kind = 'payment'`, { shop })
  if (query.mode) rows.andWhere('row.mode = :mode', { mode: query.mode })
  if (query.state) rows.andWhere(`(${FILTERS[query.state]})`)
  if (query.search !== undefined) matching(rows, query.search, query.paymentId)
  if (query.after !== undefined) startAfter(rows, query.after)
  return rows.orderBy('row.createdAt', 'DESC').addOrderBy('row.id', 'DESC').take(limit).getMany()
}

/** Of the payment itself, of a refund, capture or void of it, or of its payment at Craftgate. */
function matching(rows: Search, search: string, paymentId: number | undefined): void {
  const ofRelated = rows.subQuery().select('related.paymentSessionId').from(sessionEntity, 'related')
  ofRelated.where('related.shop = :shop AND related.id = :search')
  const ofCraftgate = rows.subQuery().select('attempt.reference').from(checkoutEntity, 'attempt')
  ofCraftgate.innerJoin(
    checkoutPaymentEntity.options.name,
    'payment',
    'payment.shop = attempt.shop AND payment.mode = attempt.mode AND payment.recordId = attempt.recordId',
  )
  ofCraftgate.where('payment.shop = :shop AND payment.paymentId = :paymentId')
  const ways = ['row.id LIKE :prefix', `row.id IN ${ofRelated.getQuery()}`]
  if (paymentId !== undefined) ways.push(`row.id IN ${ofCraftgate.getQuery()}`)
  rows.andWhere(`(${ways.join(' OR ')})`, { search, paymentId, prefix: `${escaped(search)}%` })
}

/** The place of the last row that was shown, found in the shop's own rows. */
function startAfter(rows: Search, after: string): void {
  const last = (column: string) =>
    rows
      .subQuery()
      .select(`last.${column}`)
      .from(sessionEntity, 'last')
      .where('last.shop = :shop AND last.id = :after')
      .getQuery()
  rows.andWhere(`(row.createdAt, row.id) < (${last('createdAt')}, ${last('id')})`, { after })
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
