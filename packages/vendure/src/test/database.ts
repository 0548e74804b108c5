import { basename } from 'node:path'
import type { VendureConfig } from '@vendure/core'
import { PostgresInitializer, registerInitializer, SqljsInitializer } from '@vendure/testing'

/** Vendure names the database by the file that starts the shop, which is the same for all of ours. */
class OwnDatabase extends PostgresInitializer {
  constructor(private readonly name: string) {
    super()
  }

  override init(
    _file: string,
    options: Parameters<PostgresInitializer['init']>[1],
  ): ReturnType<PostgresInitializer['init']> {
    return super.init(this.name.toLowerCase(), options)
  }
}

/** The populated database is written to its file without being awaited; the server that comes next reads it. */
const SAVED_MS = 1_000

/**
 * sql.js in memory; or, with TEST_DATABASE_URL=postgres://user:password@host:port/postgres, a database of its own on
 * that server, so that the same tests run with real row locks.
 */
export function testDatabase(folder: string): Partial<VendureConfig> {
  registerInitializer('sqljs', new SqljsInitializer(folder, SAVED_MS))
  registerInitializer('postgres', new OwnDatabase(basename(folder)))
  const address = process.env.TEST_DATABASE_URL
  if (!address) return {}
  const { hostname, port, username, password } = new URL(address)
  return {
    dbConnectionOptions: { type: 'postgres', host: hostname, port: Number(port), username, password },
  }
}
