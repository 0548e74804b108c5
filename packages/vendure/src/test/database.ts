import { basename } from 'node:path'
import type { VendureConfig } from '@vendure/core'
import {
  MysqlInitializer,
  PostgresInitializer,
  registerInitializer,
  SqljsInitializer,
} from '@vendure/testing'

/** Vendure names the database by the file that starts the shop, which is the same for all of ours. */
class OwnPostgres extends PostgresInitializer {
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

class OwnMysql extends MysqlInitializer {
  constructor(private readonly name: string) {
    super()
  }

  override init(
    _file: string,
    options: Parameters<MysqlInitializer['init']>[1],
  ): ReturnType<MysqlInitializer['init']> {
    return super.init(this.name.toLowerCase(), options)
  }
}

/** The populated database is written to its file without being awaited; the server that comes next reads it. */
const SAVED_MS = 1_000

type ServerType = 'postgres' | 'mysql' | 'mariadb'
const SERVER_TYPES: Readonly<Record<string, ServerType>> = {
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
  'mysql:': 'mysql',
  'mariadb:': 'mariadb',
}

/**
 * sql.js in memory; or, with TEST_DATABASE_URL=postgres://user:password@host:port/postgres (or mysql:, mariadb:), a database
 * of its own on that server, so that the same tests run with real row locks.
 */
export function testDatabase(folder: string): Partial<VendureConfig> {
  const name = basename(folder)
  registerInitializer('sqljs', new SqljsInitializer(folder, SAVED_MS))
  registerInitializer('postgres', new OwnPostgres(name))
  registerInitializer('mysql', new OwnMysql(name))
  registerInitializer('mariadb', new OwnMysql(name))
  const address = process.env.TEST_DATABASE_URL
  if (!address) return {}
  const { protocol, hostname, port, username, password } = new URL(address)
  const type = SERVER_TYPES[protocol]
  if (!type)
    throw new Error(`TEST_DATABASE_URL: ${protocol} is none of ${Object.keys(SERVER_TYPES).join(', ')}`)
  return { dbConnectionOptions: { type, host: hostname, port: Number(port), username, password } }
}
