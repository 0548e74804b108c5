import type { SettleResult } from '../commerce'
import {
  CHECKOUT_ERRORS,
  declinedNote,
  lostNote,
  mismatchNote,
  NEVER_PAID_NOTE,
  paidNote,
  REPAIRED_NOTE,
  refundedElsewhereNote,
  reviewNote,
  unexpectedNote,
} from '../messages/checkout'
import { type ErrorFacts, type HeldOutcome, isHeld, type PaymentOutcome, withSellersNoted } from '../payment'
import type { CheckoutRecord } from '../platform'
import { enterDeclined, enterDeclinedBefore, enterLost, enterTaken } from '../sales'
import { noteGivenBack, refundUnexpected, scheduleRefund } from './auto-refund'
import { isDirect, isLeft, startOf, withDecline } from './direct/way-on'
import { approveGranted, isGranted, noteGranted } from './loan'
import {
  type CheckoutDependencies,
  isForfeited,
  isOver,
  isTaken,
  latest,
  mayFollow,
  paymentOf,
  retryOnConcurrentWrite,
  writeCheckout,
} from './record'
import { carryOutRejection, isRejected } from './rejection'
import { resolveCheckout } from './resolve'
import { isMoneyWatched } from './schedule'
import { stillHeld } from './still-held'
import type { Completed } from './still-owed'
import { isSuspicious } from './three-d-secure'
import { approvedTicket, chargeTicket, chargeVerified, verifiedPayment } from './verified-card'

type Mismatch = Extract<PaymentOutcome, { kind: 'mismatch' }>
type Declined = Extract<PaymentOutcome, { kind: 'declined' }>
type Pending = Extract<PaymentOutcome, { kind: 'pending' }>

/**
 * What made us look. `return`: the shopper's browser came back, maybe from paying; `notification`: a webhook; `check`: by
 * itself, because it was due; `ask`: the merchant.
 */
export type Occasion = 'return' | 'notification' | 'check' | 'ask'

/** A shopper who comes back this soon comes back from paying: nobody had time to undo it in Craftgate's panel. */
const FRESH_MS = 2 * 60_000

/**
 * What every notification leads to: ask Craftgate, move the shop's order, move the record, and refund money that no
 * order can take. Repeating it changes nothing more. Throws CraftgateError when Craftgate cannot be asked, and
 * whatever the shop throws when it cannot decide now: in both cases nothing is lost, try again.
 *
 * A refund is written down first, and then everything is asked once more: an order that took the money before that was
 * written keeps it, and from here on no order takes it.
 */
export function settleCheckout(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
  occasion: Occasion = 'notification',
): Promise<SettleResult> {
  return retryOnConcurrentWrite(async () => {
    let record = await latest(deps, checkout)
    let mayComplete = true
    for (;;) {
      const answered = await resolveCheckout(deps, record)
      const outcome = await compareWithReport(deps, { record, outcome: answered, occasion })
      const completed = await (mayComplete ? complete : leftOver)(deps, record, outcome)
      mayComplete = false
      if (completed === 'asked') continue
      record = completed
      const reacted = await react(deps, record, outcome)
      const after = await enterTries(deps, { before: record, after: reacted, occasion })
      const forfeitedNow = isForfeited(after.state) && !isForfeited(record.state)
      if (!forfeitedNow) return { record: after, outcome }
      record = after
    }
  })
}

interface Looked {
  readonly before: CheckoutRecord
  readonly after: CheckoutRecord
  readonly occasion: Occasion
}

/**
 * The page of Craftgate's was left, paid or not: what was declined there is read now, and once more when its end is looked at
 * again, for what could not be read, was not in the reports yet, or was still at a bank. Once all of it is over and entered,
 * it is written down that nothing more is to be asked. Of a page that has just expired it is not: no payment there proves
 * that the reports tell the latest.
 */
async function enterTries(deps: CheckoutDependencies, looked: Looked): Promise<CheckoutRecord> {
  const { before, after } = looked
  if (!mayHaveTried(looked)) return after
  const areOver = await enterDeclinedBefore(deps, after)
  if (!areOver || !(isTaken(after.state) || before.state === 'expired')) return after
  return writeCheckout(deps, after, { context: { ...after.context, tries: 'entered' } })
}

function mayHaveTried({ before, after, occasion }: Looked): boolean {
  if (after.token === undefined || isDirect(after) || after.state === 'open') return false
  if (after.context.tries === 'entered') return false
  if (before.state === 'open') return true
  return (
    occasion === 'check' && (after.state === 'expired' || (isTaken(after.state) && isMoneyWatched(after)))
  )
}

