import { findOperation, validateAnswer } from '@craftgate-commerce/openapi'
import type { MiddlewareHandler } from 'hono'
import type { ApiContext, ApiEnv } from './api-context'

/**
 * Holds every answer of the API against Craftgate's description, for tests of the emulator. What differs is kept and
 * told at the end, since a caller may well overlook it.
 */
export class AnswerCheck {
  private readonly differences = new Set<string>()

  middleware(): MiddlewareHandler<ApiEnv> {
    return async (c, next) => {
      await next()
      const call = findOperation(c.req.method, c.req.path)
      // A remembered answer was checked when it was first given, and may be another call's.
      if (!call || c.get('remembered')) return
      for (const { field, message } of validateAnswer(call.id, await answerOf(c))) {
        this.differences.add(`${call.id}: ${field || 'the answer'} ${message}`)
      }
    }
  }

  /** Throws when an answer was not as described. */
  assertNoDifference(): void {
    if (this.differences.size === 0) return
    throw new Error(`Answers that are not as described:\n${[...this.differences].sort().join('\n')}`)
  }
}

/** Undefined where there is no body, or a file. */
async function answerOf(c: ApiContext): Promise<unknown> {
  if (!c.res.headers.get('content-type')?.includes('json')) return undefined
  const text = await c.res.clone().text()
  return text === '' ? undefined : JSON.parse(text)
}
