// A sum that is paid in parts, with several cards or ways to pay: one page, one token, a payment for each part.
// developer.craftgate.io/api/payment/multi-payments; its init has no page there, the fields are the official clients'.
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { PageOptions } from '../options/checkout-options'
import {
  compareWithExpected,
  factsOfAttempt,
  type HeldOutcome,
  idShape,
  isHeld,
  judgeOutcome,
  outcomeOfPayment,
  type PaymentFacts,
  type PaymentOutcome,
} from '../payment'
import type { CheckoutRecord } from '../platform'
import type { InitRequest } from './init-request'
import { type CheckoutDependencies, GRACE_MS, isOver } from './record'

type Context = CheckoutRecord['context']

/** True for an attempt whose page takes the sum in parts. No call of Craftgate closes such a page. */
export const isMultiPayment = ({ context }: Pick<CheckoutRecord, 'context'>): boolean =>
  context.multiPayment !== undefined

export function withMultiPayment({ multiPayment: _earlier, ...rest }: Context, isMulti: boolean): Context {
  return isMulti ? { ...rest, multiPayment: 'yes' } : rest
}

/** A pre-authorization has no parts, nor has a page for one way to pay. */
export const takesParts = (
  { multiPayment }: Pick<PageOptions, 'multiPayment'>,
  { record, method }: { readonly record: CheckoutRecord; readonly method?: string },
): boolean => Boolean(multiPayment) && record.phase === 'AUTH' && method === undefined

/** What belongs to one payment only (order number, prices of instalments, a deposit) has no place in it. */
export function multiPaymentRequest(
  { multiPayment }: Pick<PageOptions, 'multiPayment'>,
  request: InitRequest,
): RequestBody<'initMultiPayment'> {
  const { paidPrice, paymentPhase, orderId, merchantWebhookUrl, depositPayment, ...shared } = request
  const { customInstallments, cardBrandInstallments, returnBackUrl, useTopRedirection, ...rest } = shared
  const { routingOptions, fraudParams, clientIp, allowDeleteStoredCard, ...page } = rest
  return typeof multiPayment === 'object' ? { ...page, ...multiPayment } : page
}

const answerShape = z.object({
  multiPaymentStatus: z.string(),
  paymentIds: z.array(idShape).nullish(),
})

/**
 * The truth about such an attempt: completed, the parts together are its payment. Until the page's time is over parts alone
 * are nothing; then they are money that no order can take. Throws CraftgateError when Craftgate cannot be asked.
 */
export async function resolveMultiPayment(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<PaymentOutcome> {
  const client = deps.clientFor(record.account)
  const answer = readAnswer(
    answerShape,
    await client.call('retrieveMultiPayment', { path: { token: record.token ?? '' } }),
    'a payment in parts',
  )
  const isComplete = answer.multiPaymentStatus === 'COMPLETED'
  if (!isComplete && !isOver(record, deps.clock(), GRACE_MS)) return { kind: 'pending' }
  const held = await heldParts(deps, client, answer.paymentIds ?? [])
  const facts = factsOfAttempt(held.map((part) => part.facts))
  if (facts === undefined) return isComplete ? { kind: 'pending' } : { kind: 'expired' }
  if (!isComplete) return incomplete(record, facts)
  const kind = held.some((part) => part.kind === 'review') ? 'review' : 'captured'
  return judgeOutcome(record, { kind, facts })
}

async function heldParts(
  { logger }: CheckoutDependencies,
  client: CraftgateClient,
  paymentIds: readonly number[],
): Promise<readonly HeldOutcome[]> {
  const outcomes = await Promise.all(
    paymentIds.map(async (id) =>
      outcomeOfPayment(await client.call('retrievePayment', { path: { id } }), logger),
    ),
  )
  return outcomes.filter(isHeld)
}

const incomplete = (record: CheckoutRecord, facts: PaymentFacts): PaymentOutcome => ({
  kind: 'mismatch',
  facts,
  differences: compareWithExpected(record, facts),
  moneyHeld: true,
})
