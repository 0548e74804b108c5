import { createHmac } from 'node:crypto'
import type { WebhookEvent } from './event'

type Signed = Pick<WebhookEvent, 'eventType' | 'eventTimestamp' | 'status' | 'payloadId'>

/** x-cg-signature-v1: Base64 HMAC-SHA256 of the four fields, with nothing between them. */
export function signWebhook(
  webhookKey: string,
  { eventType, eventTimestamp, status, payloadId }: Signed,
): string {
  const text = `${eventType}${eventTimestamp}${status}${payloadId}`
  return createHmac('sha256', webhookKey).update(text, 'utf8').digest('base64')
}
