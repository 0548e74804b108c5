// Whether every statement of an app stays cheap on a large table: the database plans and runs each one, says how much it
// read, and a statement that reads more than it may is named. For every adapter's tables.
import { writeFile } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'

/** A statement as an app sent it. */
export interface SentStatement {
  readonly sql: string
  readonly params?: readonly unknown[]
}

interface Statement extends SentStatement {
  readonly name: string
  /** Rows that it may read, by whatever way, however large the tables are. */
  readonly maxRows: number
}

interface Measured {
  readonly name: string
  /** Milliseconds, planning included. */
  readonly ms: number
  /** Rows that were looked at, also those that a condition then dropped. */
  readonly rows: number
  /** Pages of 8 KB. An index that is walked from end to end shows here, even where it finds nothing. */
  readonly pages: number
  /** Tables that were read from end to end. */
  readonly scanned: readonly string[]
  readonly indexes: readonly string[]
  readonly maxRows: number
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Actual Loops'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly 'Shared Hit Blocks'?: number
  readonly 'Shared Read Blocks'?: number
  readonly Plans?: readonly PlanNode[]
}

interface Explained {
  readonly Plan: PlanNode
  readonly 'Planning Time': number
  readonly 'Execution Time': number
}

/** A table of so few pages is read from end to end by any good plan. */
const SMALL_TABLE_PAGES = 32
/** A row costs its way through an index and its own page; a plan of several steps costs a few pages before its first row. */
const PAGES_PER_ROW = 8
const PAGES_OF_A_PLAN = 400

/**
 * Runs statements that fill tables, each with its rows made by `generate_series`. Foreign keys are not checked meanwhile
 * (which only a superuser may ask for), and indexes are made afterwards: row by row both take minutes.
 */
export async function fillTables(pool: Pool, inserts: readonly string[]): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('SET session_replication_role = replica')
    const indexes = await indexesOf(client, inserts)
    for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
    for (const insert of inserts) await client.query(insert)
    for (const { definition } of indexes) await client.query(definition)
    await client.query('SET session_replication_role = DEFAULT')
    await vacuum(client, tablesOf(inserts))
  } finally {
    client.release()
  }
}

const VACUUM_TRIES = 60
const VACUUM_PAUSE_MS = 500

/**
 * Until the new rows are known to be visible to everybody. While a transaction of the running shop is older than they are, a
 * VACUUM can't know it, and what an index alone could answer is then planned as a walk through the table.
 */
async function vacuum(client: PoolClient, tables: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < VACUUM_TRIES; attempt += 1) {
    await client.query('VACUUM ANALYZE')
    const { rows } = await client.query(
      `SELECT 1 FROM pg_class WHERE oid = ANY ($1::text[]::regclass[]) AND relallvisible < relpages * 0.9`,
      [tables],
    )
    if (rows.length === 0) return
    await setTimeout(VACUUM_PAUSE_MS)
  }
  throw new Error('A transaction stays open: the new rows are not visible to everybody yet')
}

