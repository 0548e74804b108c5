import { createHmac } from 'node:crypto'
import { type Dispatcher, request } from 'undici'
import type { Merchant } from '../../seed/seed'
import type { Delivery, WebhookEvent } from './event'

const PATIENCE = 10_000

export interface Posting {
  readonly event: WebhookEvent
  readonly merchant: Merchant
  readonly url: string
  readonly dispatcher: Dispatcher
  /** Sandbox time, for the record. */
  readonly at: number
}

/** One try: posts the event and says what the merchant answered. Never throws. */
export async function postEvent({ event, merchant, url, dispatcher, at }: Posting): Promise<Delivery> {
  const started = Date.now()
  const done = (result: Pick<Delivery, 'status' | 'error'>) => ({
    at,
    url,
    ms: Date.now() - started,
    ...result,
  })
  try {
    const answer = await request(url, {
      method: 'POST',
      headers: webhookHeaders(event, merchant.webhookKey),
      body: webhookBody(event),
      dispatcher,
      signal: AbortSignal.timeout(PATIENCE),
    })
    await answer.body.dump()
    return done({ status: answer.statusCode })
  } catch (error) {
    return done({ error: reasonOf(error) })
  }
}

/** ECONNREFUSED, UND_ERR_…, TimeoutError: the short name of why nobody answered. */
function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'no answer'
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'name' in error ? String(error.name) : 'no answer'
}

export function webhookHeaders(event: WebhookEvent, webhookKey: string): Record<string, string> {
  const json = { 'content-type': 'application/json' }
  return event.tokenOnlyUrl ? json : { ...json, 'x-cg-signature-v1': signWebhook(webhookKey, event) }
}

/** The JSON text that is posted. */
export function webhookBody({
  eventType,
  eventTime,
  eventTimestamp,
  status,
  payloadId,
  payload,
  tokenOnlyUrl,
}: WebhookEvent): string {
  if (tokenOnlyUrl) return JSON.stringify({ token: payloadId })
  return JSON.stringify({ eventType, eventTime, eventTimestamp, status, payloadId, payload })
}

type Signed = Pick<WebhookEvent, 'eventType' | 'eventTimestamp' | 'status' | 'payloadId'>

/** x-cg-signature-v1: Base64 HMAC-SHA256 of the four fields, with nothing between them. */
export function signWebhook(
  webhookKey: string,
  { eventType, eventTimestamp, status, payloadId }: Signed,
): string {
  const text = `${eventType}${eventTimestamp}${status}${payloadId}`
  return createHmac('sha256', webhookKey).update(text, 'utf8').digest('base64')
}
