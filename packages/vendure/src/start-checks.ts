import { type ConfigService, defaultConfig } from '@vendure/core'
import { type DataSource, QueryFailedError } from 'typeorm'
import { craftgateEntities } from './entities'
import { AllocatedUnpaid, PlacedUnpaid } from './payment'

/**
 * Throws one line with the remedy when a table of ours is missing, or lacks a column: otherwise the server would start, and
 * the first shopper would read the database's complaint.
 */
export async function requireTables(database: DataSource): Promise<void> {
  for (const entity of craftgateEntities) {
    try {
      await database.getRepository(entity).createQueryBuilder('row').limit(1).getMany()
    } catch (error) {
      if (!(error instanceof QueryFailedError)) throw error
      const { tableName } = database.getMetadata(entity)
      throw new Error(
        `CraftgatePlugin: the table ${tableName} is missing or older than the plugin (${error.message}). ` +
          'Make a migration and run it before the server starts: npx vendure migrate -g craftgate && npx vendure migrate -r',
        { cause: error },
      )
    }
  }
}

/**
 * Throws one line for a database on which money could be moved twice. MySQL and MariaDB end a whole transaction to break a
 * deadlock; Vendure then goes on with its work outside of any, where our locks hold nothing.
 */
export function requireSafeTransactions(databaseType: string): void {
  if (!/mysql|mariadb/.test(databaseType)) return
  throw new Error(
    `CraftgatePlugin: ${databaseType} is not supported yet, because money could be moved twice after a deadlock; ` +
      'use PostgreSQL (SQLite and sql.js are for development)',
  )
}

/** What a merchant must know when nothing runs the scheduled task; undefined when something does. */
export function missingScheduler({
  schedulerOptions,
}: Pick<ConfigService, 'schedulerOptions'>): string | undefined {
  const none = defaultConfig.schedulerOptions.schedulerStrategy?.constructor
  if (schedulerOptions.schedulerStrategy?.constructor !== none) return undefined
  return (
    'No scheduler plugin: payments and refunds whose callback and webhook are lost will not be found. ' +
    'Add DefaultSchedulerPlugin.init() to the plugins and start a worker; or set reconcileSchedule: false ' +
    'and call the mutation craftgateReconcile each minute by other means.'
  )
}

/** A plugin that is configured after this one may have put a strategy of its own in the place of ours. */
export function lostStrategy({ orderOptions }: Pick<ConfigService, 'orderOptions'>): string | undefined {
  const { orderPlacedStrategy, stockAllocationStrategy } = orderOptions
  const isOurs =
    orderPlacedStrategy instanceof PlacedUnpaid && stockAllocationStrategy instanceof AllocatedUnpaid
  if (isOurs) return undefined
  return 'Bank transfer and cash on delivery do not work: another plugin replaced orderPlacedStrategy or stockAllocationStrategy. List CraftgatePlugin after it'
}
