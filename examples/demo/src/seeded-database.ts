import path from 'node:path'
import type { Postgres } from './postgres'

export interface SeededDatabase {
  readonly url: string
  /** The files that belong to what this database holds, e.g. the pictures of its products. */
  readonly assetDir: string
}

/** How one store makes its schema and fills it. */
export interface Seed {
  readonly store: string
  /** Changes with the built code that makes the schema and the catalogue. */
  build(): string
  /** Fills an empty database; whatever it holds stays. */
  fill(database: SeededDatabase): Promise<void>
}

export interface Place {
  readonly postgres: Postgres
  readonly stateDir: string
}

/**
 * The named database, filled when it is empty; whatever it holds stays. A note on it says which build looked last: the
 * same one need not look again.
 */
export async function keptDatabase(place: Place, seed: Seed, name: string): Promise<SeededDatabase> {
  const { postgres } = place
  const database = { url: await postgres.database(name), assetDir: assetDir(place, name) }
  const note = `seeded by build ${seed.build()}`
  if ((await postgres.note(name)) === note) return database
  await seed.fill(database)
  await postgres.writeNote(name, note)
  return database
}

/**
 * A new database under this name, copied from a seeded one in about a second. The first copy for a build of the
 * store seeds the original.
 */
export async function freshDatabase(place: Place, seed: Seed, name: string): Promise<SeededDatabase> {
  const { postgres } = place
  const original = `${seed.store}_seed_${seed.build()}`
  if (!(await postgres.exists(original))) {
    const unfinished = `${original}_unfinished`
    await postgres.drop(unfinished)
    await seed.fill({ url: await postgres.database(unfinished), assetDir: assetDir(place, original) })
    await postgres.rename(unfinished, original)
  }
  await postgres.drop(name)
  return { url: await postgres.copy(original, name), assetDir: assetDir(place, original) }
}

const assetDir = ({ stateDir }: Place, name: string) => path.join(stateDir, 'assets', name)
