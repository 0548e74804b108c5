import type { z } from 'zod'
import { ApiError } from '../errors/api-error'
import type { ApiContext } from './api-context'

/** The body by its schema. Throws a validation error that names the first field that is wrong. */
export const readBody = <S extends z.ZodType>(c: ApiContext, schema: S): z.output<S> =>
  parsed(schema, c.get('body') ?? {})

/**
 * The query by its schema; the SDK sends what was left out as an empty text. A list comes with commas, or by a name that is
 * repeated: both are read as text with commas.
 */
export function readQuery<S extends z.ZodType>(c: ApiContext, schema: S): z.output<S> {
  const query = Object.entries(c.req.queries())
    .map(([name, values]) => [name, values.join(',')] as const)
    .filter(([, value]) => value !== '')
  return parsed(schema, Object.fromEntries(query))
}

/** The number of a path parameter. */
export function readId(c: ApiContext, name = 'id'): number {
  return Number(c.req.param(name))
}

function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const field = issue?.path.join('.') || 'body'
  throw ApiError.invalid('4000', {
    tr: `"${field}" alanı zorunlu ya da geçersiz`,
    en: `"${field}" is missing or not valid (${issue?.message ?? 'unknown'})`,
  })
}
