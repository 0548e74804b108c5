import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { logError } from '../logger'
import type { ParsedOptions } from '../options/options'
import {
  type EndpointDependencies,
  equalInConstantTime,
  type IncomingRequest,
  plain,
  readBody,
} from './endpoint'
import { refuseForged } from './forged-webhook'
import { act, type SignedEvent, type WebhookEvent } from './webhook-events'

const LIMITS = { mediaType: 'application/json', maxBytes: 64 * 1024 }

/**
 * POST {base}/webhook: a signed event. 401 for a wrong signature, 503 when it could not be handled now (Craftgate
 * delivers again), 200 otherwise, also for what concerns nobody here.
 */
export async function webhook(deps: EndpointDependencies, incoming: IncomingRequest): Promise<Response> {
  if (incoming.request.method !== 'POST') return plain(incoming, 'method not allowed', 405, { allow: 'POST' })
  const body = await readBody(incoming.request, LIMITS)
  if (body.kind === 'refused') return plain(incoming, 'refused', body.status)
  const event = parseWebhook(body.text)
  if (event === undefined) return plain(incoming, 'not an event', 400)
  const signature = incoming.request.headers.get('x-cg-signature-v1') ?? ''
  const signers = signersOf(event, signature, deps.options.merchants)
  if (signers.length === 0) return refuseForged(deps, incoming, event)
  for (const merchant of signers) deps.connections.webhookCame(merchant)
  return handleOnce(deps, incoming, { event, signers, key: eventKeyOf(event, signers) })
}

/** An event is marked only after it was acted on, so that a failure leaves it to the next delivery. */
async function handleOnce(
  deps: EndpointDependencies,
  incoming: IncomingRequest,
  signed: SignedEvent,
): Promise<Response> {
  try {
    if (await deps.platform.eventHandled(signed.key)) return plain(incoming, 'already', 200)
    const acted = await act(deps, signed)
    if (acted) await deps.platform.markEventHandled(signed.key)
    return plain(incoming, acted ? 'ok' : 'ignored', 200)
  } catch (error) {
    deps.logger.error('A webhook could not be handled now; Craftgate will deliver it again', {
      requestId: incoming.requestId,
      eventType: signed.event.eventType,
      error: logError(error),
    })
    return plain(incoming, 'try again', 503)
  }
}

const word = z.union([z.string().max(200), z.number().transform(String)])

/** The four signed fields. `payload` is not signed, so it is not even read. */
const eventShape = z.object({ eventType: word, eventTimestamp: word, status: word, payloadId: word })

/** The signed fields of a webhook's body; undefined for what is no webhook at all. */
export function parseWebhook(body: string): WebhookEvent | undefined {
  try {
    return eventShape.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

/** The value of `x-cg-signature-v1` (developer.craftgate.io/webhook/transaction-webhook). */
export function webhookSignature(webhookKey: string, event: WebhookEvent): string {
  const { eventType, eventTimestamp, status, payloadId } = event
  const signed = `${eventType}${eventTimestamp}${status}${payloadId}`
  return createHmac('sha256', webhookKey).update(signed).digest('base64')
}

/** Names of the merchants whose key signed the event; every key is tried, in constant time each. */
function signersOf(
  event: WebhookEvent,
  signature: string,
  merchants: ParsedOptions['merchants'],
): readonly string[] {
  return Object.entries(merchants)
    .filter(([, { webhookKey }]) => equalInConstantTime(webhookSignature(webhookKey, event), signature))
    .map(([name]) => name)
}

/** One key for all deliveries of an event: 64 hex characters. */
function eventKeyOf(event: WebhookEvent, signers: readonly string[]): string {
  const { eventType, eventTimestamp, status, payloadId } = event
  const deps = [signers.join(','), eventType, eventTimestamp, status, payloadId]
  return createHash('sha256').update(JSON.stringify(deps)).digest('hex')
}
