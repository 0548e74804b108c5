import { findOperation, type OperationId, validateRequest } from '@craftgate-commerce/openapi'
import type { MiddlewareHandler } from 'hono'
import { ApiError } from '../errors/api-error'
import type { ApiEnv } from './api-context'

/**
 * Holds every request against Craftgate's API description before any rule of the emulator's own, so that a refusal names
 * the field: `card.expireYear`. A call that is not played is left to say so.
 */
export function requestValidation(isPlayed: (id: OperationId) => boolean): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const call = findOperation(c.req.method, c.req.path)
    if (call && isPlayed(call.id)) {
      const [error] = validateRequest(call.id, {
        path: call.parameters,
        query: queryOf(c.req.queries()),
        body: c.get('body'),
      })
      if (error) throw invalidField(error.field || 'body', error.message)
    }
    await next()
  }
}

const queryOf = (queries: Readonly<Record<string, readonly string[]>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(queries).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  )

const invalidField = (field: string, reason: string): ApiError =>
  ApiError.invalid('4000', {
    tr: `"${field}" alanı zorunlu ya da geçersiz`,
    en: `"${field}" is missing or not valid (${reason})`,
  })
