import type { MiddlewareHandler } from 'hono'
import type { SandboxContext } from '../engine/context'
import { ApiError } from '../errors/api-error'
import type { Merchant } from '../seed/seed'
import type { ApiContext, ApiEnv } from './api-context'
import { sameText, sign } from './signature'

/**
 * Lets nobody in whose signature is not exact. "Signature is not equal!" is Craftgate's own text; status 401 and the
 * codes are our guess.
 */
export function signatureAuth({
  merchants,
  faultSettings,
}: Pick<SandboxContext, 'merchants' | 'faultSettings'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const found = findKeys(merchants, c.req.header('x-api-key'))
    if (!found || faultSettings.revokedKeys.includes(found.keys.apiKey)) throw UNKNOWN_KEY
    const body = new Uint8Array(await c.req.arrayBuffer())
    c.set('rawBody', body)
    if (!isSigned(c, found.keys, body)) throw WRONG_SIGNATURE
    c.set('merchant', found.merchant)
    c.set('apiKey', found.keys.apiKey)
    c.set('body', parseBody(body))
    await next()
  }
}

type KeyPair = Pick<Merchant, 'apiKey' | 'secretKey'>

function findKeys(
  merchants: readonly Merchant[],
  apiKey: string | undefined,
): { readonly merchant: Merchant; readonly keys: KeyPair } | undefined {
  for (const merchant of merchants) {
    const keys = [merchant, ...merchant.furtherKeys].find((pair) => pair.apiKey === apiKey)
    if (keys) return { merchant, keys }
  }
  return undefined
}

function isSigned(c: ApiContext, { apiKey, secretKey }: KeyPair, body: Uint8Array): boolean {
  const randomKey = c.req.header('x-rnd-key') ?? ''
  const signature = c.req.header('x-signature') ?? ''
  try {
    const url = sentUrl(c)
    // Java, PHP and Python decode a + of the query as a space before they sign.
    const readings = url.includes('+') ? [url, url.replaceAll('+', ' ')] : [url]
    return readings.some((each) =>
      sameText(sign({ url: each, apiKey, secretKey, randomKey, body }), signature),
    )
  } catch (error) {
    if (error instanceof URIError) return false
    throw error
  }
}

/** The URL as the caller wrote it: the raw path and query behind the host name that was asked for. */
export function sentUrl(c: ApiContext): string {
  const { incoming } = c.env
  const scheme = c.req.header('x-forwarded-proto') ?? 'http'
  return `${scheme}://${incoming.headers.host ?? ''}${incoming.url ?? ''}`
}

function parseBody(body: Uint8Array): unknown {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'), (_key, value: unknown) => value ?? undefined)
  } catch {
    throw MALFORMED
  }
}

const UNKNOWN_KEY = new ApiError(401, '1000', { tr: 'API key bulunamadı', en: 'The API key was not found' })
const WRONG_SIGNATURE = new ApiError(401, '1001', {
  tr: 'Signature is not equal!',
  en: 'Signature is not equal!',
})
const MALFORMED = new ApiError(400, '1002', {
  tr: 'İstek içeriği okunamadı',
  en: 'The request body is not JSON',
})
