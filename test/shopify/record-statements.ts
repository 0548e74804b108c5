import type { DataSource } from 'typeorm'

export interface RecordedStatement {
  readonly sql: string
  readonly params: readonly unknown[]
}

/** What looks for rows of the app. An insert does not, and was done by the time it would be tried again. */
const OF_THE_APP = /^\s*(?:SELECT|UPDATE|DELETE|WITH|\().*craftgate_/is

/** Writes down the statements that go to the database, each text once, with the parameters that it came with first. */
export function recordStatements(database: DataSource) {
  let seen = new Map<string, RecordedStatement>()
  const nothing = () => {}
  database.setOptions({
    logging: ['query'],
    logger: {
      logQuery(sql, params = []) {
        if (OF_THE_APP.test(sql) && !seen.has(sql)) seen.set(sql, { sql, params })
      },
      ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing },
      ...{ logMigration: nothing, log: nothing },
    },
  })
  return {
    async during(work: () => Promise<unknown>): Promise<readonly RecordedStatement[]> {
      seen = new Map()
      await work()
      return [...seen.values()]
    },
  }
}
