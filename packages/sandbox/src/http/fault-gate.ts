import { setTimeout as sleep } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context'
import type { ArmedFault } from '../control/fault'
import type { Faults } from '../control/faults'
import { ApiError } from '../errors/api-error'

declare module 'hono' {
  interface ContextVariableMap {
    /** The kind of fault that this request met. */
    fault: string
  }
}

/** Lets armed faults happen to the requests that they wait for. */
export function faultGate(faults: Faults): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const fault = faults.meet(c.req.method, c.req.path)
    if (!fault) return next()
    c.set('fault', fault.kind)
    return suffer(c, fault, next)
  }
}

async function suffer(
  c: ApiContext,
  { kind, ms, status }: ArmedFault,
  next: () => Promise<void>,
): Promise<void> {
  if (kind === 'drop-after-commit') await next()
  if (ms > 0) await sleep(ms)
  if (kind === 'delay') return next()
  if (kind === 'status') throw new ApiError(status, '1500', BROKEN)
  cut(c)
}

/** The caller sees a reset connection, and cannot know whether anything happened. */
function cut(c: ApiContext): void {
  c.env.incoming.socket.destroy()
  c.res = undefined
  c.res = RESPONSE_ALREADY_SENT
}

const BROKEN = { tr: 'Sistem hatası (isteyerek)', en: 'A system error, on purpose' }
