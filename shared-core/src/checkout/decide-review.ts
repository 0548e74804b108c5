// The merchant's decision about a payment that Craftgate's fraud rules marked for review.
// developer.craftgate.io/fraud-management/fraud-checks
import type { CraftgateClient } from '../client/craftgate-client'
import type { ReviewDecision } from '../commerce'
import { decideFraudCheck, type FraudCheck, reviewError, reviewsOf } from '../fraud/fraud-checks'
import { logError } from '../logger'
import { retrieveReport } from '../payment'
import type { CheckoutRecord } from '../platform'
import { type CheckoutDependencies, isTaken, latest, retryOnConcurrentWrite } from './record'
import { isRejected, writeRejection } from './rejection'
import { settleCheckout } from './settle'

/**
 * Approved: Craftgate hears NOT_FRAUD, and the order goes on as paid. Rejected: Craftgate hears FRAUD, the order loses the
 * payment and is cancelled, and the money goes back. Who decides first has decided: in this shop one at a time for a payment,
 * and what Craftgate's own panel decided counts as well. Money of which a part went back meanwhile can only be rejected.
 * What could not be finished now is carried on by itself. Answers the record as it stands then.
 */
export async function decideReview(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
  decision: ReviewDecision,
): Promise<CheckoutRecord> {
  const record = await upToDate(deps, checkout)
  const [paymentId] = record.paymentIds
  if (paymentId === undefined) throw reviewError('no-review')
  const work = () => retryOnConcurrentWrite(() => decide(deps, record, decision))
  const decided = await deps.platform.exclusively({ account: record.account, paymentId }, work)
  return finish(deps, decided)
}

/** A payment of an attempt that nobody has heard of yet is under review only once its order knows it. */
async function upToDate(deps: CheckoutDependencies, checkout: CheckoutRecord): Promise<CheckoutRecord> {
  const record = await latest(deps, checkout)
  return record.state === 'open' || record.state === 'expired'
    ? (await settleCheckout(deps, record, 'ask')).record
    : record
}

async function decide(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
  decision: ReviewDecision,
): Promise<CheckoutRecord> {
  const record = await latest(deps, checkout)
  if (isRejected(record)) {
    if (decision === 'approve') throw reviewError('rejected-already')
    return record
  }
  if (isTaken(record.state)) {
    if (decision === 'reject') throw reviewError('approved-already')
    return record
  }
  if (record.state !== 'review') throw reviewError('no-review')
  const client = deps.clientFor(record.account)
  const reviews = await reviewsOf(client, record.paymentIds)
  if (decision === 'reject') {
    await decideAll(client, reviews, 'FRAUD')
    return writeRejection(deps, record)
  }
  await requireMoney(client, record)
  await decideAll(client, reviews, 'NOT_FRAUD')
  return record
}

/** Of an attempt that was paid by several payments each may be under review. */
async function decideAll(
  client: CraftgateClient,
  reviews: readonly FraudCheck[],
  wanted: 'FRAUD' | 'NOT_FRAUD',
): Promise<void> {
  if (reviews.length === 0) throw reviewError('no-review')
  const contrary = wanted === 'FRAUD' ? 'NOT_FRAUD' : 'FRAUD'
  const isContrary = ({ status }: FraudCheck) => status === contrary
  if (wanted === 'FRAUD' ? reviews.every(isContrary) : reviews.some(isContrary))
    throw reviewError(wanted === 'FRAUD' ? 'approved-already' : 'rejected-already')
  for (const review of reviews)
    if (review.status === 'WAITING') await decideFraudCheck(client, review, wanted)
}

/** What went back in Craftgate's panel or in the shop pays no order. */
async function requireMoney(client: CraftgateClient, { paymentIds }: CheckoutRecord): Promise<void> {
  const reports = await Promise.all(paymentIds.map((paymentId) => retrieveReport(client, paymentId)))
  if (reports.some(({ refunded }) => refunded !== 'nothing')) throw reviewError('money-gone')
}

/** The decision stands at Craftgate or in the record, so what the shop cannot do now it does at the next check. */
async function finish(deps: CheckoutDependencies, record: CheckoutRecord): Promise<CheckoutRecord> {
  try {
    return (await settleCheckout(deps, record, 'ask')).record
  } catch (error) {
    const facts = { checkout: record.id, error: logError(error) }
    deps.logger.warn('A review was decided; the order follows at the next check', facts)
    return latest(deps, record)
  }
}
