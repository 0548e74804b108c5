import type { VendureConfig } from '@vendure/core'
import { PostgresInitializer, registerInitializer, SqljsInitializer } from '@vendure/testing'

/**
 * sql.js in memory; or, with TEST_DATABASE_URL=postgres://user:password@host:port/postgres, a database of its own on
 * that server, so that the same tests run with real row locks.
 */
export function testDatabase(folder: string): Partial<VendureConfig> {
  registerInitializer('sqljs', new SqljsInitializer(folder))
  registerInitializer('postgres', new PostgresInitializer())
  const address = process.env.TEST_DATABASE_URL
  if (!address) return {}
  const { hostname, port, username, password } = new URL(address)
  return {
    dbConnectionOptions: { type: 'postgres', host: hostname, port: Number(port), username, password },
  }
}
