import { type WebhookEvent, webhookSignature } from '@craftgate-commerce/core/adapter'

export const SIGNATURE_HEADER = 'x-cg-signature-v1'

/** As long as Craftgate itself waits. */
const ANSWER_MS = 10_000

/** What a shop answered: `status` is 0 when it could not be reached. */
export interface Delivery {
  readonly status: number
  readonly body: string
}

/** Delivers a webhook as Craftgate does. Never throws. */
export async function deliver(url: string, body: string, signature: string): Promise<Delivery> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [SIGNATURE_HEADER]: signature },
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
    })
    return { status: answer.status, body: await answer.text() }
  } catch (error) {
    return { status: 0, body: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

/** `none` when there is no key to check it with. */
export function signatureState(
  event: WebhookEvent,
  signature: string,
  webhookKey: string | undefined,
): 'right' | 'wrong' | 'none' {
  if (!webhookKey) return 'none'
  return webhookSignature(webhookKey, event) === signature ? 'right' : 'wrong'
}
