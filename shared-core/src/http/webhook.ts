import { accountOf } from '../account'
import { logError } from '../log-error'
import { plain } from './answers'
import type { InboundParts, Visit } from './inbound-parts'
import { readBody } from './read-body'
import { eventKeyOf, parseEvent, signersOf, type WebhookEvent } from './webhook-event'

const LIMITS = { mediaType: 'application/json', maxBytes: 64 * 1024 }

interface Knock {
  readonly event: WebhookEvent
  readonly signers: readonly string[]
  readonly key: string
}

/**
 * POST {base}/webhook: a signed knock. 401 for a wrong signature, 503 when it could not be handled now (Craftgate
 * delivers again), 200 otherwise, also for what concerns nobody here.
 */
export async function webhook(parts: InboundParts, visit: Visit): Promise<Response> {
  if (visit.request.method !== 'POST') return plain(visit, 'method not allowed', 405, { allow: 'POST' })
  const body = await readBody(visit.request, LIMITS)
  if (body.kind === 'refused') return plain(visit, 'refused', body.status)
  const event = parseEvent(body.text)
  if (event === undefined) return plain(visit, 'not an event', 400)
  const signature = visit.request.headers.get('x-cg-signature-v1') ?? ''
  const signers = signersOf(event, signature, parts.options.merchants)
  if (signers.length === 0) return refuseForged(parts, visit)
  return handleOnce(parts, visit, { event, signers, key: eventKeyOf(event, signers) })
}

function refuseForged({ logger }: InboundParts, visit: Visit): Response {
  logger.warn('A webhook with a wrong signature was refused; check webhookKey if this repeats', {
    requestId: visit.requestId,
  })
  return plain(visit, 'wrong signature', 401)
}

/** An event is marked only after it was acted on, so that a failure leaves it to the next delivery. */
async function handleOnce(parts: InboundParts, visit: Visit, knock: Knock): Promise<Response> {
  try {
    if (await parts.platform.eventHandled(knock.key)) return plain(visit, 'already', 200)
    const acted = await act(parts, knock)
    if (acted) await parts.platform.markEventHandled(knock.key)
    return plain(visit, acted ? 'ok' : 'ignored', 200)
  } catch (error) {
    parts.logger.error('A webhook could not be handled now; Craftgate will deliver it again', {
      requestId: visit.requestId,
      eventType: knock.event.eventType,
      error: logError(error),
    })
    return plain(visit, 'try again', 503)
  }
}

/** True when the event concerned something here. New event types may come at any time: they concern nobody. */
async function act(parts: InboundParts, knock: Knock): Promise<boolean> {
  switch (knock.event.eventType) {
    case 'CHECKOUTFORM_AUTH':
      return settleToken(parts, knock)
    case 'API_AUTH':
    case 'API_VERIFY_AND_AUTH':
    case 'THREEDS_VERIFY':
      return settlePayment(parts, knock)
    case 'REFUND':
    case 'REFUND_TX':
      return resumeRefunds(parts)
    default:
      return false
  }
}

async function settleToken(parts: InboundParts, { event, signers }: Knock): Promise<boolean> {
  const record = await parts.platform.findCheckout({ token: event.payloadId })
  const isOurs = signers.some((merchant) => accountOf(parts.options, merchant) === record?.account)
  if (record === undefined || !isOurs) return false
  await parts.settle(record)
  return true
}

/** A payment id means something only in the account whose key signed the event; several merchants may share a key. */
async function settlePayment(parts: InboundParts, { event, signers }: Knock): Promise<boolean> {
  const paymentId = Number(event.payloadId)
  if (!Number.isSafeInteger(paymentId)) return false
  let found = false
  for (const merchant of signers) {
    const account = accountOf(parts.options, merchant)
    const record = await parts.platform.findCheckout({ account, paymentId })
    if (record === undefined) continue
    await parts.settle(record)
    found = true
  }
  return found
}

/** The event names a refund, not a payment; what is still open is asked about as a whole. */
async function resumeRefunds({ resumeOperations, logger }: InboundParts): Promise<boolean> {
  const { troubles } = await resumeOperations()
  if (troubles.length > 0) logger.warn('Some refunds are still open', { troubles })
  return true
}
