import type { RequestLog } from '@craftgate-commerce/emulator-kit'
import type { MiddlewareHandler } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context'
import type { RequestRecord } from '../control/request-record'
import { ApiError } from '../errors/api-error'
import type { Logger } from './logger'

export interface Recording {
  readonly log: RequestLog<RequestRecord>
  readonly logger: Logger
  readonly now: () => number
  /** Called after every request that may have changed something. */
  readonly changed: () => void
}

/** Writes every request down once it is answered. */
export function requestRecorder({ log, logger, now, changed }: Recording): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const started = Date.now()
    await next()
    const record = { at: new Date(now()), ms: Date.now() - started, ...factsOf(c) }
    log.add(record)
    logger.info('request', { ...record })
    if (c.req.method !== 'GET') changed()
  }
}

function factsOf(c: ApiContext) {
  const refusal = c.error instanceof ApiError ? c.error : undefined
  const fault = c.get('fault') as string | undefined
  return {
    method: c.req.method,
    path: c.req.path,
    status: fault?.startsWith('drop') ? 0 : c.res.status,
    conversationId: conversationIdOf(c),
    errorCode: refusal?.code,
    errorGroup: refusal?.group,
    fault,
    exchangeId: c.get('exchangeId'),
  }
}

function conversationIdOf(c: ApiContext): string | undefined {
  const body: unknown = c.get('body')
  const sent =
    typeof body === 'object' && body !== null && 'conversationId' in body ? body.conversationId : undefined
  return typeof sent === 'string' ? sent : c.req.query('conversationId') || undefined
}
