import { existsSync, readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { startChild } from './child'
import { postgresHostScript } from './host-script'
import { freePort } from './ports'

export interface PostgresOptions {
  /** Directory that this database may fill; a second start finds its data again. */
  readonly stateDir: string
  /** Address of a PostgreSQL that runs already (any database of it): nothing is started, nothing is stopped. */
  readonly databaseUrl?: string
  readonly port?: number
  /** Trade safety at a power cut for speed; for tests. */
  readonly throwaway?: boolean
}

export interface Postgres {
  /** Creates the database unless it exists. Returns its address. */
  database(name: string): Promise<string>
  exists(name: string): Promise<boolean>
  /** Copies a database that nobody uses now. Returns the address of the copy. */
  copy(from: string, to: string): Promise<string>
  rename(from: string, to: string): Promise<void>
  /** Also when somebody is connected to it. */
  drop(name: string): Promise<void>
  /** What was written on this database; a copy of it has no note. */
  note(name: string): Promise<string | undefined>
  writeNote(name: string, text: string): Promise<void>
  stop(): Promise<void>
}

const USER = 'craftgate'
const PASSWORD = 'craftgate'
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

/** Starts the embedded PostgreSQL, or uses the one at `databaseUrl`. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  if (options.databaseUrl) return { ...databases(options.databaseUrl), stop: async () => {} }
  const dir = path.join(options.stateDir, 'postgres')
  await refuseSecondServer(dir)
  const port = options.port ?? (await freePort(54_320))
  const settings = ['max_connections=300', ...(options.throwaway ? FAST : [])]
  const plan = {
    dir,
    port,
    user: USER,
    password: PASSWORD,
    flags: settings.flatMap((setting) => ['-c', setting]),
  }
  const child = await startChild({
    name: 'PostgreSQL',
    script: postgresHostScript(options.stateDir),
    args: [JSON.stringify(plan)],
    logFile: path.join(options.stateDir, 'logs/postgres.log'),
  })
  return {
    ...databases(`postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/postgres`),
    stop: () => child.stop(),
  }
}

function databases(adminUrl: string): Omit<Postgres, 'stop'> {
  const named = (name: string) => Object.assign(new URL(adminUrl), { pathname: `/${name}` }).href
  const command = (sql: string) => withClient(adminUrl, (client) => client.query(sql))
  const row = async (name: string) => {
    const query = `SELECT shobj_description(oid, 'pg_database') AS note FROM pg_database WHERE datname = $1`
    return (await withClient(adminUrl, (client) => client.query<{ note: string | null }>(query, [name])))
      .rows[0]
  }
  const exists = async (name: string) => (await row(name)) !== undefined
  return {
    exists,
    async database(name) {
      if (!(await exists(name))) await command(`CREATE DATABASE ${escapeIdentifier(name)}`)
      return named(name)
    },
    async copy(from, to) {
      await command(`CREATE DATABASE ${escapeIdentifier(to)} TEMPLATE ${escapeIdentifier(from)}`)
      return named(to)
    },
    async rename(from, to) {
      await command(`ALTER DATABASE ${escapeIdentifier(from)} RENAME TO ${escapeIdentifier(to)}`)
    },
    async drop(name) {
      await command(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)
    },
    async note(name) {
      return (await row(name))?.note ?? undefined
    },
    async writeNote(name, text) {
      await command(`COMMENT ON DATABASE ${escapeIdentifier(name)} IS ${escapeLiteral(text)}`)
    },
  }
}

/** One connection for one piece of work. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Two servers on one data directory would be refused by PostgreSQL too, in words that help nobody. */
async function refuseSecondServer(dir: string): Promise<void> {
  const lock = path.join(dir, 'postmaster.pid')
  if (!existsSync(lock)) return
  const [pid, , , port] = readFileSync(lock, 'utf8').split('\n')
  if (port && (await answers(Number(port)))) {
    throw new Error(`The database in ${dir} is in use by process ${pid}: stop the other run first`)
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
