import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { SandboxContext } from '../engine/context'
import { rememberedResult, rememberResult } from '../engine/idempotency'
import type { KeySender, RememberedResult } from '../engine/state'
import { ApiError } from '../errors/api-error'
import type { ApiContext, ApiEnv } from './api-context'

/** A key does nothing on GET and is ignored on PUT. */
const HONOURED = ['POST', 'PATCH', 'DELETE']

/**
 * `x-idempotency-key`: a repeated key gets the first result, byte for byte. This middleware looks the key up and keeps
 * the result; `replayRemembered` answers, after the faults that are armed for the request have had their turn.
 */
export function idempotency(ctx: SandboxContext): MiddlewareHandler<ApiEnv> {
  const running = new Map<string, Promise<void>>()
  return async (c, next) => {
    const sender = senderOf(c)
    if (!sender) return next()
    const request = await digestOf(c)
    const settings = ctx.faultSettings.idempotency
    const name = `${settings.boundTo === 'merchant' ? sender.merchant : sender.apiKey} ${sender.key}`
    const first = running.get(name)
    if (first && settings.concurrent === 'refuse') throw STILL_RUNNING
    if (first && settings.concurrent === 'wait') await first
    const remembered = rememberedResult(ctx, sender)
    if (remembered && remembered.request !== request && settings.differentRequest === 'refuse')
      throw OTHER_REQUEST
    c.set('remembered', remembered)
    const run = next().then(async () => {
      if (!remembered) await remember(ctx, c, { ...sender, request })
    })
    await track(running, name, run)
  }
}

/** Answers from memory what `idempotency` found there. */
export function replayRemembered(): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const remembered = c.get('remembered')
    return remembered ? replay(remembered) : next()
  }
}

function replay({ status, contentType, body }: RememberedResult): Response {
  const headers = contentType === undefined ? undefined : { 'content-type': contentType }
  return new Response(body === '' ? null : body, { status, headers })
}

async function track(running: Map<string, Promise<void>>, name: string, run: Promise<void>): Promise<void> {
  const ended = run.catch(() => undefined)
  running.set(name, ended)
  try {
    await run
  } finally {
    if (running.get(name) === ended) running.delete(name)
  }
}

function senderOf(c: ApiContext): KeySender | undefined {
  const key = c.req.header('x-idempotency-key')
  if (!key || !HONOURED.includes(c.req.method)) return undefined
  return { key, merchant: c.get('merchant').apiKey, apiKey: c.get('apiKey') }
}

async function digestOf(c: ApiContext): Promise<string> {
  const body = new Uint8Array(await c.req.arrayBuffer())
  return createHash('sha256').update(`${c.req.method} ${c.req.path}\n`).update(body).digest('hex')
}

/** A 5xx that came after the work hides its answer from the caller, not from the key. */
async function remember(
  ctx: SandboxContext,
  c: ApiContext,
  request: KeySender & { readonly request: string },
): Promise<void> {
  const keepsErrors = ctx.faultSettings.idempotency.rememberServerErrors
  const answer = keepsErrors ? c.res : (c.get('workAnswer') ?? c.res)
  const contentType = answer.headers.get('content-type') ?? undefined
  rememberResult(ctx, { ...request, status: answer.status, contentType, body: await answer.clone().text() })
}

const STILL_RUNNING = new ApiError(409, '1409', {
  tr: 'Aynı idempotency key ile gönderilen istek henüz tamamlanmadı',
  en: 'The first request with this idempotency key has not ended yet',
})

const OTHER_REQUEST = new ApiError(422, '1422', {
  tr: 'Idempotency key başka bir istekte kullanılmış',
  en: 'The idempotency key was used for another request',
})
