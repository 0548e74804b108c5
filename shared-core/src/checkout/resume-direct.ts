import { merchantOptionsOf } from '../account'
import type { StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import type { MethodName } from '../methods'
import type { CheckoutRecord } from '../platform'
import type { Started } from './direct/family'
import { readCode } from './direct/read-answers'
import { startOf, wayOnOf } from './direct/way-on'
import type { Opening } from './init-request'
import { leaveDirect, mayStillBePaid } from './leave-direct'
import {
  askShopper,
  callbackUrlOf,
  type DirectOpening,
  FAMILIES,
  leadOn,
  scriptStep,
  wayOnPage,
} from './open-direct'
import type { CheckoutDependencies } from './record'
import { resolveCheckout } from './resolve'
import { settleCheckout } from './settle'

interface Resuming extends Opening {
  /** The way to pay that is chosen now. */
  readonly method: MethodName | undefined
  /** It is still the order that this attempt was opened for, and its time is not over. */
  readonly isCurrent: boolean
}

/** replace: this attempt is over or was left, and the next may be opened. */
type Resumed = StartResult | { readonly kind: 'replace'; readonly record: CheckoutRecord }

/**
 * The pay link of an attempt that was started by API is opened again. Craftgate is asked first; who has not paid goes on as
 * before, and who chose otherwise is told when the earlier way cannot be closed. Throws CraftgateError when it cannot be asked.
 */
export async function resumeDirect(deps: CheckoutDependencies, resuming: Resuming): Promise<Resumed> {
  const { record, opener, method, isCurrent } = resuming
  const outcome = await resolveCheckout(deps, record)
  if (outcome.kind !== 'pending') return end(deps, record)
  const wayOn = wayOnOf(record)
  const direct = startOf(record)
  const { attempt } = record
  const knows = opener.answers?.leave === String(attempt)
  if (direct && isCurrent && direct.name === method && wayOn.kind !== 'starting' && !knows) {
    const opening = { ...resuming, direct }
    if (wayOn.kind === 'code' && opener.answers?.code !== undefined) return complete(deps, opening)
    return wayOn.kind === 'script' && opener.answers !== undefined
      ? proceed(deps, opening, wayOn.content)
      : wayOnPage(deps, opening, wayOn)
  }
  if (direct && mayStillBePaid(record) && !knows) return { kind: 'leave', method: direct.name, attempt }
  return { kind: 'replace', record: await leaveDirect(deps, record, outcome) }
}

async function end(deps: CheckoutDependencies, checkout: CheckoutRecord): Promise<Resumed> {
  const settled = await settleCheckout(deps, checkout, 'return')
  const { record } = settled
  const isOver = record.state === 'expired' || record.state === 'refunded'
  return isOver ? { kind: 'replace', record } : { kind: 'finished', settled }
}

/** Sends the code that was typed, once. Whatever is answered, or not, what became of the payment is asked. */
async function complete(deps: CheckoutDependencies, opening: DirectOpening): Promise<StartResult> {
  const { record, opener, direct } = opening
  const { name: method } = direct
  const [paymentId] = record.paymentIds
  const code = readCode(opener)
  if (code === undefined || paymentId === undefined) return { kind: 'code', method, problem: 'invalid' }
  const answered = await send(deps, record, async () =>
    FAMILIES[direct.family].complete?.(deps.clientFor(record.account), { start: direct, paymentId, code }),
  )
  const settled = await settleCheckout(deps, record, 'return')
  if (settled.outcome.kind === 'declined') return askShopper(deps, opening, 'wrong-code')
  if (settled.outcome.kind !== 'pending') return { kind: 'finished', settled }
  return answered ? { kind: 'code', method, problem: 'wrong-code' } : { kind: 'wait', method }
}

/**
 * What the provider's script ended with leads on, once. Whatever is answered, or not, what became of the payment is asked.
 */
async function proceed(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  content: string,
): Promise<StartResult> {
  const { record, opener, direct } = opening
  const merchant = merchantOptionsOf(deps.options, record.account)
  const { answers = {} } = opener
  const proceeding = { merchant, content, answers, callbackUrl: callbackUrlOf(deps, record) }
  let started: Started | undefined
  const answered = await send(deps, record, async () => {
    started = await FAMILIES[direct.family].proceed?.(deps.clientFor(record.account), proceeding)
  })
  if (started) return leadOn(deps, opening, record, started)
  const settled = await settleCheckout(deps, record, 'return')
  if (settled.outcome.kind === 'declined') return askShopper(deps, opening, 'declined')
  if (settled.outcome.kind !== 'pending') return { kind: 'finished', settled }
  return answered ? scriptStep(deps, opening, content, 'refused') : { kind: 'wait', method: direct.name }
}

/** False when Craftgate did not judge the code, which may still be at work there. */
async function send(
  { logger }: CheckoutDependencies,
  { id }: CheckoutRecord,
  call: () => Promise<void>,
): Promise<boolean> {
  try {
    await call()
    return true
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    logger.warn('What should complete a payment was not taken', { checkout: id, error: logError(error) })
    return error.kind === 'invalid-request' || error.kind === 'declined'
  }
}
