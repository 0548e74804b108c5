import type { CheckoutState, PaymentOperation } from '@craftgate-commerce/core'
import type { CheckoutPage } from '@craftgate-commerce/core/adapter'
import type { PaymentQuery } from '@craftgate-commerce/panel'
import { type DataSource, In } from 'typeorm'
import { MODES, type Tenant } from '../../context/tenant'
import {
  type CheckoutRow,
  checkoutEntity,
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
import { attemptPage } from './attempt-page'

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
  /** Payments of both modes, newest first. */
  newestPayments(shop: string, limit: number): Promise<readonly SessionRow[]>
  /** The payments of these ids. */
  paymentsOf(shop: string, ids: readonly string[]): Promise<readonly SessionRow[]>
  /** Sessions of any kind that Shopify does not know the end of, the newest change first. */
  findIssues(shop: string, limit: number): Promise<readonly SessionRow[]>
  /** Refunds, captures and voids of these payments, oldest first. */
  transactionSessions(shop: string, paymentIds: readonly string[]): Promise<readonly SessionRow[]>
  /** Attempts of these payments, oldest first. */
  attempts(shop: string, paymentIds: readonly string[]): Promise<readonly CheckoutRow[]>
  groupWinners(shop: string, groups: readonly string[]): Promise<readonly GroupWinnerRow[]>
  /** Attempts of both modes, newest first, for the panel. */
  attemptPage(shop: string, query: PaymentQuery): Promise<CheckoutPage>
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
  /** Accounts that attempts of the shop were begun in, of both modes: those that their list is narrowed to. */
  listedAccounts(shop: string): Promise<readonly string[]>
  /** The accounts of the keys that the shop has now. */
  accountsOfKeys(shop: string): Promise<readonly string[]>
  /** The Craftgate accounts that this shop has had, the last one first. */
  accounts(tenant: Tenant): Promise<readonly AccountUse[]>
}

export const OPEN_ATTEMPTS: readonly CheckoutState[] = ['open', 'review', 'refunding']
const OPEN_OPERATIONS: readonly PaymentOperation['state'][] = ['planned', 'unknown', 'waiting']

const AUTHORIZED_MS = 30 * 24 * 3_600_000

/**
 * A payment that is more than one of these, because its money goes back, is one. Where an authorization's money is, is looked
 * up one by one (OFFSET 0): the planner would rather read every payment of the shop.
 */
const COUNT_OPEN = `SELECT count(*)::int AS open FROM (
  SELECT CASE payment_ids WHEN '[]' THEN record_id ELSE account || ' ' || (payment_ids ->> 0) END
    FROM craftgate_checkout WHERE shop = $1 AND mode = $2 AND state = ANY ($3)
  UNION
  SELECT account || ' ' || payment_id FROM craftgate_payment_operation
    WHERE shop = $1 AND mode = $2 AND state = ANY ($4) AND acknowledged_at IS NULL
  UNION
  SELECT winner.account || ' ' || winner.payment_id FROM craftgate_session payment
    CROSS JOIN LATERAL (SELECT account, payment_id FROM craftgate_group_winner WHERE shop = payment.shop
      AND mode = payment.mode AND group_id = payment.group_id AND session_id = payment.id OFFSET 0) AS winner
    WHERE payment.shop = $1 AND payment.mode = $2 AND payment.kind = 'payment' AND payment.created_at > $5
      AND payment.status IN ('authorized', 'syncing', 'unsynced') AND payment.followed_by IS NULL
      AND payment.resolution ->> 'authorizationExpiresAt' IS NOT NULL
) AS payment`

/** The accounts of a table, one step through its index for each. */
const accountsIn = (table: string): string => `
  (SELECT account FROM ${table} WHERE shop = $1 AND mode = $2 ORDER BY account LIMIT 1)
  UNION ALL
  SELECT (SELECT next.account FROM ${table} next
    WHERE next.shop = $1 AND next.mode = $2 AND next.account > used.account ORDER BY next.account LIMIT 1)
  FROM used WHERE used.account IS NOT NULL`

const LISTED_ACCOUNTS = `WITH RECURSIVE used AS (${accountsIn('craftgate_checkout')})
SELECT account FROM used WHERE account IS NOT NULL`

