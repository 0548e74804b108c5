import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { VENDURE_VERSION, type VendureConfig } from '@vendure/core'
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

const SOURCES = [join(__dirname, '..'), join(__dirname, '../../../../shared-core/src')]

/** The database of a shop that was only just filled, which is the same as long as no source of ours is another. */
function filledDatabase(): string {
  const hash = createHash('sha256').update(VENDURE_VERSION)
  for (const folder of SOURCES)
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (file.endsWith('.ts')) hash.update(file).update(readFileSync(join(folder, file)))
  return join(tmpdir(), 'craftgate-vendure-filled', `${hash.digest('hex')}.sqlite`)
}

/** Whether a file of SQLite's is as long as its own head says, so that nobody is writing it any more. */
const isWhole = (file: Buffer): boolean => file.length === file.readUInt16BE(16) * file.readUInt32BE(28)

/** Fills a database once, and is a copy of that one from then on. */
class FilledOnce extends SqljsInitializer {
  private readonly filled = filledDatabase()

  constructor(private readonly folder: string) {
    super(folder, SAVED_MS)
  }

  override init(
    _file: string,
    options: Parameters<SqljsInitializer['init']>[1],
  ): ReturnType<SqljsInitializer['init']> {
    return super.init('shop', options)
  }

  override async populate(fill: () => Promise<void>): Promise<void> {
    const own = join(this.folder, 'shop.sqlite')
    if (existsSync(this.filled)) return copyFile(this.filled, own)
    await super.populate(fill)
    if (!isWhole(await readFile(own))) return
    await mkdir(join(this.filled, '..'), { recursive: true })
    // Whole at once: another process may be about to copy it.
    await copyFile(own, `${this.folder}.filled`)
    await rename(`${this.folder}.filled`, this.filled)
  }
}

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
  registerInitializer('sqljs', new FilledOnce(folder))
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
