import { DataSource } from 'typeorm'
import * as entities from './entities'
import { Tables1764000000000 } from './migrations/1764000000000-tables'

/** Connections of one process. A third of them may hold a payment's lock while the rest writes. */
export const POOL_SIZE = 18

/** Names the lock that keeps two servers from migrating at once. */
const MIGRATION_LOCK = 0x63676d67

/** Connects, and brings the tables up to date; of several servers that start at once, one does it. */
export async function openDatabase(url: string): Promise<DataSource> {
  const database = await new DataSource({
    type: 'postgres',
    url,
    poolSize: POOL_SIZE,
    // Work that waits for a connection in vain ends with an error, and is tried again, instead of holding others up.
    extra: { connectionTimeoutMillis: 10_000 },
    entities: Object.values(entities),
    migrations: [Tables1764000000000],
    migrationsTableName: 'craftgate_migration',
    applicationName: 'craftgate-shopify',
  }).initialize()
  await migrate(database)
  return database
}

async function migrate(database: DataSource): Promise<void> {
  const runner = database.createQueryRunner()
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await database.runMigrations()
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK])
    await runner.release()
  }
}
