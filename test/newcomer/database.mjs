import { startPostgres } from '../../examples/demo/dist/index.js'

let postgres

/** The address of an empty database: of an embedded PostgreSQL that all shops share, or of the one at DATABASE_URL. */
export async function emptyDatabase(stateDir, name) {
  postgres ??= await startPostgres({ stateDir, databaseUrl: process.env.DATABASE_URL, throwaway: true })
  await postgres.drop(name)
  return postgres.database(name)
}

export const closeDatabases = async () => postgres?.stop()
