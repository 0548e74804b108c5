import type { EntityManager } from 'typeorm'

/** Waits until no other transaction, of any process, holds the name; holds it until this transaction ends. */
export async function lockByName(transaction: EntityManager, name: string): Promise<void> {
  await transaction.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name])
}
