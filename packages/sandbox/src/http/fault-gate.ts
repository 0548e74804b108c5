import { setTimeout as sleep } from 'node:timers/promises'
import { cut } from '@craftgate-commerce/emulator-kit'
import type { MiddlewareHandler } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context'
import { underFault } from '../api/processing-fault'
import type { ActiveFault, RequestFaults } from '../control/fault'

declare module 'hono' {
  interface ContextVariableMap {
    /** The kind of fault that this request met. */
    fault: string
  }
}

/** Lets armed faults happen to the requests that they wait for. */
export function faultGate(faults: RequestFaults): MiddlewareHandler<ApiEnv> {
  return gate(faults, underFault)
}

/** The same for the API, where a delay and a 5xx happen inside: they are left for `processingFault`. */
export function networkFaultGate(faults: RequestFaults): MiddlewareHandler<ApiEnv> {
  return gate(faults, (c, fault, next) => {
    c.set('processingFault', fault)
    return next()
  })
}

type Inside = (c: ApiContext, fault: ActiveFault, next: () => Promise<void>) => Promise<void>

function gate(faults: RequestFaults, inside: Inside): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const fault = faults.take(c.req)
    if (!fault) return next()
    c.set('fault', fault.kind)
    return fault.kind.startsWith('drop') ? drop(c, fault, next) : inside(c, fault, next)
  }
}

async function drop(c: ApiContext, { kind, ms }: ActiveFault, next: () => Promise<void>): Promise<void> {
  if (kind === 'drop-after-commit') await next()
  if (ms > 0) await sleep(ms)
  cut(c)
}
