import type { ValueTransformer } from 'typeorm'

/** Postgres and MySQL answer a bigint as text. All of ours (payment ids, minor units) fit a JavaScript number. */
export const wholeNumber: ValueTransformer = {
  from: (stored: string | number | null) => (stored === null ? null : Number(stored)),
  to: (value: number | null | undefined) => value,
}
