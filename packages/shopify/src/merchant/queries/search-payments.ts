import { Brackets, type DataSource, In, type SelectQueryBuilder } from 'typeorm'
import { MODES, type Mode } from '../../context/tenant'
import { type SessionRow, sessionEntity } from '../../database'
import type { PaymentQuery } from './payment-query'

/**
 * One page of a shop's payments, and it reads about as many rows as it shows, however many there are: each list walks an
 * index in its own order and stops when the page is full. Lists come newest first, what was searched for by its id.
 */
export function searchPayments(
  database: DataSource,
  shop: string,
  query: PaymentQuery,
  limit: number,
): Promise<readonly SessionRow[]> {
  const page: Page = { database, shop, query, limit }
  if (query.search !== undefined) return found(page, query.search)
  return query.state === 'issues' ? withIssues(page) : newest(page)
}

interface Page {
  readonly database: DataSource
  readonly shop: string
  readonly query: PaymentQuery
  readonly limit: number
}

/** An index leads with the mode: without a filter, a page of each is read, and the newer ones of both are shown. */
async function ofModes<T>(
  { query, limit }: Page,
  read: (mode: Mode) => Promise<readonly T[]>,
  sort: (a: T, b: T) => number,
): Promise<readonly T[]> {
  const pages = await Promise.all((query.mode ? [query.mode] : MODES).map(read))
  return pages.flat().sort(sort).slice(0, limit)
}

const newest = (page: Page) => ofModes(page, (mode) => newestOf(page, mode), newerFirst)

function newestOf({ database, shop, query, limit }: Page, mode: Mode): Promise<SessionRow[]> {
  const rows = paymentsOf(database, shop).andWhere('row.mode = :mode', { mode })
  if (query.state) rows.andWhere('"row".status = :status', { status: query.state })
  if (query.after !== undefined)
    rows.andWhere(`(row.createdAt, row.id) < ((${CREATED_AT}), :after)`, { after: query.after })
  return rows.orderBy('row.createdAt', 'DESC').addOrderBy('row.id', 'DESC').take(limit).getMany()
}

/** Payments that have an issue themselves, or whose refund, capture or void has one. */
async function withIssues(page: Page): Promise<readonly SessionRow[]> {
  const { database, shop, query, limit } = page
  const read = (mode: Mode): Promise<Place[]> =>
    database.query(ISSUES, [shop, mode, limit, query.after ?? null])
  const places = await ofModes(page, read, (a, b) => newerFirst(a, b))
  const ids = places.map(({ id }) => id)
  const rows = await database.getRepository(sessionEntity).findBy({ shop, id: In(ids) })
  return [...rows].sort(newerFirst)
}

const CREATED_AT =
  'SELECT last.created_at FROM craftgate_session last WHERE last.shop = :shop AND last.id = :after'

const ISSUES = `SELECT DISTINCT ON (payment_created_at, COALESCE(payment_session_id, id))
    COALESCE(payment_session_id, id) AS id, payment_created_at AS "createdAt"
  FROM craftgate_session WHERE shop = $1 AND mode = $2 AND has_issue
    AND ($4::text IS NULL OR (payment_created_at, COALESCE(payment_session_id, id)) <
      ((SELECT last.created_at FROM craftgate_session last WHERE last.shop = $1 AND last.id = $4), $4))
  ORDER BY payment_created_at DESC, COALESCE(payment_session_id, id) DESC LIMIT $3`

type Place = Pick<SessionRow, 'id' | 'createdAt'>

function newerFirst(a: Place, b: Place): number {
  return b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1)
}

/** Fewer letters begin the ids of too many payments; they are looked for as a whole id. */
const SHORTEST_BEGINNING = 5

/** The payment of this id or whose id begins so, of a refund, capture or void of this id, or of a payment at Craftgate. */
async function found({ database, shop, query, limit }: Page, search: string): Promise<readonly SessionRow[]> {
  const ids = await namedBy(database, shop, search, query.paymentId)
  const rows = paymentsOf(database, shop).andWhere(
    new Brackets((any) => {
      any.where('row.id IN (:...ids)', { ids: [search, ...ids] })
      if (search.length >= SHORTEST_BEGINNING) any.orWhere('row.id LIKE :beginning')
    }),
  )
  rows.setParameters({ beginning: `${escaped(search)}%` })
  if (query.mode) rows.andWhere('row.mode = :mode', { mode: query.mode })
  if (query.state === 'issues') rows.andWhere(`EXISTS (${ANY_ISSUE})`)
  else if (query.state) rows.andWhere('"row".status = :status', { status: query.state })
  if (query.after !== undefined) rows.andWhere('row.id > :after', { after: query.after })
  return rows.orderBy('row.id').take(limit).getMany()
}

const ANY_ISSUE = `SELECT 1 FROM craftgate_session related
  WHERE related.has_issue AND (related.id = "row".id OR related.payment_session_id = "row".id)`

async function namedBy(
  database: DataSource,
  shop: string,
  search: string,
  paymentId: number | undefined,
): Promise<string[]> {
  const rows: { id: string }[] = await database.query(NAMED, [shop, search, paymentId ?? null])
  return rows.map(({ id }) => id)
}

const NAMED = `SELECT payment_session_id AS id FROM craftgate_session
    WHERE id = $2 AND shop = $1 AND payment_session_id IS NOT NULL
  UNION SELECT attempt.reference FROM craftgate_checkout_payment payment
    JOIN craftgate_checkout attempt USING (shop, mode, record_id)
    WHERE payment.shop = $1 AND payment.payment_id = $3`

function paymentsOf(database: DataSource, shop: string): SelectQueryBuilder<SessionRow> {
  const rows = database.getRepository(sessionEntity).createQueryBuilder('row')
  return rows.where(`row.shop = :shop AND row.kind = 'payment'`, { shop })
}

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&')