/** What waits for a word of ours before the money is taken. */
async function complete(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: PaymentOutcome,
): Promise<Completed> {
  if (isGranted(outcome)) return approveGranted(deps, record, outcome)
  const ticket = approvedTicket(record, outcome)
  if (ticket !== undefined) return chargeTicket(deps, record, ticket)
  const verified = verifiedPayment(record, outcome)
  return verified === undefined ? record : chargeVerified(deps, record, verified)
}

/** What waits still after that word: an approval that Craftgate could not take is left to the merchant as well. */
const leftOver: typeof complete = async (deps, record, outcome) =>
  isGranted(outcome) ? noteGranted(deps, record) : record

/** What an order may take now: the truth, compared as for a shopper who comes back. Moves nothing. */
export async function outcomeForOrder(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
): Promise<{ readonly outcome: PaymentOutcome }> {
  const record = await latest(deps, checkout)
  const outcome = await resolveCheckout(deps, record)
  return { outcome: await compareWithReport(deps, { record, outcome, occasion: 'return' }) }
}

interface Compared {
  readonly record: CheckoutRecord
  readonly outcome: PaymentOutcome
  readonly occasion: Occasion
}

/**
 * Before an order takes money, what is still there counts; but for the shopper who comes back at once. And when it is
 * looked at again after the order took it, unless the merchant moved that money in the shop meanwhile.
 */
async function compareWithReport(
  deps: CheckoutDependencies,
  { record, outcome, occasion }: Compared,
): Promise<PaymentOutcome> {
  if (!isHeld(outcome) || record.state === 'refunded') return outcome
  const isLookedAt = occasion === 'check' || occasion === 'ask'
  if (isTaken(record.state) && (!isLookedAt || (await isTouched(deps, record)))) return outcome
  if (occasion === 'return' && isFresh(deps, record)) return outcome
  const reported = await stillHeld(deps, record, outcome)
  if (isTaken(record.state) || isHeld(reported)) return reported
  // The order may hold it all the same: it took the money, and the process died before that was written here.
  return (await deps.platform.holds(record, outcome)) ? outcome : reported
}

/** The page was opened a moment ago, by our own clock. */
function isFresh({ clock }: CheckoutDependencies, { state, stateSince }: CheckoutRecord): boolean {
  return state === 'open' && clock().getTime() - stateSince.getTime() <= FRESH_MS
}

/** The merchant captured, voided or refunded it in the shop: whatever differs by now is his own doing. */
async function isTouched(
  deps: CheckoutDependencies,
  { account, paymentIds }: CheckoutRecord,
): Promise<boolean> {
  const [paymentId] = paymentIds
  if (paymentId === undefined) return false
  return (await deps.platform.operationsOf({ account, paymentId })).length > 0
}

async function react(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: PaymentOutcome,
): Promise<CheckoutRecord> {
  if (isRejected(record))
    return carryOutRejection(deps, record, 'facts' in outcome ? outcome.facts : undefined)
  if (record.state === 'refunding' && !isHeld(outcome)) return refundUnexpected(deps, record)
  switch (outcome.kind) {
    case 'captured':
    case 'authorized':
    case 'review':
      return accept(deps, record, outcome)
    case 'declined':
      return decline(deps, record, outcome)
    case 'mismatch':
      return refuse(deps, record, outcome)
    case 'expired':
      return close(deps, record)
    case 'pending':
      return wait(deps, record, outcome)
    default:
      return unreachable(outcome)
  }
}

async function accept(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: HeldOutcome,
): Promise<CheckoutRecord> {
  const { kind: state, facts } = outcome
  if (isTaken(record.state) && record.state === state) return recheck(deps, record, outcome)
  if (!mayFollow(record.state, state)) return record
  const applied = await deps.platform.apply(record, outcome)
  if (applied === 'unexpected') return forfeit(deps, { record, facts, note: unexpectedNote(facts) })
  if (outcome.kind !== 'review') await enterTaken(deps, record, outcome)
  const note = state === 'review' ? reviewNote(facts) : paidNote(state, facts)
  const context = withSellersNoted(record.context, facts)
  return writeCheckout(deps, record, { state, ...paymentOf(facts), context, note })
}

/** Money that an order took, looked at again: does the order still hold it? */
async function recheck(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: HeldOutcome,
): Promise<CheckoutRecord> {
  const { platform, logger } = deps
  const { facts } = outcome
  const held = platform.recheck ? await platform.recheck(record, outcome) : 'already'
  if (held === 'unexpected') return forfeit(deps, { record, facts, note: lostNote(facts) })
  if (held === 'already') return record
  logger.warn('An order had lost its payment, and holds it again', { checkout: record.id })
  const note = `${record.note}; ${REPAIRED_NOTE}`
  return writeCheckout(deps, record, { note, stateSince: deps.clock() })
}

