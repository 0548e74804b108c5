import { setTimeout as sleep } from 'node:timers/promises'
import { cut } from '@craftgate-commerce/emulator-kit'
import type { MiddlewareHandler } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context'
import type { ActiveFault, RequestFaults } from '../control/fault'
import { ApiError } from '../errors/api-error'

declare module 'hono' {
  interface ContextVariableMap {
    /** The kind of fault that this request met. */
    fault: string
  }
}

/** Lets armed faults happen to the requests that they wait for. */
export function faultGate(faults: RequestFaults): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const fault = faults.take(c.req)
    if (!fault) return next()
    c.set('fault', fault.kind)
    return suffer(c, fault, next)
  }
}

async function suffer(
  c: ApiContext,
  { kind, ms, status }: ActiveFault,
  next: () => Promise<void>,
): Promise<void> {
  if (kind === 'drop-after-commit') await next()
  if (ms > 0) await sleep(ms)
  if (kind === 'delay') return next()
  if (kind === 'status') throw new ApiError(status, '1500', BROKEN)
  cut(c)
}

const BROKEN = { tr: 'Sistem hatası (isteyerek)', en: 'A system error, on purpose' }
