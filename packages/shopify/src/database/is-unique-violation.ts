import { QueryFailedError } from 'typeorm'

const UNIQUE_VIOLATION = '23505'

/** True when a row with the same unique key exists. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false
  const { code } = error.driverError as { code?: unknown }
  return code === UNIQUE_VIOLATION
}
