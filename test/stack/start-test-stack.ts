import { type Stack, type StackOptions, type StoreName, startStack } from '@craftgate-commerce/example-demo'

/** A stack of its own for one suite: a copy of the seeded shop, on the PostgreSQL that all suites share. */
export function startTestStack<S extends StoreName = 'vendure'>(
  database: string,
  options: Partial<StackOptions<S>>,
): Promise<Stack<S>> {
  const stateDir = process.env.TEST_STATE_DIR
  const databaseUrl = process.env.TEST_DATABASE_URL
  if (!stateDir || !databaseUrl) throw new Error('Start these suites with --config test/jest.config.mjs')
  return startStack<S>({ stateDir, databaseUrl, database, fresh: true, storefront: false, ...options })
}
