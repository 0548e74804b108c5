import { createHash, createHmac } from 'node:crypto'
import { z } from 'zod'
import { accountOf } from '../account'
import type { CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import type { ParsedOptions } from '../options'
import { idShape } from '../payment'
import type { CheckoutRecord } from '../platform'
import {
  type EndpointDependencies,
  equalInConstantTime,
  type IncomingRequest,
  plain,
  readBody,
} from './endpoint'

const LIMITS = { mediaType: 'application/json', maxBytes: 64 * 1024 }

interface SignedEvent {
  readonly event: WebhookEvent
  readonly signers: readonly string[]
  readonly key: string
}

/**
 * POST {base}/webhook: a signed event. 401 for a wrong signature, 503 when it could not be handled now (Craftgate
 * delivers again), 200 otherwise, also for what concerns nobody here.
 */
export async function webhook(deps: EndpointDependencies, incoming: IncomingRequest): Promise<Response> {
  if (incoming.request.method !== 'POST') return plain(incoming, 'method not allowed', 405, { allow: 'POST' })
  const body = await readBody(incoming.request, LIMITS)
  if (body.kind === 'refused') return plain(incoming, 'refused', body.status)
  const event = parseEvent(body.text)
  if (event === undefined) return plain(incoming, 'not an event', 400)
  const signature = incoming.request.headers.get('x-cg-signature-v1') ?? ''
  const signers = signersOf(event, signature, deps.options.merchants)
  if (signers.length === 0) return refuseForged(deps, incoming)
  return handleOnce(deps, incoming, { event, signers, key: eventKeyOf(event, signers) })
}

function refuseForged({ logger, mayLog }: EndpointDependencies, incoming: IncomingRequest): Response {
  if (mayLog('forged')) {
    logger.warn(
      'A webhook with a wrong signature was refused; check webhookKey if this repeats (said once a minute)',
      {
        requestId: incoming.requestId,
      },
    )
  }
  return plain(incoming, 'wrong signature', 401)
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

/** True when the event concerned something here. New event types may come at any time: they concern nobody. */
async function act(deps: EndpointDependencies, signed: SignedEvent): Promise<boolean> {
  switch (signed.event.eventType) {
    case 'CHECKOUTFORM_AUTH':
    case 'MULTI_PAYMENT_COMPLETED':
    case 'MULTI_PAYMENT_EXPIRED':
      return settleToken(deps, signed)
    case 'API_AUTH':
    case 'API_VERIFY_AND_AUTH':
    case 'THREEDS_VERIFY':
    case 'BNPL_NOTIFICATION':
      return settlePayment(deps, signed)
    case 'BKM_EXPRESS_PAYMENT_NOTIFICATION':
      return settleToken(deps, signed, signed.event.status === 'SUCCESS' ? deps.settleApproved : undefined)
    case 'BANK_ACCOUNT_TRACKING_RECORD':
      return noteTransfer(deps, signed)
    case 'REFUND':
    case 'REFUND_TX':
      return resumeRefund(deps, signed)
    default:
      return false
  }
}

async function settleToken(
  deps: EndpointDependencies,
  { event, signers }: SignedEvent,
  settle: (record: CheckoutRecord) => Promise<unknown> = (record) =>
    deps.settleNotified(record, 'notification'),
): Promise<boolean> {
  const record = await deps.platform.findCheckout({ token: event.payloadId })
  const isOurs = signers.some((merchant) => accountOf(deps.options, merchant) === record?.account)
  if (record === undefined || !isOurs) return false
  await settle(record)
  return true
}

/** A payment id means something only in the account whose key signed the event; several merchants may share a key. */
async function settlePayment(deps: EndpointDependencies, { event, signers }: SignedEvent): Promise<boolean> {
  const paymentId = Number(event.payloadId)
  if (!Number.isSafeInteger(paymentId)) return false
  let found = false
  for (const merchant of signers) {
    const account = accountOf(deps.options, merchant)
    const record = await deps.platform.findCheckout({ account, paymentId })
    if (record === undefined) continue
    await deps.settleNotified(record, 'notification')
    found = true
  }
  return found
}

/** The event names a transfer; who sent how much is asked of Craftgate, and a person says what it is for. */
async function noteTransfer(deps: EndpointDependencies, { event, signers }: SignedEvent): Promise<boolean> {
  const id = Number(event.payloadId)
  if (!Number.isSafeInteger(id)) return false
  let found = false
  for (const merchant of signers) {
    if (await deps.noteTransfer(accountOf(deps.options, merchant), id)) found = true
  }
  return found
}

/** The event names a refund, and Craftgate knows of which payment; what is open of that payment is asked about. */
async function resumeRefund(deps: EndpointDependencies, { event, signers }: SignedEvent): Promise<boolean> {
  const refundId = Number(event.payloadId)
  if (!Number.isSafeInteger(refundId)) return false
  let found = false
  for (const merchant of signers) {
    const account = accountOf(deps.options, merchant)
    const paymentId = await paymentOfRefund(deps.clientFor(account), event.eventType, refundId)
    if (paymentId === undefined) continue
    const payment = { account, paymentId }
    if ((await deps.platform.findCheckout(payment)) === undefined) continue
    const { problems } = await deps.resumeOperations({ payment })
    if (problems.length > 0) deps.logger.warn('Some refunds are still open', { problems })
    found = true
  }
  return found
}

const refundShape = z.object({ paymentId: idShape })

/** Undefined for a refund that Craftgate does not know in this account, or not with its payment. */
async function paymentOfRefund(
  client: CraftgateClient,
  eventType: string,
  refundId: number,
): Promise<number | undefined> {
  try {
    const refund: unknown =
      eventType === 'REFUND'
        ? await client.call('retrievePaymentRefund', { path: { refundId } })
        : await client.call('retrievePaymentTransactionRefund', {
            path: { paymentTransactionRefundId: refundId },
          })
    return refundShape.safeParse(refund).data?.paymentId
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

const word = z.union([z.string().max(200), z.number().transform(String)])

/** The four signed fields. `payload` is not signed, so it is not even read. */
const eventShape = z.object({ eventType: word, eventTimestamp: word, status: word, payloadId: word })

export type WebhookEvent = z.output<typeof eventShape>

/** Undefined for what is no event at all. */
function parseEvent(body: string): WebhookEvent | undefined {
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
