import type { CheckoutState } from '@craftgate-commerce/core'
import { checkoutOfRow, NOTE_PATTERNS } from '@craftgate-commerce/core/adapter'
import type { PaymentQuery, RecordPage } from '@craftgate-commerce/panel'
import { type DataSource, In } from 'typeorm'
import { MODES, type Mode } from '../../context/tenant'
import { checkoutEntity } from '../../database'
import { isSessionId } from './payment-query'

/** How far a list is counted. */
const COUNTED = 10_000

interface Place {
  readonly mode: string
  readonly recordId: string
}

/**
 * A page of a shop's attempts, newest first; where days are asked for, those that changed last first. An index leads with mode
 * and state: each of them is walked as far as the page reaches, and the newest of all are shown.
 */
export async function attemptPage(
  database: DataSource,
  shop: string,
  query: PaymentQuery,
): Promise<RecordPage> {
  const searched = await searchedFor(database, shop, query)
  if (searched?.length === 0) return { records: [], count: 0 }
  const { places, count } = await newest(database, shop, query, searched)
  const rows = await database
    .getRepository(checkoutEntity)
    .findBy({ shop, mode: In(MODES), recordId: In(places.map(({ recordId }) => recordId)) })
  const rowAt = new Map(rows.map((row) => [keyOf(row), row]))
  const records = places.flatMap((place) => {
    const row = rowAt.get(keyOf(place))
    return row === undefined ? [] : [checkoutOfRow(row)]
  })
  return { records, count }
}

const keyOf = ({ mode, recordId }: Place): string => `${mode} ${recordId}`

async function newest(
  database: DataSource,
  shop: string,
  query: PaymentQuery,
  searched: readonly string[] | undefined,
) {
  const { limit, offset } = query
  const { where, values } = conditionsOf(query, searched)
  const by = isByDay(query) ? 'changed_at' : 'started_at'
  const newestFirst = `${by} DESC, record_id DESC`
  const walked = (columns: string, most: string) =>
    listsOf(query)
      .map(
        (list) =>
          `(SELECT ${columns} FROM craftgate_checkout WHERE shop = $1 AND ${list}${where} ORDER BY ${newestFirst} LIMIT ${most})`,
      )
      .join(' UNION ALL ')
  const [places, [counted]]: [Place[], { count: number }[]] = await Promise.all([
    database.query(
      `SELECT mode, record_id AS "recordId" FROM (${walked(`mode, record_id, ${by}`, '$2::int + $3::int')}) AS newest
        ORDER BY ${newestFirst} LIMIT $2 OFFSET $3`,
      [shop, limit, offset, ...values],
    ),
    database.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM (${walked(by, '$2::int + $3::int')}) AS every LIMIT $2) AS counted`,
      [shop, COUNTED, 0, ...values],
    ),
  ])
  return { places, count: counted?.count ?? 0 }
}

const isByDay = ({ changedFrom, changedBefore }: PaymentQuery): boolean =>
  changedFrom !== undefined || changedBefore !== undefined

/** Mode and state are words of our own. Attempts of some days are walked by their change, whatever their state. */
function listsOf(query: PaymentQuery): readonly string[] {
  const states = query.states.map((state: CheckoutState) => `'${state}'`)
  return modesOf(query).flatMap((mode) => {
    const list = `mode = '${mode}'`
    if (states.length === 0) return [list]
    return isByDay(query)
      ? [`${list} AND state IN (${states.join(', ')})`]
      : states.map((state) => `${list} AND state = ${state}`)
  })
}

/** An account is named after the mode of its keys. */
const modesOf = ({ account }: PaymentQuery): readonly Mode[] =>
  account === undefined ? MODES : MODES.filter((mode) => account.startsWith(`${mode}:`))

/** What is asked for beside mode and state; the first three values are the page's. */
function conditionsOf(query: PaymentQuery, searched: readonly string[] | undefined) {
  const { account, method, amounts, changedFrom, changedBefore, waitsFor } = query
  const conditions: readonly (readonly [condition: string, value: unknown])[] = [
    ['record_id = ANY (?)', searched],
    ['note LIKE ?', waitsFor && NOTE_PATTERNS[waitsFor]],
    ['account = ?', account],
    ['method = ?', method],
    ['currency = ?', amounts?.currency],
    ['amount >= ?', amounts?.from],
    ['amount <= ?', amounts?.to],
    ['changed_at >= ?', changedFrom],
    ['changed_at < ?', changedBefore],
  ]
  const asked = conditions.filter(([, value]) => value !== undefined)
  return {
    where: asked.map(([condition], at) => ` AND ${condition.replace('?', `$${at + 4}`)}`).join(''),
    values: asked.map(([, value]) => value),
  }
}

const SEARCHED = `SELECT record_id AS "recordId" FROM craftgate_checkout
    WHERE shop = $1 AND mode = ANY ($2) AND reference = $3 COLLATE "C"
  UNION SELECT record_id FROM craftgate_checkout_payment
    WHERE shop = $1 AND payment_id = $4
  UNION SELECT payment.record_id FROM unnest($5::text[], $6::bigint[]) AS card (account, payment_id)
    JOIN craftgate_checkout_payment payment ON payment.shop = $1 AND payment.mode = ANY ($2)
      AND payment.account = card.account AND payment.payment_id = card.payment_id`

/** The attempts of a session, of a payment at Craftgate, or paid by a card: few, whatever the shop has. Undefined without a search. */
async function searchedFor(
  database: DataSource,
  shop: string,
  { search, cardPayments = [] }: PaymentQuery,
): Promise<readonly string[] | undefined> {
  if (search === undefined) return undefined
  const found: { recordId: string }[] = await database.query(SEARCHED, [
    shop,
    MODES,
    isSessionId(search) ? search : '',
    /^\d{1,15}$/.test(search) ? Number(search) : null,
    cardPayments.map(({ account }) => account),
    cardPayments.map(({ paymentId }) => paymentId),
  ])
  return found.map(({ recordId }) => recordId)
}
