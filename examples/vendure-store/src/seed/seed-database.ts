import { Client } from 'pg'

/** Any number; the same for everybody who seeds a Vendure of this example. */
const LOCK = 20_260_117

/** The seed's own connection, beside Vendure's. */
export interface SeedDatabase {
  /** Waits until the job queue has nothing left to do. @throws Error after two minutes. */
  jobsDone(): Promise<void>
  /** Lets the next seed in. */
  release(): Promise<void>
}

/** Waits until nobody else seeds this database. */
export async function openSeedDatabase(databaseUrl: string): Promise<SeedDatabase> {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query('SELECT pg_advisory_lock($1)', [LOCK])
  return { jobsDone: () => jobsDone(client), release: () => client.end() }
}

async function jobsDone(client: Client): Promise<void> {
  const deadline = Date.now() + 120_000
  while (Date.now() < deadline) {
    const { rowCount } = await client.query('SELECT 1 FROM job_record WHERE "isSettled" = false LIMIT 1')
    if (rowCount === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The job queue did not come to an end within two minutes')
}
