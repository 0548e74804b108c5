import { setTimeout as sleep } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { MiddlewareHandler } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context'
import { underFault } from '../api/processing-fault'
import type { ArmedFault } from '../control/fault'
import type { Faults } from '../control/faults'

declare module 'hono' {
  interface ContextVariableMap {
    /** The kind of fault that this request met. */
    fault: string
  }
}

/** Lets armed faults happen to the requests that they wait for. */
export function faultGate(faults: Faults): MiddlewareHandler<ApiEnv> {
  return gate(faults, underFault)
}

/** The same for the API, where a delay and a 5xx happen inside: they are left for `processingFault`. */
export function networkFaultGate(faults: Faults): MiddlewareHandler<ApiEnv> {
  return gate(faults, (c, fault, next) => {
    c.set('processingFault', fault)
    return next()
  })
}

type Inside = (c: ApiContext, fault: ArmedFault, next: () => Promise<void>) => Promise<void>

function gate(faults: Faults, inside: Inside): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const fault = faults.meet(c.req.method, c.req.path)
    if (!fault) return next()
    c.set('fault', fault.kind)
    return fault.kind.startsWith('drop') ? drop(c, fault, next) : inside(c, fault, next)
  }
}

async function drop(c: ApiContext, { kind, ms }: ArmedFault, next: () => Promise<void>): Promise<void> {
  if (kind === 'drop-after-commit') await next()
  if (ms > 0) await sleep(ms)
  cut(c)
}

/** The caller sees a reset connection, and cannot know whether anything happened. */
function cut(c: ApiContext): void {
  c.env.incoming.socket.destroy()
  c.res = undefined
  c.res = RESPONSE_ALREADY_SENT
}
