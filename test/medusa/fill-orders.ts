import type { Client } from 'pg'

// Many orders like one that stands there: each row of it, and of what belongs to it, with ids of its own.

interface Filled {
  readonly table: string
  readonly ids: readonly string[]
  readonly numbers?: readonly string[]
  /** Which row is the model; any when absent. */
  readonly like?: string
  /** Only each twentieth order has one. */
  readonly isRare?: true
}

/** Medusa's and the plugin's tables of an order that was paid, in which each twentieth was refunded in part. */
const TABLES: readonly Filled[] = [
  { table: 'order', ids: ['id'] },
  { table: 'payment_collection', ids: ['id'] },
  { table: 'order_payment_collection', ids: ['id', 'order_id', 'payment_collection_id'] },
  { table: 'payment_session', ids: ['id', 'payment_collection_id'] },
  { table: 'payment', ids: ['id', 'payment_collection_id', 'payment_session_id'] },
  { table: 'capture', ids: ['id', 'payment_id'] },
  { table: 'order_transaction', ids: ['id', 'order_id', 'reference_id'], like: `reference = 'capture'` },
  { table: 'refund', ids: ['id', 'payment_id'], isRare: true },
  {
    table: 'order_transaction',
    ids: ['id', 'order_id', 'reference_id'],
    like: `reference = 'refund'`,
    isRare: true,
  },
  { table: 'craftgate_checkout', ids: ['record_id', 'reference', 'token', 'session_id'] },
  { table: 'craftgate_checkout_payment', ids: ['record_id'], numbers: ['payment_id'] },
  { table: 'craftgate_checkout_event', ids: ['id', 'reference'] },
  { table: 'craftgate_processed_webhook', ids: ['id'] },
  {
    table: 'craftgate_payment_operation',
    ids: ['operation_key', 'shop_reference'],
    numbers: ['payment_id'],
    isRare: true,
  },
  { table: 'craftgate_sales_entry', ids: ['entry', 'reference'], like: `kind = 'sale'` },
]

/** What people did in the panel, transfers that were matched (each five-hundredth waits), and money of members' wallets. */
const BESIDE: readonly string[] = [
  `INSERT INTO craftgate_panel_audit (at, user_id, user_name, action, reference)
   SELECT at, 'user_' || i % 5, 'user_' || i % 5, 'asked-again', ulid FROM filled_order WHERE i % 5 = 0`,
  `INSERT INTO craftgate_transfer (account, transfer_id, state, amount, currency, parts, started_at, changed_at, version)
   SELECT account, 1000000000 + i, CASE WHEN i % 500 = 0 THEN 'undecided' ELSE 'confirmed' END, 17980, 'TRY', '[]', at, at, 1
   FROM filled_order CROSS JOIN (SELECT account FROM craftgate_checkout LIMIT 1) AS model WHERE i % 20 = 0`,
  `INSERT INTO craftgate_wallet_operation (account, operation_key, kind, member_id, amount, currency, details, step, state,
     ended_at, started_at, changed_at, version)
   SELECT account, 'filled-' || i, 'credit', i % 1000, 17980, 'TRY', '{"walletId":1}', '{"key":"k","state":"done"}', 'done', at, at, at, 1
   FROM filled_order CROSS JOIN (SELECT account FROM craftgate_checkout LIMIT 1) AS model WHERE i % 10 = 0`,
]

/** The tables that are filled. */
export const FILLED: ReadonlySet<string> = new Set([
  ...TABLES.map(({ table }) => table),
  ...['craftgate_panel_audit', 'craftgate_transfer', 'craftgate_wallet_operation'],
])

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A hundred days of orders, one after another, and what their ids end with: a ULID of their time. */
const orders = (count: number): string => `
  CREATE TABLE filled_order AS
  SELECT i, at, (
    SELECT string_agg(substr('${CROCKFORD}', ((extract(epoch FROM at) * 1000)::bigint >> (5 * place) & 31)::int + 1, 1), '' ORDER BY place DESC)
    FROM generate_series(0, 9) AS place
  ) || lpad(i::text, 16, '0') AS ulid
  FROM (SELECT i, now() - (${count} - i) * interval '100 days' / ${count} AS at FROM generate_series(1, ${count}) AS i) AS each`

/** `order_<ULID>` becomes `order_<another>`; what does not end so keeps its whole text before it. */
const newId = (column: string): string =>
  `regexp_replace(model.${column}, '_[0-9A-Z]{26}$', '') || '_' || filled.ulid`

/** Columns that say when a row was written. */
const TIMES = [
  'created_at',
  'updated_at',
  'captured_at',
  'started_at',
  'changed_at',
  'expires_at',
  'at',
  'handled_at',
]

function insertOf(filled: Filled, columns: ReadonlySet<string>): string {
  const { table, ids, numbers = [], like = 'true', isRare = false } = filled
  const values = [
    ...ids.map(
      (column) =>
        `'${column}', ${newId(column)}${column === 'id' && like.includes('refund') ? ` || 'R'` : ''}`,
    ),
    ...numbers.map((column) => `'${column}', 1000000000 + filled.i`),
    ...TIMES.filter((column) => columns.has(column)).map((column) => `'${column}', filled.at`),
    ...(columns.has('display_id') ? [`'display_id', 1000000 + filled.i`] : []),
    ...(columns.has('moment') ? [`'moment', (extract(epoch FROM filled.at) * 1000)::bigint`] : []),
    ...(columns.has('payment_ids')
      ? [
          `'payment_ids', jsonb_build_array(1000000000 + filled.i)`,
          `'amount', 10000 + (filled.i::bigint * 7919) % 500000`,
          `'method', CASE WHEN filled.i % 50 = 0 THEN 'MASTERPASS' WHEN filled.i % 1000 = 1 THEN 'PAYPAL' ELSE 'CARD' END`,
        ]
      : []),
    // Of operations that are told already: the model's may not be yet.
    ...(columns.has('acknowledged_at') ? [`'acknowledged_at', filled.at`] : []),
    ...(columns.has('next_check_at') ? [`'next_check_at', NULL`] : []),
  ]
  return `INSERT INTO "${table}" SELECT made.*
    FROM (SELECT * FROM "${table}" WHERE ${like} LIMIT 1) AS model CROSS JOIN filled_order AS filled
    CROSS JOIN LATERAL jsonb_populate_record(
      NULL::"${table}", to_jsonb(model) || jsonb_build_object(${values.join(', ')})
    ) AS made
    WHERE ${isRare ? 'filled.i % 20 = 0' : 'true'}`
}

/** Statements that fill the tables with `count` orders like the one that is there, which was refunded in part. */
export async function fillOrders(client: Client, count: number): Promise<readonly string[]> {
  await client.query(orders(count))
  const statements: string[] = []
  for (const filled of TABLES) {
    const { rows } = await client.query<{ column_name: string }>(
      `SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [filled.table],
    )
    statements.push(insertOf(filled, new Set(rows.map(({ column_name }) => column_name))))
  }
  return [...statements, ...BESIDE]
}
