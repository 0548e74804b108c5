import type { EntitySchemaColumnOptions, ValueTransformer } from 'typeorm'

// How our columns are described once, so that a table reads as a list of names.

/** Postgres answers a bigint as text. All of ours (payment ids, minor units) fit a JavaScript number. */
const wholeNumber: ValueTransformer = {
  from: (stored: string | null) => (stored === null ? null : Number(stored)),
  to: (value: number | null | undefined) => value,
}

type Column = EntitySchemaColumnOptions

export const text = (name: string): Column => ({ type: 'text', name })
export const whole = (name: string): Column => ({ type: 'bigint', name, transformer: wholeNumber })
export const count = (name: string): Column => ({ type: 'int', name })
export const moment = (name: string): Column => ({ type: 'timestamptz', name, precision: 3 })
export const flag = (name: string): Column => ({ type: 'boolean', name })
export const json = (name: string): Column => ({ type: 'jsonb', name })

export const orNull = (column: Column): Column => ({ ...column, nullable: true })
export const key = (column: Column): Column => ({ ...column, primary: true })

/** Whose row it is: part of the key of every table that core's records live in. */
export const ownerColumns = { shop: key(text('shop')), mode: key(text('mode')) }
