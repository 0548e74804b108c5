import type { StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../log-error'
import { page, seeOther } from './answers'
import type { InboundParts, Visit } from './inbound-parts'
import { isPaySignature } from './pay-link'
import { returnToShop } from './return-to-shop'

const RETRY_AFTER_SECONDS = '20'

/** GET {base}/pay/:reference?sig=…: starts the hosted page, or leads back to the shop when nothing is left to pay. */
export async function pay(parts: InboundParts, visit: Visit, reference: string): Promise<Response> {
  if (visit.request.method !== 'GET') return page(visit, 'refused', 405, { allow: 'GET' })
  const signature = new URL(visit.request.url).searchParams.get('sig')
  if (!isPaySignature(parts.options.linkSecret, reference, signature)) return page(visit, 'not-found', 404)
  try {
    const record = await parts.platform.findCheckout({ reference })
    if (record === undefined) return page(visit, 'not-found', 404)
    return await lead(parts, visit, await parts.start(record, visit.peer))
  } catch (error) {
    return explain(parts, visit, error)
  }
}

function lead(parts: InboundParts, visit: Visit, started: StartResult): Response | Promise<Response> {
  if (started.kind === 'finished') return returnToShop(parts, visit, started.settled)
  const address = new URL(started.pageUrl)
  address.searchParams.set('lang', started.locale)
  if (parts.options.checkout.animatedCard) address.searchParams.set('animatedCard', 'true')
  return seeOther(address.href)
}

/** Nobody has paid anything yet, so the worst that an error here costs is another visit. */
function explain({ logger }: InboundParts, visit: Visit, error: unknown): Response {
  logger.error('The payment page could not be opened', { requestId: visit.requestId, error: logError(error) })
  return isPassing(error)
    ? page(visit, 'unavailable', 503, { 'retry-after': RETRY_AFTER_SECONDS })
    : page(visit, 'failed', 500)
}

const isPassing = (error: unknown): boolean =>
  CraftgateError.is(error) && (error.kind === 'unavailable' || error.kind === 'unknown-outcome')
