// One PostgreSQL for every suite, and one seeded shop of each platform that each suite copies: seeding takes longer than most tests.
import { prepareSeed, startPostgres, stateDirectory } from '../../examples/demo/dist/index.js'

export default async function setup() {
  const stateDir = stateDirectory('test')
  const postgres = await startPostgres({ stateDir, databaseUrl: process.env.DATABASE_URL, throwaway: true })
  globalThis.testPostgres = postgres
  await prepareSeed(postgres, stateDir, ['vendure', 'medusa', 'shopify'])
  process.env.TEST_STATE_DIR = stateDir
  process.env.TEST_DATABASE_URL = await postgres.database('craftgate_commerce_test')
}
