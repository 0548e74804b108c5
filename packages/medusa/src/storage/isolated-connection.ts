import type { DatabaseLock } from '@craftgate-commerce/core/adapter'
import { type Knex, knex } from '@medusajs/framework/mikro-orm/postgresql'

const POOL_SIZE = 6

/** Names our locks among all advisory locks of the database. */
const LOCK_SPACE = 0x63676174

/**
 * Our own connections to Medusa's database: what core writes must be committed at once, whatever becomes of the work
 * around it, and must not wait for a connection that the same request holds.
 */
export function openIsolatedPool(shared: Knex): Knex {
  const { pool: _pool, ...config } = shared.client.config as Knex.Config
  return knex({ ...config, pool: { min: 0, max: POOL_SIZE } })
}

/** An advisory lock of Postgres for a payment of an account, held by a transaction. Half of the connections stay free for what is written inside. */
export const advisoryLock = (connections: Knex): DatabaseLock => ({
  connections: POOL_SIZE / 2,
  hold: ({ account, paymentId }, work) =>
    connections.transaction(async (transaction) => {
      const payment = `${account} ${paymentId}`
      await transaction.raw('select pg_advisory_xact_lock(?, hashtext(?))', [LOCK_SPACE, payment])
      return work()
    }),
})

const TABLES = [
  'checkout',
  'checkout_payment',
  'payment_operation',
  'checkout_event',
  'processed_webhook',
  'lease',
  'sales',
  'unreleased_order',
  'transfer',
  'panel_link',
  'panel_audit',
  'wallet_operation',
  'alert',
]

/** The plugin's tables that no migration has made yet. */
export async function missingTables(connections: Knex): Promise<string[]> {
  const names = TABLES.map((name) => `craftgate_${name}`)
  const { rows } = await connections.raw<{ rows: { name: string }[] }>(
    'select name from unnest(?::text[]) as name where to_regclass(name) is null',
    [names],
  )
  return rows.map(({ name }) => name)
}

/** True when a row with the same unique key exists. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
