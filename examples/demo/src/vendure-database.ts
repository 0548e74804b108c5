import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { runChild } from './child'
import { inRoot } from './places'
import type { Postgres } from './postgres'

export interface SeededDatabase {
  readonly url: string
  /** The pictures of this database's products. */
  readonly assetDir: string
}

interface Plan {
  readonly postgres: Postgres
  readonly stateDir: string
  /** Environment of the store without DATABASE_URL and ASSET_DIR. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** The named database, filled when it is empty; whatever it holds stays. */
export async function keptDatabase(plan: Plan, name: string): Promise<SeededDatabase> {
  const database = { url: await plan.postgres.database(name), assetDir: assetDir(plan, name) }
  await seed(plan, database)
  return database
}

/**
 * A new database under this name, copied from a seeded one in about a second. The first copy for a build of the
 * store seeds the original.
 */
export async function freshDatabase(plan: Plan, name: string): Promise<SeededDatabase> {
  const original = `vendure_seed_${buildHash()}`
  if (!(await plan.postgres.exists(original))) {
    const unfinished = `${original}_unfinished`
    await plan.postgres.drop(unfinished)
    await seed(plan, { url: await plan.postgres.database(unfinished), assetDir: assetDir(plan, original) })
    await plan.postgres.rename(unfinished, original)
  }
  await plan.postgres.drop(name)
  return { url: await plan.postgres.copy(original, name), assetDir: assetDir(plan, original) }
}

const assetDir = ({ stateDir }: Plan, name: string) => path.join(stateDir, 'assets', name)

async function seed(plan: Plan, database: SeededDatabase): Promise<void> {
  await runChild({
    name: 'The seed of the Vendure store',
    script: inRoot('examples/vendure-store/dist/seed.js'),
    env: { ...plan.env, DATABASE_URL: database.url, ASSET_DIR: database.assetDir },
    logFile: path.join(plan.stateDir, 'logs/vendure-seed.log'),
    timeoutMs: 300_000,
  })
}

/** Changes with the built code that makes the schema and the catalogue. */
function buildHash(): string {
  const hash = createHash('sha256')
  for (const folder of ['examples/vendure-store/dist', 'packages/vendure/dist/entities']) {
    for (const file of readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (file.endsWith('.js')) hash.update(file).update(readFileSync(inRoot(folder, file)))
    }
  }
  return hash.digest('hex').slice(0, 12)
}
