import { type EntitySchemaColumnOptions, QueryFailedError, type ValueTransformer } from 'typeorm'

// How our columns are described once, so that a table reads as a list of names.

/** Postgres answers a bigint as text. All of ours (payment ids, minor units) fit a JavaScript number. */
const bigintAsNumber: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : Number(stored)),
  to: (value: number | null | undefined) => value,
}

type Column = EntitySchemaColumnOptions

export const text = (name: string): Column => ({ type: 'text', name })
export const bigint = (name: string): Column => ({ type: 'bigint', name, transformer: bigintAsNumber })
export const integer = (name: string): Column => ({ type: 'int', name })
export const timestamp = (name: string): Column => ({ type: 'timestamptz', name, precision: 3 })
export const boolean = (name: string): Column => ({ type: 'boolean', name })
export const json = (name: string): Column => ({ type: 'jsonb', name })

export const nullable = (column: Column): Column => ({ ...column, nullable: true })
export const primaryKey = (column: Column): Column => ({ ...column, primary: true })

/** Whose row it is: part of the key of every table that core's records live in. */
export const ownerColumns = { shop: primaryKey(text('shop')), mode: primaryKey(text('mode')) }

const UNIQUE_VIOLATION = '23505'

/** True when a row with the same unique key exists. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false
  const { code } = error.driverError as { code?: unknown }
  return code === UNIQUE_VIOLATION
}
