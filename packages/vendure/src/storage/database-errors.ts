import { LockNotSupportedOnGivenDriverError, QueryFailedError } from 'typeorm'

const UNIQUE = new Set(['23505', 'ER_DUP_ENTRY', 'SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT_UNIQUE'])
/** Postgres deadlock and serialization failure, MySQL deadlock: the transaction was undone and may run again. */
const RETRIABLE = new Set(['40P01', '40001', 'ER_LOCK_DEADLOCK'])

/** True when a row with the same unique key exists (Postgres, MySQL, better-sqlite3, sql.js). */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false
  return UNIQUE.has(codeOf(error)) || error.message.includes('UNIQUE constraint failed')
}

export function isRetriable(error: unknown): boolean {
  return error instanceof QueryFailedError && RETRIABLE.has(codeOf(error))
}

/** SQLite and sql.js have no row locks; they run one transaction at a time instead. */
export function isLockUnsupported(error: unknown): boolean {
  return error instanceof LockNotSupportedOnGivenDriverError
}

function codeOf(error: QueryFailedError): string {
  const { code } = error.driverError as { code?: unknown }
  return typeof code === 'string' ? code : ''
}
