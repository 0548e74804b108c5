import type { CheckoutState } from '@craftgate-commerce/core'
import { checkoutOfRow, NOTE_PATTERNS } from '@craftgate-commerce/core/adapter'
import type { PaymentQuery, RecordPage } from '@craftgate-commerce/panel'
import { type DataSource, In } from 'typeorm'
import { MODES } from '../../context/tenant'
import { checkoutEntity } from '../../database'
import { isSessionId } from './payment-query'

/** How far a list is counted. */
const COUNTED = 10_000

interface Place {
  readonly mode: string
  readonly recordId: string
}

/**
 * A page of a shop's attempts, newest first. An index leads with mode and state: each of them is walked as far as the page
 * reaches, and the newest of all are shown.
 */
export async function attemptPage(
  database: DataSource,
  shop: string,
  query: PaymentQuery,
): Promise<RecordPage> {
  const { places, count } =
    query.search === undefined
      ? await newest(database, shop, query)
      : await found(database, shop, query, query.search)
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

const NEWEST = 'started_at DESC, record_id DESC'

async function newest(database: DataSource, shop: string, { states, waitsFor, limit, offset }: PaymentQuery) {
  const noted = waitsFor ? [NOTE_PATTERNS[waitsFor]] : []
  const lists = MODES.flatMap((mode) =>
    states.length === 0 ? [listOf(mode)] : states.map((state) => listOf(mode, state)),
  )
  const walked = (columns: string, reach: string, pattern: string) =>
    lists
      .map(
        (list) =>
          `(SELECT ${columns} FROM ${list}${noted.length === 0 ? '' : ` AND note LIKE ${pattern}`} ORDER BY ${NEWEST} LIMIT ${reach})`,
      )
      .join(' UNION ALL ')
  const [places, [counted]]: [Place[], { count: number }[]] = await Promise.all([
    database.query(
      `SELECT mode, record_id AS "recordId" FROM (${walked('mode, record_id, started_at', '$2::int + $3::int', '$4')}) AS newest
        ORDER BY ${NEWEST} LIMIT $2 OFFSET $3`,
      [shop, limit, offset, ...noted],
    ),
    database.query(
      `SELECT count(*)::int AS count FROM (SELECT 1 FROM (${walked('started_at', '$2', '$3')}) AS every LIMIT $2) AS counted`,
      [shop, COUNTED, ...noted],
    ),
  ])
  return { places, count: counted?.count ?? 0 }
}

/** Mode and state are words of our own. */
const listOf = (mode: string, state?: CheckoutState): string =>
  `craftgate_checkout WHERE shop = $1 AND mode = '${mode}'${state === undefined ? '' : ` AND state = '${state}'`}`

const FOUND = `SELECT mode, record_id AS "recordId" FROM craftgate_checkout
    WHERE shop = $1 AND mode = ANY ($2) AND reference = $3 COLLATE "C"
  UNION SELECT mode, record_id FROM craftgate_checkout_payment
    WHERE shop = $1 AND payment_id = $4`

/** The attempts of a session, or of a payment at Craftgate: few, whatever the shop has. */
async function found(
  database: DataSource,
  shop: string,
  { states, limit, offset }: PaymentQuery,
  search: string,
) {
  const number = /^\d{1,15}$/.test(search) ? Number(search) : null
  const named: Place[] = isSessionId(search) ? await database.query(FOUND, [shop, MODES, search, number]) : []
  const rows = await database.getRepository(checkoutEntity).find({
    where: named.map(({ mode, recordId }) => ({
      ...{ shop, mode: mode as (typeof MODES)[number], recordId },
      ...(states.length > 0 && { state: In([...states]) }),
    })),
    order: { startedAt: 'DESC', recordId: 'DESC' },
  })
  const places = named.length === 0 ? [] : rows
  return { places: places.slice(offset, offset + limit), count: places.length }
}
