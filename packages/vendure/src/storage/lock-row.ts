import type { ID, RequestContext, TransactionalConnection, Type, VendureEntity } from '@vendure/core'
import type { SelectQueryBuilder } from 'typeorm'
import { isLockUnsupported } from './database-errors'

interface RowToLock<Row extends VendureEntity> {
  readonly connection: TransactionalConnection
  readonly entity: Type<Row>
  readonly id: ID
}

/** Locks one row until the end of the transaction in `ctx`. Does nothing where the database has no row locks. */
export async function lockRow<Row extends VendureEntity>(
  ctx: RequestContext,
  { connection, entity, id }: RowToLock<Row>,
): Promise<void> {
  const rows = connection.getRepository(ctx, entity).createQueryBuilder('row')
  await latestOf(rows.where('row.id = :id', { id }))
}

/**
 * The rows as they are committed now, locked. MySQL would otherwise answer as of the transaction's first read, however
 * long a lock was waited for since.
 */
export async function latestOf<Row extends VendureEntity>(rows: SelectQueryBuilder<Row>): Promise<Row[]> {
  try {
    return await rows.clone().setLock('pessimistic_write').getMany()
  } catch (error) {
    if (!isLockUnsupported(error)) throw error
    return rows.getMany()
  }
}
