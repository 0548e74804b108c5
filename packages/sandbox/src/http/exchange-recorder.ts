import type { RequestLog } from '@craftgate-commerce/emulator-kit'
import type { MiddlewareHandler } from 'hono'
import type { ApiContext, ApiEnv } from '../api/api-context'
import { sentUrl } from '../api/authenticate'
import type { Exchange } from './exchange'
import { maskedBody } from './masked-body'

const NAMED = ['lang', 'x-idempotency-key', 'x-client-version', 'x-auth-version']

/** Keeps every call of the API for the console, by a number that the request's record has too. */
export function exchangeRecorder(exchanges: RequestLog<Exchange>): MiddlewareHandler<ApiEnv> {
  let last = 0
  return async (c, next) => {
    last += 1
    const id = last
    c.set('exchangeId', id)
    await next()
    exchanges.add({ id, ...requestOf(c), ...(await answerOf(c)) })
  }
}

function requestOf(c: ApiContext) {
  const header = (name: string) => c.req.header(name) ?? ''
  const body = maskedBody(Buffer.from(c.get('rawBody') ?? []).toString('utf8'))
  return {
    ...{ method: c.req.method, url: sentUrl(c), apiKey: header('x-api-key') },
    ...{ randomKey: header('x-rnd-key'), signature: header('x-signature') },
    headers: Object.fromEntries(
      NAMED.map((name) => [name, header(name)]).filter(([, value]) => value !== ''),
    ),
    ...{ body: body.text, isMasked: body.isMasked, isSigned: c.get('merchant') !== undefined },
  }
}

/** Nothing where the connection was cut on purpose, and no file. */
async function answerOf(c: ApiContext): Promise<Pick<Exchange, 'status' | 'answer'>> {
  const fault = c.get('fault') as string | undefined
  if (fault?.startsWith('drop')) return { status: 0, answer: '' }
  const isJson = c.res.headers.get('content-type')?.includes('json')
  return { status: c.res.status, answer: isJson ? await c.res.clone().text() : '' }
}
