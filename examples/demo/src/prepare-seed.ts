import type { Postgres } from './postgres'
import { SUPERADMIN } from './vendure'
import { freshDatabase } from './vendure-database'

/** What the seed needs of the store's environment; nobody pays while it runs. */
const SEED_ENVIRONMENT = {
  PORT: '1',
  PUBLIC_URL: 'http://127.0.0.1:1',
  STOREFRONT_URL: 'http://127.0.0.1:1',
  CRAFTGATE_URL: 'sandbox',
  CRAFTGATE_API_KEY: 'seed',
  CRAFTGATE_SECRET_KEY: 'seed',
  CRAFTGATE_WEBHOOK_KEY: 'seed',
  CRAFTGATE_CALLBACK_KEY: 'seed',
  LINK_SECRET: 'no-link-is-signed-while-the-shop-is-seeded',
  COOKIE_SECRET: 'no-cookie-is-signed-while-the-shop-is-seeded',
  SUPERADMIN_USERNAME: SUPERADMIN.identifier,
  SUPERADMIN_PASSWORD: SUPERADMIN.password,
}

/** Seeds the shop that `startStack({ fresh: true })` copies, before several stacks want it at the same time. */
export async function prepareSeed(postgres: Postgres, stateDir: string): Promise<void> {
  await freshDatabase({ postgres, stateDir, env: SEED_ENVIRONMENT }, 'prepared')
  await postgres.drop('prepared')
}