/**
 * Accounts by their payments, and those of attempts that have no payment yet and may
 * still get one. An account numbers its payments in order, so its newest has the highest number; it is the last one up to its
 * account, because asked for by account alone the planner would walk the numbers of all accounts.
 */
const ACCOUNTS = `WITH RECURSIVE used AS (${accountsIn('craftgate_checkout_payment')}), newest AS (
  SELECT used.account, payment.payment_id, attempt.record_id, attempt.started_at FROM used
  CROSS JOIN LATERAL (SELECT payment_id, record_id FROM craftgate_checkout_payment
    WHERE shop = $1 AND mode = $2 AND account <= used.account ORDER BY account DESC, payment_id DESC LIMIT 1) AS payment
  JOIN craftgate_checkout attempt ON attempt.shop = $1 AND attempt.mode = $2 AND attempt.record_id = payment.record_id
), unpaid AS (
  SELECT DISTINCT ON (account) account, NULL::bigint, record_id, started_at FROM craftgate_checkout
  WHERE shop = $1 AND mode = $2 AND (state IN ('open', 'review', 'refunding') OR state = 'created')
    AND account NOT IN (SELECT account FROM newest)
  ORDER BY account, started_at DESC, record_id
)
SELECT account, payment_id::float8 AS "paymentId", record_id AS "recordId"
FROM (SELECT * FROM newest UNION ALL SELECT * FROM unpaid) AS every ORDER BY started_at DESC, "recordId"`

export function createMerchantQueries(database: DataSource): MerchantQueries {
  const sessions = database.getRepository(sessionEntity)
  return {
    newestPayments: async (shop, limit) => {
      // An index leads with the mode: the newest of each are read, and of all the newest are shown.
      const rows = await Promise.all(
        MODES.map((mode) =>
          sessions.find({
            where: { shop, mode, kind: 'payment' },
            order: { createdAt: 'DESC', id: 'DESC' },
            take: limit,
          }),
        ),
      )
      return rows.flat().sort(newerFirst).slice(0, limit)
    },
    paymentsOf: (shop, ids) => sessions.findBy({ shop, kind: 'payment', id: In(ids) }),
    findIssues: (shop, limit) =>
      sessions
        .createQueryBuilder('row')
        .where('row.shop = :shop AND "row".has_issue', { shop })
        .orderBy('row.changedAt', 'DESC')
        .take(limit)
        .getMany(),
    transactionSessions: (shop, ids) =>
      sessions.find({ where: { shop, paymentSessionId: In(ids) }, order: { createdAt: 'ASC', id: 'ASC' } }),
    attempts: (shop, ids) =>
      database
        .getRepository(checkoutEntity)
        .find({ where: { shop, mode: In(MODES), reference: In(ids) }, order: { attempt: 'ASC' } }),
    groupWinners: (shop, groups) =>
      database.getRepository(groupWinnerEntity).find({ where: { shop, mode: In(MODES), group: In(groups) } }),
    attemptPage: (shop, query) => attemptPage(database, shop, query),
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
    async listedAccounts(shop) {
      const rows: (readonly { account: string }[])[] = await Promise.all(
        MODES.map((mode) => database.query(LISTED_ACCOUNTS, [shop, mode])),
      )
      return rows.flat().map(({ account }) => account)
    },
    async accountsOfKeys(shop) {
      const rows = await database
        .getRepository(keysEntity)
        .find({ where: { shop }, select: { account: true } })
      return rows.map(({ account }) => account)
    },
    accounts: ({ shop, mode }) => database.query(ACCOUNTS, [shop, mode]),
  }
}

function newerFirst(a: SessionRow, b: SessionRow): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1)
}

/** An event has no shop of its own: it belongs to whom its session belongs. */
function eventsOf(database: DataSource, shop: string, ids: readonly string[]): Promise<SessionEventRow[]> {
  const events = database.getRepository(sessionEventEntity).createQueryBuilder('event')
  const own = events.subQuery().select('owner.id').from(sessionEntity, 'owner')
  own.where('owner.shop = :shop AND owner.id IN (:...ids)')
  return events.where(`event.sessionId IN ${own.getQuery()}`, { shop, ids }).orderBy('event.id').getMany()
}
