import { randomUUID } from 'node:crypto'
import { localTimeWithMicros } from '../clock/istanbul'
import type { SandboxContext } from '../context'
import type { WebhookEvent } from './event'

/** developer.craftgate.io/webhook/transaction-webhook: about 30 seconds after what happened. */
const FIRST_DELAY = 30_000

type WebhookInput = Pick<
  WebhookEvent,
  'merchant' | 'eventType' | 'status' | 'payloadId' | 'payload' | 'tokenOnlyUrl'
>

export function enqueueWebhook(ctx: SandboxContext, input: WebhookInput): void {
  const now = ctx.clock.now()
  ctx.state.webhooks.push({
    id: randomUUID(),
    ...input,
    eventTime: localTimeWithMicros(now),
    eventTimestamp: Math.floor(now / 1000),
    dueAt: now + FIRST_DELAY,
    state: 'pending',
    deliveries: [],
  })
}
