import type { OperationResult } from '../commerce'
import { logError } from '../logger'
import { givenBackElsewhereNote, givenBackNote, refusedToGiveBackNote } from '../messages/checkout'
import { OUTSIDE_NOTE } from '../messages/offline-payments'
import { isOutside, paidByLink, paymentMethod } from '../methods'
import { type PaymentFacts, retrieveReport } from '../payment'
import type { CheckoutRecord } from '../platform'
import { type CheckoutDependencies, paymentOf, writeCheckout } from './record'

/** Money that no order can take. */
interface UnexpectedPayment {
  readonly record: CheckoutRecord
  readonly facts: PaymentFacts
  /** Why no order takes the money, for the merchant. */
  readonly note: string
}

/**
 * Writes down that an unexpected payment is refunded; by option that it needs the merchant's review, and logs it
 * loudly; the same where the money never passed Craftgate, and where a merchant chose the payment for the order. Nothing is
 * sent yet: `refundUnexpected` does that, under the key of the attempt, so that a crash at any point is resumed and never
 * repeated.
 */
export async function scheduleRefund(
  deps: CheckoutDependencies,
  { record, facts, note: why }: UnexpectedPayment,
): Promise<CheckoutRecord> {
  const { unexpectedPayments } = deps.options
  const method = paymentMethod(facts.method)
  const isBeyondCraftgate = method !== undefined && isOutside(method)
  const note = isBeyondCraftgate ? `${why}; ${OUTSIDE_NOTE}` : why
  deps.logger.error(note, { checkout: record.id, paymentId: facts.paymentId, unexpectedPayments })
  const isKept = unexpectedPayments === 'keep' || isBeyondCraftgate || paidByLink(record) !== undefined
  const state = isKept ? 'needs-review' : 'refunding'
  return writeCheckout(deps, record, { state, ...paymentOf(facts), note })
}

/** Goes on with a record that is `refunding`, whatever is known of its payment by now. */
export async function refundUnexpected(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<CheckoutRecord> {
  const { id, account, note = '' } = record
  const [paymentId] = record.paymentIds
  if (paymentId === undefined) throw new Error(`Checkout ${id} refunds a payment that it does not name`)
  const result = await tryRefund(deps, record, { account, paymentId, key: `${id}-unexpected` })
  if (result?.state !== 'done') return keepRefunding(deps, record, result)
  const refunded = givenBackNote(note, { paymentId, price: result.operation.amount })
  return writeCheckout(deps, record, { state: 'refunded', note: refunded })
}

async function tryRefund(
  { logger, refundEverything }: CheckoutDependencies,
  record: CheckoutRecord,
  request: Parameters<CheckoutDependencies['refundEverything']>[0],
): Promise<OperationResult | undefined> {
  try {
    return await refundEverything(request)
  } catch (error) {
    logger.error('Money could not be given back now; reconcile tries again', {
      checkout: record.id,
      error: logError(error),
    })
    return undefined
  }
}

/**
 * What waits for the merchant is over once all of it went back, whoever sent it. While a part of it is there it waits.
 * Throws CraftgateError.
 */
export async function noteGivenBack(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<CheckoutRecord> {
  const { account, paymentIds, note = '' } = record
  const client = deps.clientFor(account)
  const reports = await Promise.all(paymentIds.map((paymentId) => retrieveReport(client, paymentId)))
  const isAllBack = reports.length > 0 && reports.every(({ refunded }) => refunded === 'everything')
  if (!isAllBack) return record
  return writeCheckout(deps, record, { state: 'refunded', note: givenBackElsewhereNote(note) })
}

/** Waiting, unknown and what passes end by themselves. A refusal may need the merchant, so it is written down, once. */
async function keepRefunding(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  result: OperationResult | undefined,
): Promise<CheckoutRecord> {
  if (result?.state !== 'failed' || result.passing) return record
  const back = await noteGivenBack(deps, record)
  if (back !== record) return back
  const { code } = result.error
  const { id, paymentIds, note = '' } = record
  const refused = refusedToGiveBackNote(note, code)
  if (refused === undefined) return record
  deps.logger.error('Craftgate refuses to give money back; look at the payment in the Craftgate panel', {
    checkout: id,
    paymentIds,
    code,
  })
  return writeCheckout(deps, record, { note: refused })
}
