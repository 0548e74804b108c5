import { createHmac } from 'node:crypto'
import type { StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import type { ParsedOptions } from '../options'
import {
  equalInConstantTime,
  type HttpDependencies,
  type IncomingRequest,
  page,
  returnToShop,
  seeOther,
} from './endpoint'

const signatureOf = (secret: string, reference: string): string =>
  createHmac('sha256', secret).update(reference).digest('base64url')

/** The absolute address that the shopper's browser opens; nobody can make one for another reference. */
export function payLink(options: ParsedOptions, reference: string): string {
  const { publicUrl, basePath, linkSecret } = options
  const signature = signatureOf(linkSecret, reference)
  return `${publicUrl}${basePath}/pay/${encodeURIComponent(reference)}?sig=${signature}`
}

const isPaySignature = (secret: string, reference: string, signature: string | null): boolean =>
  signature !== null && equalInConstantTime(signatureOf(secret, reference), signature)

const RETRY_AFTER_SECONDS = '20'

/** GET {base}/pay/:reference?sig=…: starts the hosted page, or leads back to the shop when nothing is left to pay. */
export async function pay(
  deps: HttpDependencies,
  incoming: IncomingRequest,
  reference: string,
): Promise<Response> {
  if (incoming.request.method !== 'GET') return page(incoming, 'refused', 405, { allow: 'GET' })
  const signature = new URL(incoming.request.url).searchParams.get('sig')
  if (!isPaySignature(deps.options.linkSecret, reference, signature)) return page(incoming, 'not-found', 404)
  try {
    const record = await deps.platform.findCheckout({ reference })
    if (record === undefined) return page(incoming, 'not-found', 404)
    return await lead(deps, incoming, await deps.start(record, incoming.client))
  } catch (error) {
    return explain(deps, incoming, error)
  }
}

function lead(
  deps: HttpDependencies,
  incoming: IncomingRequest,
  started: StartResult,
): Response | Promise<Response> {
  if (started.kind === 'finished') return returnToShop(deps, incoming, started.settled)
  const address = new URL(started.pageUrl)
  address.searchParams.set('lang', started.locale)
  if (deps.options.checkout.animatedCard) address.searchParams.set('animatedCard', 'true')
  return seeOther(address.href)
}

/** Nobody has paid anything yet, so the worst that an error here costs is another try. */
function explain({ logger }: HttpDependencies, incoming: IncomingRequest, error: unknown): Response {
  logger.error('The payment page could not be opened', {
    requestId: incoming.requestId,
    error: logError(error),
  })
  return isPassing(error)
    ? page(incoming, 'unavailable', 503, { 'retry-after': RETRY_AFTER_SECONDS })
    : page(incoming, 'failed', 500)
}

const isPassing = (error: unknown): boolean =>
  CraftgateError.is(error) && (error.kind === 'unavailable' || error.kind === 'unknown-outcome')
