import { randomUUID } from 'node:crypto'
import { localTimeWithMicros } from '../clock/istanbul'
import type { Payment } from '../payments/payment'
import type { World } from '../world'
import type { EventType, WebhookEvent } from './event'

/** developer.craftgate.io/webhook/transaction-webhook: about 30 seconds after what happened. */
const FIRST_DELAY = 30_000

type News = Pick<WebhookEvent, 'merchant' | 'eventType' | 'status' | 'payloadId' | 'tokenOnlyUrl'>

export function announce(world: World, news: News): void {
  const now = world.clock.now()
  world.state.webhooks.push({
    id: randomUUID(),
    ...news,
    eventTime: localTimeWithMicros(now),
    eventTimestamp: Math.floor(now / 1000),
    dueAt: now + FIRST_DELAY,
    state: 'pending',
    deliveries: [],
  })
}

/**
 * Tells of a payment. API payments are told whatever came of them; the hosted page tells only of successes and of
 * what the fraud rules caught, by its token. A held payment is told when it is released.
 */
export function announcePayment(world: World, payment: Payment, eventType: EventType): void {
  if (payment.held) return
  const { merchant, checkoutToken } = payment
  const status = payment.status === 'FAILURE' ? 'FAILURE' : 'SUCCESS'
  if (checkoutToken === undefined) {
    announce(world, { merchant, eventType, status, payloadId: String(payment.id) })
    return
  }
  if (payment.status !== 'SUCCESS' && !payment.fraud) return
  announce(world, { merchant, eventType: 'CHECKOUTFORM_AUTH', status, payloadId: checkoutToken })
  announceToken(world, payment, checkoutToken)
}

function announceToken(world: World, { merchant }: Payment, token: string): void {
  const checkout = world.state.checkouts.find((candidate) => candidate.token === token)
  if (!checkout?.merchantWebhookUrl) return
  const tokenOnlyUrl = checkout.merchantWebhookUrl
  announce(world, {
    merchant,
    eventType: 'CHECKOUTFORM_AUTH',
    status: 'SUCCESS',
    payloadId: token,
    tokenOnlyUrl,
  })
}
