import { setTimeout as sleep } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import type { ArmedFault } from '../control/fault'
import { ApiError } from '../errors/api-error'
import type { ApiContext, ApiEnv } from './api-context'

/**
 * The part of a fault that happens inside Craftgate: a delay before the work, a 5xx instead of it or after it. The
 * answer that the work had is kept beside the request, because an idempotency key may know it better than the caller.
 */
export function processingFault(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const fault = c.get('processingFault')
    return fault ? underFault(c, fault, next) : next()
  }
}

export async function underFault(
  c: ApiContext,
  { kind, ms, status }: ArmedFault,
  next: () => Promise<void>,
): Promise<void> {
  if (kind === 'status-after-commit') {
    await next()
    c.set('workAnswer', c.res.clone())
  }
  if (ms > 0) await sleep(ms)
  if (kind === 'delay') return next()
  throw new ApiError(status, '1500', BROKEN)
}

const BROKEN = { tr: 'Sistem hatası (isteyerek)', en: 'A system error, on purpose' }
