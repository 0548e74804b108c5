// Refunds that the shop did not ask for: made in Craftgate's own panel, or by another program with the same keys.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { RefundElsewhere } from '../commerce'
import { momentOf } from '../istanbul-time'
import type { CurrencyCode } from '../money'
import { readAmount, retrieveReport } from '../payment'
import type { PaymentOperation, PaymentRef } from '../platform'
import { attemptOf, type OperationsDeps } from './context'
import { type RefundRecord, refundShape, transactionRefundsOf } from './transaction-refund'

const STATES: Readonly<Record<string, RefundElsewhere['state']>> = {
  SUCCESS: 'done',
  WAITING: 'waiting',
  FAILURE: 'failed',
}

/**
 * Those of all payments of an attempt, oldest first: cancellations, which are refunds of the whole payment, and refunds of its
 * transactions. What bears the key of a step of ours is ours. Throws CraftgateError.
 * developer.craftgate.io/api/payment-reports/retrieve-payment-refunds
 */
export async function refundsElsewhere(
  deps: OperationsDeps,
  payment: PaymentRef,
): Promise<readonly RefundElsewhere[]> {
  const { lead, paymentIds, expected } = await attemptOf(deps, payment)
  const client = deps.clientFor(payment.account)
  const { currency } = expected ?? (await retrieveReport(client, payment.paymentId)).price
  const ours = keysOf(await deps.platform.operationsOf(lead))
  const records = await Promise.all(paymentIds.map((paymentId) => refundsOf(client, paymentId)))
  return records
    .flat()
    .filter(({ conversationId }) => conversationId == null || !ours.has(conversationId))
    .flatMap((record) => elsewhere(record, currency))
    .sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0))
}

const keysOf = (operations: readonly PaymentOperation[]): ReadonlySet<string> =>
  new Set(
    operations.flatMap(({ steps }) => steps.flatMap(({ key, earlierKeys = [] }) => [key, ...earlierKeys])),
  )

const refundsShape = z.object({ items: z.array(refundShape) })

/** A refund of the whole that has no number is told by the refunds of its transactions. */
async function refundsOf(client: CraftgateClient, paymentId: number): Promise<readonly RefundRecord[]> {
  const [whole, parts] = await Promise.all([
    client.call('retrievePaymentRefunds', { path: { paymentId } }),
    transactionRefundsOf(client, { paymentId }),
  ])
  const { items } = readAnswer(refundsShape, whole, 'refunds of a payment')
  return [...items.filter(({ id }) => id != null), ...parts]
}

function elsewhere(record: RefundRecord, currency: CurrencyCode): readonly RefundElsewhere[] {
  const { status, refundPrice, createdDate } = record
  const state = STATES[status]
  if (state === undefined || refundPrice == null) return []
  return [{ state, amount: readAmount(refundPrice, record.currency ?? currency), at: momentOf(createdDate) }]
}