/** Only a payment of this very attempt is awaited; an attempt whose money goes back awaits none. */
async function wait(
  { platform }: CheckoutDependencies,
  record: CheckoutRecord,
  { awaitingFunds, facts }: Pending,
): Promise<CheckoutRecord> {
  const isAwaited = awaitingFunds && facts && !isForfeited(record.state) && !isLeft(record)
  if (isAwaited) await platform.awaitFunds?.(record, facts)
  return record
}

/**
 * The shop hears of each declined payment once; the page stays open, because the shopper may try another card. What was
 * started by API is one payment, and over.
 */
async function decline(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: Declined,
): Promise<CheckoutRecord> {
  if (!mayFollow(record.state, 'expired')) return record
  const known = isKnownDecline(record, outcome)
  if (!known) await deps.platform.apply(record, outcome)
  // What was authorized and is gone was no declined payment.
  if (!known && !isTaken(record.state)) await enterDeclined(deps, record, outcome)
  const mayTryAgain = record.state === 'open' && !isDirect(record) && !isOver(record, deps.clock())
  const state = mayTryAgain ? 'open' : 'expired'
  if (known && state === record.state) return record
  const payment = outcome.facts && paymentOf(outcome.facts)
  const { group = '' } = outcome.error
  const suspected = isSuspicious(group) ? { ...record.context, suspected: group } : record.context
  const context = startOf(record)?.family === 'card' ? withDecline(suspected, group) : suspected
  return writeCheckout(deps, record, { state, ...payment, context, note: declinedNote(outcome.error) })
}

/** A decline that the answer to a call told, of a payment that it did not name. */
export const settleDeclined = (
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  error: ErrorFacts,
): Promise<CheckoutRecord> => decline(deps, record, { kind: 'declined', error })

/** The record of an open page carries the id of a payment only after the shop was told that it was declined. */
function isKnownDecline(record: CheckoutRecord, { facts, error }: Declined): boolean {
  if (record.state !== 'open' || isDirect(record)) return false
  return facts === undefined
    ? record.note === declinedNote(error)
    : record.paymentIds.includes(facts.paymentId)
}

/**
 * Never pays an order. The money goes back when the payment holds some, unless another attempt lives on it, or an order
 * took it before: then the merchant decides.
 */
async function refuse(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: Mismatch,
): Promise<CheckoutRecord> {
  const { facts } = outcome
  if (isTaken(record.state)) return changedElsewhere(deps, record, outcome)
  const note = mismatchNote(facts, outcome.differences)
  const owner = await deps.platform.findCheckout({ account: record.account, paymentId: facts.paymentId })
  const isOurs = owner === undefined || owner.id === record.id
  if (outcome.moneyHeld && isOurs) return forfeit(deps, { record, facts, note })
  deps.logger.error(note, { checkout: record.id })
  return record
}

/**
 * An order took the money, and Craftgate says something else since. An authorization that is gone is over, and the shop
 * is told so; everything else is the merchant's to decide, who reads it once.
 */
async function changedElsewhere(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  { facts, differences }: Mismatch,
): Promise<CheckoutRecord> {
  const isGone = differences.some(({ field }) => field === 'refunded')
  if (record.state === 'authorized' && isGone && facts.phase === 'PRE_AUTH') {
    const error = { code: 'authorization-gone', message: CHECKOUT_ERRORS['authorization-gone'] }
    return decline(deps, record, { kind: 'declined', facts, error })
  }
  const note = isGone ? refundedElsewhereNote(facts, differences) : mismatchNote(facts, differences)
  if (record.note?.includes(note)) return record
  deps.logger.error(note, { checkout: record.id, state: record.state })
  return writeCheckout(deps, record, { note: record.note ? `${record.note}; ${note}` : note })
}

async function forfeit(
  deps: CheckoutDependencies,
  unexpected: Parameters<typeof scheduleRefund>[1],
): Promise<CheckoutRecord> {
  const { record, note } = unexpected
  if (record.state === 'refunding') return refundUnexpected(deps, record)
  if (record.state === 'needs-review') return noteGivenBack(deps, record)
  if (isTaken(record.state)) await enterLost(deps, record, unexpected.facts)
  if (mayFollow(record.state, 'refunding')) return scheduleRefund(deps, unexpected)
  deps.logger.error(note, { checkout: record.id, state: record.state })
  return record
}

async function close(deps: CheckoutDependencies, record: CheckoutRecord): Promise<CheckoutRecord> {
  if (!mayFollow(record.state, 'expired')) return record
  return writeCheckout(deps, record, { state: 'expired', note: NEVER_PAID_NOTE })
}

function unreachable(outcome: never): never {
  throw new Error(`Unknown outcome: ${JSON.stringify(outcome)}`)
}
