import type { ID, RequestContext, TransactionalConnection, Type, VendureEntity } from '@vendure/core'
import { LockNotSupportedOnGivenDriverError, QueryFailedError, type SelectQueryBuilder } from 'typeorm'

const ATTEMPTS = 4
/** Postgres deadlock and serialization failure, MySQL deadlock: the transaction was rolled back and may run again. */
const SERIALIZATION_FAILURES = new Set(['40P01', '40001', 'ER_LOCK_DEADLOCK'])
const UNIQUE_VIOLATIONS = new Set([
  '23505',
  'ER_DUP_ENTRY',
  'SQLITE_CONSTRAINT',
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
])

/**
 * Runs a whole transaction again when the database rolled it back to break a deadlock or to keep it serializable; at most
 * four times, with a pause that grows and differs between the two that met. Nothing else is repeated.
 */
export async function retryOnSerializationFailure<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      if (attempt === ATTEMPTS || !isSerializationFailure(error)) throw error
      await pause(attempt * 20 * (1 + Math.random()))
    }
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

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
    // SQLite and sql.js have no row locks; they run one transaction at a time instead.
    if (!(error instanceof LockNotSupportedOnGivenDriverError)) throw error
    return rows.getMany()
  }
}

/** False for text that no row can hold: PostgreSQL fails when it is asked about NUL. */
export const isStorable = (text: string): boolean => !text.includes('\0')

/** True when a row with the same unique key exists (Postgres, MySQL, better-sqlite3, sql.js). */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false
  return UNIQUE_VIOLATIONS.has(codeOf(error)) || error.message.includes('UNIQUE constraint failed')
}

/** Postgres and MySQL: the lock of a row was waited for as long as was allowed. */
const LOCK_TIMEOUTS = new Set(['55P03', 'ER_LOCK_WAIT_TIMEOUT'])

/** True when a statement failed because another transaction held what it needed; the whole may be tried again. */
export function isLockFailure(error: unknown): boolean {
  return (
    isSerializationFailure(error) || (error instanceof QueryFailedError && LOCK_TIMEOUTS.has(codeOf(error)))
  )
}

function isSerializationFailure(error: unknown): boolean {
  return error instanceof QueryFailedError && SERIALIZATION_FAILURES.has(codeOf(error))
}

function codeOf(error: QueryFailedError): string {
  const { code } = error.driverError as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
