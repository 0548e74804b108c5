import { type Knex, knex } from '@medusajs/framework/mikro-orm/postgresql'

/** Connections of our own. */
export const ISOLATED_POOL_SIZE = 6

/**
 * Our own connections to Medusa's database: what core writes must be committed at once, whatever becomes of the work
 * around it, and must not wait for a connection that the same request holds.
 */
export function openIsolatedPool(shared: Knex): Knex {
  const { pool: _pool, ...config } = shared.client.config as Knex.Config
  return knex({ ...config, pool: { min: 0, max: ISOLATED_POOL_SIZE } })
}

/** True when a row with the same unique key exists. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
