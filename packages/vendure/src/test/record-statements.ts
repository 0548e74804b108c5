import type { DataSource } from 'typeorm'

export interface RecordedStatement {
  readonly sql: string
  readonly params: readonly unknown[]
}

/** What looks for rows of the plugin, or of Vendure's payments. An insert does not. */
const LOOKS = /^\s*(?:SELECT|UPDATE|DELETE|WITH|\().*"(?:craftgate_\w+|payment|refund)"/is

/**
 * Writes down the statements that go to the database, each text once, with the parameters that it came with last. What the
 * plugin opens beside the shop's own connections takes the shop's options, so it is heard as well, if it is opened later.
 */
export function recordStatements(database: DataSource) {
  const seen = new Map<string, RecordedStatement>()
  const nothing = () => {}
  database.setOptions({
    logging: ['query'],
    logger: {
      logQuery(sql, params = []) {
        if (LOOKS.test(sql)) seen.set(sql, { sql, params })
      },
      ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing },
      ...{ logMigration: nothing, log: nothing },
    },
  })
  return {
    async during(work: () => Promise<unknown>): Promise<readonly RecordedStatement[]> {
      seen.clear()
      await work()
      return [...seen.values()]
    },
  }
}
