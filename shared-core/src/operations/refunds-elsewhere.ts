// Refunds that the shop did not ask for: made in Craftgate's own panel, or by another program with the same keys.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { RefundElsewhere } from '../commerce'
import { momentOf } from '../istanbul-time'
import { type CurrencyCode, type Money, proportion, sum } from '../money'
import { readAmount, retrieveReport } from '../payment'
import type { PaymentOperation, PaymentRef } from '../platform'
import { attemptOf, type OperationsDeps } from './context'
import { noteStanding } from './standing'
import { type RefundRecord, refundShape, transactionRefundsOf } from './transaction-refund'

const STATES: Readonly<Record<string, RefundElsewhere['state']>> = {
  SUCCESS: 'done',
  WAITING: 'waiting',
  FAILURE: 'failed',
}

/**
 * Those of all payments of an attempt, oldest first: cancellations, which are refunds of the whole payment, and refunds of its
 * transactions. What bears the key of a step of ours is ours. The attempt's standing follows what was found. Throws CraftgateError.
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
  const found = records
    .flat()
    .filter(({ conversationId }) => conversationId == null || !ours.has(conversationId))
    .flatMap((record) => elsewhere(record, currency))
    .sort((one, other) => (one.at?.getTime() ?? 0) - (other.at?.getTime() ?? 0))
  await learn(deps, { account: payment.account, lead: lead.paymentId, paymentIds, expected }, found)
  return found
}

interface Learned {
  readonly account: string
  readonly lead: number
  readonly paymentIds: readonly number[]
  /** Absent for a payment of no attempt: no list says how it stands. */
  readonly expected?: Money
}

/** What the card got back is the same part of the order's price; a refund that waits or failed gave nothing back. */
async function learn(
  deps: OperationsDeps,
  { account, lead, paymentIds, expected }: Learned,
  found: readonly RefundElsewhere[],
): Promise<void> {
  if (expected === undefined) return
  const back = found.filter(({ state, amount }) => state === 'done' && amount.currency === expected.currency)
  if (back.length === 0) return
  const client = deps.clientFor(account)
  const reports = await Promise.all(paymentIds.map((id) => retrieveReport(client, id)))
  const paid = sum(
    reports.map(({ paidPrice }) => paidPrice),
    expected.currency,
  )
  const card = sum(
    back.map(({ amount }) => amount),
    expected.currency,
  )
  await noteStanding(deps, { account, paymentId: lead }, proportion(expected, card.minor, paid.minor))
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
