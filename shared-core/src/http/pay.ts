import type { StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { isTooManyRequests } from '../rate-limit'
import {
  type EndpointDependencies,
  goOnPage,
  type HttpDependencies,
  type IncomingRequest,
  page,
  returnToShop,
  seeOther,
  tooMany,
} from './endpoint'
import { isPaySignature, proofIn } from './pay-link'

const RETRY_AFTER_SECONDS = '20'
const METHODS = ['GET', 'HEAD', 'POST']

/**
 * {base}/pay/:reference?sig=…: starts the hosted page, or leads back to the shop when nothing is left to pay. Links are
 * also opened by what is no shopper (previews of messengers, browsers that fetch ahead): such a request starts nothing and
 * gets a page whose button POSTs to the same address. 429 for an address that comes too often.
 */
export async function pay(
  deps: EndpointDependencies,
  incoming: IncomingRequest,
  reference: string,
): Promise<Response> {
  const { request, client } = incoming
  if (!METHODS.includes(request.method)) return page(incoming, 'refused', 405, { allow: METHODS.join(', ') })
  const { searchParams } = new URL(request.url)
  const secrets = deps.options.linkSecret
  if (!isPaySignature(secrets, reference, searchParams.get('sig'))) return page(incoming, 'not-found', 404)
  try {
    const record = await deps.platform.findCheckout({ reference })
    if (record === undefined) return page(incoming, 'not-found', 404)
    if (isAhead(request)) return goOnPage(incoming)
    const claim = { secrets, reference, opener: searchParams.get('opener'), now: deps.clock() }
    const opener = { ...client, provesToBe: proofIn(claim), isActing: isActing(request) }
    return await lead(deps, incoming, await deps.start(record, opener))
  } catch (error) {
    return isTooManyRequests(error) ? tooMany(deps, incoming) : explain(deps, incoming, error)
  }
}

/** Fetched without a person who waits for the page. */
function isAhead({ method, headers }: Request): boolean {
  if (method === 'POST') return false
  const purpose = `${headers.get('sec-purpose') ?? ''} ${headers.get('purpose') ?? ''}`
  return method === 'HEAD' || /\bprefetch\b/i.test(purpose) || (modeOf(headers) ?? 'navigate') !== 'navigate'
}

/** The browser itself says that a person went here. */
const isActing = ({ method, headers }: Request): boolean =>
  method === 'POST' || modeOf(headers) === 'navigate'

/** Absent in browsers before 2023 and in programs. */
const modeOf = (headers: Headers): string | null => headers.get('sec-fetch-mode')

function lead(
  deps: HttpDependencies,
  incoming: IncomingRequest,
  started: StartResult,
): Response | Promise<Response> {
  if (started.kind === 'ask-shopper') return goOnPage(incoming)
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
