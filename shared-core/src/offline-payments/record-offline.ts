import { createHash } from 'node:crypto'
import { insertAttempt } from '../checkout/begin'
import {
  type CheckoutDependencies,
  ConcurrentWrite,
  isForfeited,
  isTaken,
  latest,
  retryOnConcurrentWrite,
  writeCheckout,
} from '../checkout/record'
import type { OfflineResult, SettleResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import type { Localized } from '../messages/localized'
import {
  APPLYING_LATER,
  CHANGED_MEANWHILE_NOTE,
  notRecordedNote,
  OFFLINE_ERRORS,
  RECORDING_UNKNOWN,
} from '../messages/offline-payments'
import { join, WHAT_FAILED } from '../messages/operations'
import { offlineMethodOf, paidByLink } from '../methods'
import { type Money, money, sameMoney } from '../money'
import type { Operations } from '../operations'
import type { ErrorFacts } from '../payment'
import type { CheckoutRecord, PaymentOperation, PaymentRef } from '../platform'
import { newRecording, type Recording, recordingOf, withoutRecording, withRecording } from './recording'

export interface OfflineDependencies
  extends CheckoutDependencies,
    Pick<Operations, 'recordPayment' | 'askAboutRecording'> {
  readonly settle: (record: CheckoutRecord, occasion: 'ask') => Promise<SettleResult>
  /** A new one each time. */
  readonly newKey: () => string
}

/** The transfer that pays an order: no other does then, and it pays exactly this. */
export interface PaidBy {
  readonly transfer: string
  readonly amount: Money
}

/**
 * The money of an order that was placed unpaid came: Craftgate is told once, however often and by however many this is
 * asked, and the order is paid by what Craftgate then says. The rules:
 * - the order is read now: what it owes is recorded in whole, and of an order that owes nothing (cancelled, paid in another
 *   way) nothing is recorded;
 * - the request is written down with its random key before it is sent. Whoever asks again gets what became of it, and it is
 *   sent again only as every operation is (`operations/execute.ts`);
 * - what Craftgate refuses ends the attempt, and the next one waits.
 */
export async function recordOffline(
  deps: OfflineDependencies,
  reference: string,
  by?: PaidBy,
): Promise<OfflineResult> {
  const record = await deps.platform.findCheckout({ reference })
  if (record === undefined || offlineMethodOf(record) === undefined) return refused('not-offline')
  const made = await exclusively(deps, record, (now) => recordNow(deps, now, by))
  return 'result' in made ? made.result : settleRecorded(deps, made.recorded, OFFLINE_ERRORS['not-taken'])
}

/** A recording whose end is not known, followed; the attempt as it is then. Any other attempt as it is. */
export async function followRecording(
  deps: OfflineDependencies,
  record: CheckoutRecord,
): Promise<CheckoutRecord> {
  if (!isUnderWay(record)) return record
  await exclusively(deps, record, async (now) => (isUnderWay(now) ? carryOn(deps, now) : undefined))
  return latest(deps, record)
}

/**
 * The payment of a link that the order could not take after all is the merchant's to give back, and the order waits on: its next
 * attempt is written down, once.
 */
export async function waitOn(deps: OfflineDependencies, record: CheckoutRecord): Promise<void> {
  if (paidByLink(record) === undefined || !isForfeited(record.state)) return
  const newest = await deps.platform.findCheckout({ reference: record.reference })
  if (newest?.id !== record.id || (await deps.platform.readOrder(record)).total <= 0) return
  try {
    await insertNext(deps, record)
  } catch (error) {
    // Somebody else wrote it down.
    if (!(error instanceof ConcurrentWrite)) throw error
  }
}

/** Its request may be on its way, and no payment is known. Nothing may close such an attempt. */
export const isUnderWay = (record: CheckoutRecord): boolean =>
  record.state === 'open' && record.paymentIds.length === 0 && offlineMethodOf(record) !== undefined

type Made = { readonly recorded: CheckoutRecord } | { readonly result: OfflineResult }

async function recordNow(deps: OfflineDependencies, record: CheckoutRecord, by?: PaidBy): Promise<Made> {
  const { state } = record
  if (by !== undefined && state !== 'created' && record.context.transfer !== by.transfer)
    return { result: refused(state === 'expired' ? 'owes-nothing' : 'paid-otherwise') }
  if (isTaken(state)) return { result: { state: 'done', record } }
  if (isForfeited(state)) return { result: refused('not-taken') }
  if (record.paymentIds.length > 0) return { recorded: record }
  if (state === 'expired') return { result: refused('owes-nothing') }
  return state === 'created' ? begin(deps, record, by) : carryOn(deps, record)
}

async function begin(deps: OfflineDependencies, record: CheckoutRecord, by?: PaidBy): Promise<Made> {
  const method = offlineMethodOf(record)
  if (method === undefined) return { result: refused('not-offline') }
  try {
    const order = await deps.platform.readOrder(record)
    if (order.total <= 0) return { result: refused('owes-nothing') }
    if (by !== undefined && !sameMoney(by.amount, money(order.total, order.currency)))
      return { result: refused('other-amount') }
    const recording = newRecording({ record, method, order, key: deps.newKey(), now: deps.clock() })
    const expected = recording.operation.amount
    const transfer = by && { transfer: by.transfer }
    const context = { ...withRecording(record, recording), ...transfer }
    return carryOn(deps, await writeCheckout(deps, record, { state: 'open', expected, context }))
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    const { code, merchantMessage: message } = error
    return { result: { state: 'failed', error: { code, message }, message } }
  }
}

async function carryOn(deps: OfflineDependencies, record: CheckoutRecord): Promise<Made> {
  const recording = recordingOf(record)
  if (recording === undefined) throw new Error(`Checkout ${record.id} is recorded without a request`)
  const save = saveTo(deps, record, recording)
  const asked = await deps.askAboutRecording({ ...recording, save })
  const mayBeSent = (await stillOwes(deps, record)) || isSettled(asked)
  if (!mayBeSent) return giveUp(deps, record, asked)
  const operation = await deps.recordPayment({ ...recording, operation: asked, save })
  return judge(deps, record, operation)
}

const isSettled = ({ state }: PaymentOperation): boolean =>
  state === 'done' || state === 'waiting' || state === 'failed'

async function judge(
  deps: OfflineDependencies,
  before: CheckoutRecord,
  operation: PaymentOperation,
): Promise<Made> {
  const record = await latest(deps, before)
  if (operation.state === 'done' || operation.state === 'waiting') return { recorded: record }
  if (operation.state !== 'failed')
    return { result: { state: 'unknown', record, message: RECORDING_UNKNOWN } }
  const { error = { code: 'failed' } } = operation
  await end(deps, record, error)
  return { result: notRecorded(error) }
}

/** Each change of the operation is one of the attempt; a payment is known as the attempt's from then on. */
function saveTo(deps: OfflineDependencies, attempt: CheckoutRecord, { body }: Recording) {
  return (operation: PaymentOperation): Promise<PaymentOperation> =>
    retryOnConcurrentWrite(async () => {
      const record = await latest(deps, attempt)
      const made = operation.steps.map(({ paymentId }) => paymentId).filter((paymentId) => paymentId > 0)
      const paymentIds = made.length > 0 ? made : record.paymentIds
      await writeCheckout(deps, record, { context: withRecording(record, { operation, body }), paymentIds })
      return operation
    })
}

/** What was asked, whatever else changed in the order. */
async function stillOwes({ platform }: OfflineDependencies, record: CheckoutRecord): Promise<boolean> {
  const order = await platform.readOrder(record)
  return order.total > 0 && sameMoney(money(order.total, order.currency), record.expected)
}

/** Longer than a request can be under way: Craftgate's own client waits 150 seconds for an answer. */
const ARRIVED_MS = 5 * 60_000

/** A request that Craftgate does not know, of an order that owes something else by now, is not sent again. */
async function giveUp(
  deps: OfflineDependencies,
  before: CheckoutRecord,
  { steps }: PaymentOperation,
): Promise<Made> {
  const record = await latest(deps, before)
  const [{ sentAt = '' } = {}] = steps
  const isOver = !(deps.clock().getTime() - Date.parse(sentAt) < ARRIVED_MS)
  if (!isOver) return { result: { state: 'unknown', record, message: RECORDING_UNKNOWN } }
  await next(deps, record, CHANGED_MEANWHILE_NOTE)
  return { result: refused('order-changed') }
}

/** Of a payment that is there and is not as asked nobody makes a second one: the merchant looks at it. */
async function end(deps: OfflineDependencies, record: CheckoutRecord, error: ErrorFacts): Promise<void> {
  deps.logger.warn('Money that came past Craftgate could not be recorded there', {
    checkout: record.id,
    code: error.code,
  })
  const note = notRecordedNote(error.code)
  if (error.code === 'answer-differs') await writeCheckout(deps, record, { state: 'needs-review', note })
  else await next(deps, record, note)
}

/** The attempt ends, and the next one of the order waits for the money. */
async function next(deps: OfflineDependencies, record: CheckoutRecord, note: string): Promise<void> {
  if (record.state === 'open') await writeCheckout(deps, record, { state: 'expired', note })
  await insertNext(deps, record)
}

async function insertNext(deps: OfflineDependencies, record: CheckoutRecord): Promise<void> {
  const { account, order, phase, expected, reference, attempt } = record
  const terms = { account, order, phase, expected, context: withoutRecording(record) }
  await insertAttempt(deps, { terms, reference, attempt: attempt + 1 })
}

/**
 * Craftgate has the payment: the order takes it as any other, outside of the lock, since that takes locks of the shop.
 * `notTaken`: said when it cannot.
 */
export async function settleRecorded(
  deps: Pick<OfflineDependencies, 'settle' | 'logger'>,
  record: CheckoutRecord,
  notTaken: Localized,
): Promise<OfflineResult> {
  try {
    const settled = await deps.settle(record, 'ask')
    if (isTaken(settled.record.state)) return { state: 'done', record: settled.record }
    if (isForfeited(settled.record.state)) return failed('not-taken', notTaken)
    return { state: 'unknown', record: settled.record, message: APPLYING_LATER }
  } catch (error) {
    deps.logger.error('Recorded money could not be entered in the shop yet; reconcile tries again', {
      checkout: record.id,
      error: logError(error),
    })
    return { state: 'unknown', record, message: APPLYING_LATER }
  }
}

/** One at a time for all attempts of an order, on all servers. */
export function exclusively<T>(
  { platform }: Pick<OfflineDependencies, 'platform'>,
  record: CheckoutRecord,
  work: (now: CheckoutRecord) => Promise<T>,
): Promise<T> {
  return platform.exclusively(lockOf(record), async () => {
    const newest = await platform.findCheckout({ reference: record.reference })
    return work(newest ?? record)
  })
}

/** So that locks which an adapter keeps as rows do not grow with the orders. */
const LOCKS = 1024

/** There is no payment yet that could be locked: a number below zero, which no payment has. */
function lockOf({ account, reference }: CheckoutRecord): PaymentRef {
  const digest = createHash('sha256').update(reference).digest()
  return { account, paymentId: -1 - (digest.readUInt32BE() % LOCKS) }
}

const refused = (code: keyof typeof OFFLINE_ERRORS): OfflineResult => failed(code, OFFLINE_ERRORS[code])

const failed = (code: string, message: Localized): OfflineResult => ({
  ...{ state: 'failed', error: { code, message }, message },
})

function notRecorded(error: ErrorFacts): OfflineResult {
  const { code, description, message = { tr: description ?? code, en: description ?? code } } = error
  const passing = error.code === 'nothing-sent' && { passing: true as const }
  return { state: 'failed', error, message: join(WHAT_FAILED.record, message), ...passing }
}
