import type { ID, RequestContext, TransactionalConnection, Type, VendureEntity } from '@vendure/core'
import { isLockUnsupported } from './database-errors'

interface RowToLock<Row extends VendureEntity> {
  readonly connection: TransactionalConnection
  readonly entity: Type<Row>
  readonly id: ID
}

/** Locks one row until the end of the transaction in `ctx`. Does nothing where the database has no row locks. */
export async function lockRow<Row extends VendureEntity>(
  ctx: RequestContext,
  row: RowToLock<Row>,
): Promise<void> {
  try {
    await row.connection
      .getRepository(ctx, row.entity)
      .createQueryBuilder('row')
      .setLock('pessimistic_write')
      .where('row.id = :id', { id: row.id })
      .getOne()
  } catch (error) {
    if (!isLockUnsupported(error)) throw error
  }
}
