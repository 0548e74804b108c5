import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import type { ParsedOptions } from '../options'
import { equalInConstantTime } from './constant-time'

const word = z.union([z.string().max(200), z.number().transform(String)])

/** The four signed fields. `payload` is not signed, so it is not even read. */
const eventShape = z.object({ eventType: word, eventTimestamp: word, status: word, payloadId: word })

export type WebhookEvent = z.output<typeof eventShape>

/** Undefined for what is no event at all. */
export function parseEvent(body: string): WebhookEvent | undefined {
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
export function signersOf(
  event: WebhookEvent,
  signature: string,
  merchants: ParsedOptions['merchants'],
): readonly string[] {
  return Object.entries(merchants)
    .filter(([, { webhookKey }]) => equalInConstantTime(webhookSignature(webhookKey, event), signature))
    .map(([name]) => name)
}

/** One key for all deliveries of an event: 64 hex characters. */
export function eventKeyOf(event: WebhookEvent, signers: readonly string[]): string {
  const { eventType, eventTimestamp, status, payloadId } = event
  const parts = [signers.join(','), eventType, eventTimestamp, status, payloadId]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
