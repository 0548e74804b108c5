import type { Postgres } from './postgres'
import { freshDatabase, keptDatabase, type SeededDatabase } from './seeded-database'
import { seedOf } from './seeds'
import type { StackOptions, StoreName } from './stack-options'

export type SeededDatabases = ReadonlyMap<StoreName, SeededDatabase>

/** The database of each store, filled at the same time. */
export async function seededDatabases(
  postgres: Postgres,
  { stateDir, database, fresh }: StackOptions<StoreName>,
  stores: readonly StoreName[],
): Promise<SeededDatabases> {
  const open = fresh ? freshDatabase : keptDatabase
  const nameOf = (store: StoreName) => {
    if (!database) return store
    return stores.length > 1 ? `${database}_${store}` : database
  }
  const entries = stores.map(async (store) => {
    const seeded = await open({ postgres, stateDir }, seedOf(store, stateDir), nameOf(store))
    return [store, seeded] as const
  })
  return new Map(await Promise.all(entries))
}
