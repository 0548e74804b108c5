import { DataSource } from 'typeorm'
import * as entities from './entities'
import { Tables1764000000000 } from './migrations/1764000000000-tables'
import { Panel1764500000000 } from './migrations/1764500000000-panel'
import { WalletOperations1764600000000 } from './migrations/1764600000000-wallet-operations'
import { SalesEntries1796000000000 } from './migrations/1796000000000-sales-entries'
import { Alerts1796100000000 } from './migrations/1796100000000-alerts'

/** Connections of one process, unless the options say another number. A third of them may hold a lock while the rest writes. */
export const POOL_SIZE = 12

/** Names the lock that keeps two servers from migrating at once. */
const MIGRATION_LOCK = 0x63676d67

/**
 * Connects, and brings the tables up to date; of several servers that start at once, one does it. Where they are up to date
 * already, its user needs no right to make tables.
 */
export async function openDatabase(url: string, poolSize = POOL_SIZE): Promise<DataSource> {
  const database = await new DataSource({
    type: 'postgres',
    url,
    poolSize,
    // Work that waits for a connection in vain ends with an error, and is tried again, instead of holding others up.
    extra: { connectionTimeoutMillis: 10_000 },
    entities: Object.values(entities),
    migrations: [
      Tables1764000000000,
      Panel1764500000000,
      WalletOperations1764600000000,
      SalesEntries1796000000000,
      Alerts1796100000000,
    ],
    migrationsTableName: 'craftgate_migration',
    applicationName: 'craftgate-shopify',
  }).initialize()
  try {
    await holdingLock(database, MIGRATION_LOCK, () => database.runMigrations())
  } catch (error) {
    await database.destroy()
    throw error
  }
  return database
}

/** How many connections may hold a lock at the same time: the others write what is decided under it. */
export const lockHolders = ({ options }: DataSource): number =>
  Math.max(1, Math.floor(((options as { poolSize?: number }).poolSize ?? POOL_SIZE) / 3))

/** Runs the work while no other process runs work under this name. Open meanwhile is a connection, and no transaction. */
export const withLock = <T>(database: DataSource, name: string, work: () => Promise<T>): Promise<T> =>
  holdingLock(database, name, work)

async function holdingLock<T>(
  database: DataSource,
  lock: string | number,
  work: () => Promise<T>,
): Promise<T> {
  const key = typeof lock === 'number' ? '$1::bigint' : 'hashtextextended($1, 0)'
  const runner = database.createQueryRunner()
  try {
    await runner.query(`SELECT pg_advisory_lock(${key})`, [lock])
    try {
      return await work()
    } finally {
      await runner.query(`SELECT pg_advisory_unlock(${key})`, [lock])
    }
  } finally {
    await runner.release()
  }
}
