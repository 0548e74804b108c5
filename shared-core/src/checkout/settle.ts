import type { SettleResult } from '../commerce'
import { type HeldOutcome, isHeld, type PaymentOutcome, paymentIdsOf } from '../payment'
import type { CheckoutRecord } from '../platform'
import type { CheckoutParts } from './checkout-parts'
import { takeDecline } from './decline'
import { promiseBack, resumeGiveBack, type Stray } from './give-back'
import { mismatchNote, orphanNote, paidNote, reviewNote } from './notes'
import { resolveCheckout } from './resolve'
import { mayFollow } from './state-table'
import { untilSettled } from './until-settled'
import { latest, writeCheckout } from './write-checkout'

type Written = Promise<CheckoutRecord | 'conflict'>
type Mismatch = Extract<PaymentOutcome, { kind: 'mismatch' }>

/**
 * What every knock leads to: ask Craftgate, move the shop's order, move the record, and give money back that no order
 * can take. Repeating it changes nothing more. Throws CraftgateError when Craftgate cannot be asked, and whatever the
 * shop throws when it cannot decide now: in both cases nothing is lost, try again.
 */
export function settleCheckout(parts: CheckoutParts, knocked: CheckoutRecord): Promise<SettleResult> {
  return untilSettled(async () => {
    const before = await latest(parts, knocked)
    const outcome = await resolveCheckout(parts, before)
    const record = await react(parts, before, outcome)
    return record === 'conflict' ? record : { record, outcome }
  })
}

async function react(parts: CheckoutParts, record: CheckoutRecord, outcome: PaymentOutcome): Written {
  if (record.state === 'refunding' && !isHeld(outcome)) return resumeGiveBack(parts, record)
  switch (outcome.kind) {
    case 'captured':
    case 'authorized':
    case 'review':
      return accept(parts, record, outcome)
    case 'declined':
      return takeDecline(parts, record, outcome)
    case 'mismatch':
      return refuse(parts, record, outcome)
    case 'expired':
      return close(parts, record)
    case 'pending':
      return record
    default:
      return unreachable(outcome)
  }
}

async function accept(parts: CheckoutParts, record: CheckoutRecord, outcome: HeldOutcome): Written {
  const { kind: state, facts } = outcome
  if (!mayFollow(record.state, state)) return record
  const applied = await parts.platform.apply(record, outcome)
  if (applied === 'unexpected') return strand(parts, { record, facts, note: orphanNote(facts) })
  const note = state === 'review' ? reviewNote(facts) : paidNote(state, facts)
  return writeCheckout(parts, record, { state, paymentIds: paymentIdsOf(facts), note })
}

/** Never pays an order. The money goes back when the payment holds some, unless another attempt lives on it. */
async function refuse(parts: CheckoutParts, record: CheckoutRecord, outcome: Mismatch): Written {
  const { facts } = outcome
  const note = mismatchNote(facts, outcome.differences)
  const owner = await parts.platform.findCheckout({ account: record.account, paymentId: facts.paymentId })
  const isOurs = owner === undefined || owner.id === record.id
  if (outcome.moneyHeld && isOurs) return strand(parts, { record, facts, note })
  parts.logger.error(note, { checkout: record.id })
  return record
}

/** Money of an attempt that an order took before is never sent back from here: the merchant decides. */
async function strand(parts: CheckoutParts, stray: Stray): Written {
  const { record, note } = stray
  if (record.state === 'refunding') return resumeGiveBack(parts, record)
  if (mayFollow(record.state, 'refunding')) return promiseBack(parts, stray)
  if (record.state !== 'needs-review') parts.logger.error(note, { checkout: record.id, state: record.state })
  return record
}

async function close(parts: CheckoutParts, record: CheckoutRecord): Written {
  if (!mayFollow(record.state, 'expired')) return record
  return writeCheckout(parts, record, { state: 'expired', note: 'Nobody paid before the page expired' })
}

function unreachable(outcome: never): never {
  throw new Error(`Unknown outcome: ${JSON.stringify(outcome)}`)
}
