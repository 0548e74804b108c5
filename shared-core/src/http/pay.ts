import type { Opener, StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { isTooManyRequests } from '../rate-limit'
import { directPage } from './direct-pages'
import {
  type EndpointDependencies,
  goOnPage,
  type HttpDependencies,
  type IncomingRequest,
  page,
  readBody,
  returnToShop,
  tooMany,
} from './endpoint'
import { backOutOfFrame, inFrame, openInWindow } from './frame'
import { isPaySignature, proofIn } from './pay-link'
import { seeOther } from './shopper-page'

const RETRY_AFTER_SECONDS = '20'
const METHODS = ['GET', 'HEAD', 'POST']

/**
 * {base}/pay/:reference?sig=…: starts the hosted page, or leads back to the shop when nothing is left to pay. Links are
 * also opened by what is no shopper (previews of messengers, browsers that fetch ahead): such a request starts nothing and
 * gets a page whose button POSTs to the same address. `&method=…` names one way to pay, which may have pages of its own; with
 * `&on=page` it is opened on the hosted page. With `&frame=true`, where the shop allows it, the hosted page is opened in a frame. 429
 * for an address that comes too often.
 */
export async function pay(
  deps: EndpointDependencies,
  received: IncomingRequest,
  reference: string,
): Promise<Response> {
  const incoming = inFrame(deps.options, received)
  const { request, client } = incoming
  if (!METHODS.includes(request.method)) return page(incoming, 'refused', 405, { allow: METHODS.join(', ') })
  const { searchParams } = new URL(request.url)
  const secrets = deps.options.linkSecret
  if (!isPaySignature(secrets, reference, searchParams.get('sig'))) return page(incoming, 'not-found', 404)
  try {
    const record = await deps.platform.findCheckout({ reference })
    if (record === undefined) return page(incoming, 'not-found', 404)
    if (isAhead(request)) return goOnPage(incoming)
    const answers = await answersIn(deps, request)
    if (answers === 'refused') return page(incoming, 'refused', 403)
    const claim = { secrets, reference, opener: searchParams.get('opener'), now: deps.clock() }
    const method = searchParams.get('method') ?? undefined
    const wantsPage = searchParams.get('on') === 'page'
    const acts = { isActing: isActing(request), method, wantsPage, answers }
    const opener = { ...client, provesToBe: proofIn(claim), ...acts }
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

async function lead(
  deps: HttpDependencies,
  incoming: IncomingRequest,
  started: StartResult,
): Promise<Response> {
  const isFramed = incoming.framedBy !== undefined
  switch (started.kind) {
    case 'ask-shopper':
      return goOnPage(incoming)
    case 'finished': {
      const back = await returnToShop(deps, incoming, started.settled)
      return isFramed ? backOutOfFrame(incoming, back) : back
    }
    case 'page':
      return hostedPage(deps, started, isFramed)
    default:
      return isFramed ? openInWindow(incoming) : directPage({ ...incoming, amount: started.amount }, started)
  }
}

function hostedPage(
  { options }: HttpDependencies,
  { pageUrl, locale }: Extract<StartResult, { kind: 'page' }>,
  isFramed: boolean,
): Response {
  const address = new URL(pageUrl)
  address.searchParams.set('lang', locale)
  if (options.checkout.animatedCard) address.searchParams.set('animatedCard', 'true')
  if (isFramed) address.searchParams.set('iframe', 'true')
  return seeOther(address.href)
}

const FORM = { mediaType: 'application/x-www-form-urlencoded', maxBytes: 16 * 1024 }

/** What a page of ours sent; `refused` when it is too much, or another site sent it. */
async function answersIn(
  { options }: HttpDependencies,
  request: Request,
): Promise<Opener['answers'] | 'refused'> {
  const isForm = request.headers.get('content-type')?.startsWith(FORM.mediaType) ?? false
  if (request.method !== 'POST' || !isForm) return undefined
  if (!isFromHere(request.headers, options.publicUrl)) return 'refused'
  const body = await readBody(request, FORM)
  if (body.kind === 'refused') return 'refused'
  const fields = Object.fromEntries(new URLSearchParams(body.text))
  return Object.keys(fields).length > 0 ? fields : undefined
}

/** Browsers say it by one header or the other; what sends neither is no browser, and has nobody's login. */
function isFromHere(headers: Headers, publicUrl: string): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  return origin === null || origin === new URL(publicUrl).origin
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
