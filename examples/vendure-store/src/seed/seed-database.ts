import { Client } from 'pg'

/** Any number; the same for everybody who seeds a Vendure of this example. */
const LOCK = 20_260_117

/** The seed's own connection, beside Vendure's. */
export interface SeedDatabase {
  /** Waits until the job queue has nothing left to do. @throws Error when none ended for five minutes. */
  jobsDone(): Promise<void>
  /** Lets the next seed in. */
  release(): Promise<void>
}

/** Waits until nobody else seeds this database. */
export async function openSeedDatabase(databaseUrl: string): Promise<SeedDatabase> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
  await beginStoppedJobsAgain(client)
  return { jobsDone: () => jobsDone(client), release: () => client.end() }
}

/** A seed that was killed leaves jobs that Vendure takes for running; nobody else works on this database now. */
async function beginStoppedJobsAgain(client: Client): Promise<void> {
  const { rows } = await client.query<{ found: boolean }>(
    "SELECT to_regclass('job_record') IS NOT NULL AS found",
  )
  if (!rows[0]?.found) return
  await client.query("UPDATE job_record SET state = 'PENDING' WHERE state = 'RUNNING'")
}

const PATIENCE_MS = 5 * 60_000

async function jobsDone(client: Client): Promise<void> {
  let left = await jobsLeft(client)
  let changedAt = Date.now()
  while (left > 0) {
    if (Date.now() - changedAt > PATIENCE_MS)
      throw new Error(`The job queue stands still with ${left} jobs left`)
    await new Promise((resolve) => setTimeout(resolve, 100))
    const before = left
    left = await jobsLeft(client)
    if (left !== before) changedAt = Date.now()
  }
}

async function jobsLeft(client: Client): Promise<number> {
  const { rows } = await client.query<{ left: number }>(
    'SELECT count(*)::int AS left FROM job_record WHERE "isSettled" = false',
  )
  return rows[0]?.left ?? 0
}