/** The indexes of the tables that are filled, but for those of primary keys and other constraints. */
async function indexesOf(client: PoolClient, inserts: readonly string[]) {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
     WHERE indrelid = ANY ($1::text[]::regclass[])
       AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid)`,
    [tablesOf(inserts)],
  )
  return rows
}

const tablesOf = (inserts: readonly string[]): readonly string[] =>
  inserts.flatMap((insert) => /insert into "?(\w+)"?/i.exec(insert)?.[1] ?? [])

/** Looks at what the statements of one suite read, and keeps it for the report. */
export class PlanGate {
  private readonly measured: Measured[] = []

  constructor(private readonly pool: Pool) {}

  /** A sentence for each of the statements of this work that reads more than it may. Throws when there are none. */
  async problemsOf(
    work: string,
    sent: readonly SentStatement[],
    maxRows: number,
  ): Promise<readonly string[]> {
    if (sent.length === 0) throw new Error(`${work} asked the database nothing`)
    const plans = await explain(
      this.pool,
      sent.map((statement, at) => ({ ...statement, name: `${work}, statement ${at + 1}`, maxRows })),
    )
    this.measured.push(...plans)
    return plans.flatMap(problemsOf)
  }

  /** To the file that QUERY_PLAN_REPORT names, if it names one, with the sizes of the plugin's tables, and more. */
  async writeReport(more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const file = process.env.QUERY_PLAN_REPORT
    if (file === undefined) return
    const sizes = await tableSizes(this.pool, 'craftgate_')
    const report = { ...more, plans: tableOf(this.measured), sizes }
    await writeFile(file, JSON.stringify(report))
  }
}

/** Plans and runs each statement, and takes back what it wrote. */
async function explain(pool: Pool, statements: readonly Statement[]): Promise<readonly Measured[]> {
  const small = await smallTables(pool)
  const client = await pool.connect()
  try {
    const measured: Measured[] = []
    for (const statement of statements) measured.push(await explainOne(client, statement, small))
    return measured
  } finally {
    client.release()
  }
}

function problemsOf({ name, rows, pages, scanned, maxRows }: Measured): readonly string[] {
  const problems: string[] = []
  if (scanned.length > 0) problems.push(`reads ${scanned.join(', ')} from end to end`)
  if (rows > maxRows) problems.push(`reads ${rows} rows, and may read ${maxRows}`)
  const maxPages = maxRows * PAGES_PER_ROW + PAGES_OF_A_PLAN
  if (pages > maxPages) problems.push(`reads ${pages} pages, and may read ${maxPages}`)
  return problems.map((problem) => `${name} ${problem}`)
}

/** For `console.table`. */
const tableOf = (measured: readonly Measured[]) =>
  measured.map(({ name, ms, rows, pages, indexes }) => ({
    query: name,
    ms: Number(ms.toFixed(1)),
    'rows read': rows,
    'pages read': pages,
    indexes: indexes.join(' ').slice(0, 80),
  }))

/** Megabytes of each table whose name begins so, its indexes included; the largest first. */
async function tableSizes(pool: Pool, prefix: string) {
  const { rows } = await pool.query<{ table: string; rows: string; megabytes: number; indexes: number }>(
    `SELECT relname AS "table", reltuples::bigint AS rows,
       round(pg_total_relation_size(oid) / 1048576.0)::int AS megabytes,
       round(pg_indexes_size(oid) / 1048576.0)::int AS indexes
     FROM pg_class WHERE relkind = 'r' AND starts_with(relname, $1) ORDER BY pg_total_relation_size(oid) DESC`,
    [prefix],
  )
  return rows
}

async function explainOne(
  client: PoolClient,
  { name, sql, params = [], maxRows }: Statement,
  small: ReadonlySet<string>,
): Promise<Measured> {
  await client.query('BEGIN')
  try {
    const answer = await client.query<{ 'QUERY PLAN': readonly Explained[] }>(
      `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
      [...params],
    )
    const explained = answer.rows[0]?.['QUERY PLAN'][0]
    if (explained === undefined) throw new Error('The database answered no plan')
    const nodes = [...nodesOf(explained.Plan)]
    return {
      name,
      ms: explained['Planning Time'] + explained['Execution Time'],
      rows: nodes.reduce((sum, node) => sum + rowsOf(node), 0),
      pages: (explained.Plan['Shared Hit Blocks'] ?? 0) + (explained.Plan['Shared Read Blocks'] ?? 0),
      scanned: nodes.flatMap((node) => {
        const table = node['Node Type'] === 'Seq Scan' ? node['Relation Name'] : undefined
        return table === undefined || small.has(table) ? [] : [table]
      }),
      indexes: [...new Set(nodes.flatMap((node) => node['Index Name'] ?? []))],
      maxRows,
    }
  } catch (error) {
    throw new Error(`${name} could not be explained: ${sql}`, { cause: error })
  } finally {
    await client.query('ROLLBACK')
  }
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node
  for (const child of node.Plans ?? []) yield* nodesOf(child)
}

/** Only what reads a table or an index; what it found passes through the nodes above, and is not counted again. */
function rowsOf(node: PlanNode): number {
  if (node['Relation Name'] === undefined && node['Index Name'] === undefined) return 0
  if (!node['Node Type'].includes('Scan')) return 0
  const each =
    (node['Actual Rows'] ?? 0) +
    (node['Rows Removed by Filter'] ?? 0) +
    (node['Rows Removed by Index Recheck'] ?? 0)
  return Math.round(each * (node['Actual Loops'] ?? 1))
}

async function smallTables(pool: Pool): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ relname: string }>(
    `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND pg_relation_size(oid) <= $1`,
    [SMALL_TABLE_PAGES * 8192],
  )
  return new Set(rows.map(({ relname }) => relname))
}
