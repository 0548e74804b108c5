import { merchantOptionsOf } from '../account'
import type { StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { judgeNotFound } from '../lost-request'
import type { MethodName } from '../methods'
import { chargeOf, type PaymentOutcome, withCharge } from '../payment'
import type { CheckoutRecord } from '../platform'
import { askShopper, chargingPage, type DirectOpening, FAMILIES, scriptStep, wayOnPage } from './ask-shopper'
import type { Started } from './direct/family'
import { readCode } from './direct/read-answers'
import { startOf, wayOnOf, withWayOn } from './direct/way-on'
import type { Opening } from './init-request'
import { leaveDirect, mayStillBePaid } from './leave-direct'
import { callbackUrlOf, endDirect, isUnclear, leadOn } from './open-direct'
import { type CheckoutDependencies, writeCheckout } from './record'
import { resolveCheckout } from './resolve'
import { settleCheckout } from './settle'
import { isChargedByUs } from './verified-card'

interface Resuming extends Opening {
  /** The way to pay that is chosen now. */
  readonly method: MethodName | undefined
  /** It is still the order that this attempt was opened for, and its time is not over. */
  readonly isCurrent: boolean
}

type Pending = Extract<PaymentOutcome, { kind: 'pending' }>

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
  const direct = startOf(record)
  const { attempt } = record
  const knows = opener.answers?.leave === String(attempt)
  const isSame = isCurrent && direct !== undefined && direct.name === method
  const onward = isSame ? await goOn(deps, { ...resuming, direct }, outcome) : undefined
  if (onward) return onward
  if (direct && !isSame && mayStillBePaid(record) && !knows)
    return { kind: 'leave', method: direct.name, attempt }
  return { kind: 'replace', record: await leaveDirect(deps, record, outcome) }
}

/** By the same way as before; undefined when nobody was led on, or when he wants to pay with another card. */
async function goOn(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  outcome: Pending,
): Promise<StartResult | undefined> {
  const { direct, record, opener } = opening
  const { answers } = opener
  const wayOn = wayOnOf(record)
  switch (wayOn.kind) {
    case 'starting':
      return undefined
    case 'charging':
      return (await mayBeCharged(deps, record, outcome)) ? chargingPage(direct) : undefined
    case 'code':
      return answers?.code === undefined ? wayOnPage(deps, opening, wayOn) : complete(deps, opening)
    case 'script':
      if (answers?.leave === String(record.attempt)) return undefined
      return answers === undefined ? wayOnPage(deps, opening, wayOn) : proceed(deps, opening, wayOn.content)
    default:
      // Without our word the bank's page takes no money, so he may leave it.
      if (!isChargedByUs(record)) return wayOnPage(deps, opening, wayOn)
      if (answers === undefined) return { kind: 'bank', attempt: record.attempt }
      return isAnotherCard(answers, opening) ? undefined : wayOnPage(deps, opening, wayOn)
  }
}

/** He asked for another, or went back and chose one. */
const isAnotherCard = (
  answers: NonNullable<Opening['opener']['answers']>,
  { direct, record: { attempt } }: DirectOpening,
): boolean =>
  answers.leave === String(attempt) ||
  answers.number !== undefined ||
  direct.asks.some(({ field }) => answers[field] !== undefined)

/** A charge that the reports do not know is over when they missed it twice, apart in time (`lost-request.ts`). */
async function mayBeCharged(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  { facts }: Pending,
): Promise<boolean> {
  const charge = chargeOf(record)
  if (charge === undefined || facts !== undefined) return true
  const { moneyMs } = deps.options.deadlines
  const now = deps.clock()
  switch (judgeNotFound({ step: charge, now, moneyMs, keyHolds: false, ended: false })) {
    case 'wait':
      return true
    case 'first-miss': {
      const context = withCharge(record.context, { ...charge, notFoundAt: now.toISOString() })
      await writeCheckout(deps, record, { context })
      return true
    }
    case 'sure':
      return false
  }
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
  const failure = await send(deps, record, async () =>
    FAMILIES[direct.family].complete?.(deps.clientFor(record.account), { start: direct, paymentId, code }),
  )
  const settled = await settleCheckout(deps, record, 'return')
  if (settled.outcome.kind === 'declined') return askShopper(deps, opening, { problem: 'wrong-code' })
  if (settled.outcome.kind !== 'pending') return { kind: 'finished', settled }
  return failure === undefined || isJudged(failure)
    ? { kind: 'code', method, problem: 'wrong-code' }
    : { kind: 'wait', method }
}

/** Else Craftgate did not look at the code, which may still be at work there. */
const isJudged = (error: CraftgateError): boolean =>
  !isUnclear(error) && (error.kind === 'invalid-request' || error.kind === 'declined')

/**
 * What the provider's script ended with leads on, once. Whatever is answered, or not, what became of the payment is asked.
 */
async function proceed(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  content: string,
): Promise<StartResult> {
  const { opener, direct } = opening
  const { answers = {} } = opener
  const family = FAMILIES[direct.family]
  const isCharge = family.charges?.(answers) === true
  const record = isCharge ? await writeCharging(deps, opening) : opening.record
  const merchant = merchantOptionsOf(deps.options, record.account)
  const proceeding = { merchant, content, answers, callbackUrl: callbackUrlOf(deps, record) }
  let started: Started | undefined
  const failure = await send(deps, record, async () => {
    started = await family.proceed?.(deps.clientFor(record.account), proceeding)
  })
  const sent = { ...opening, record }
  if (started) return leadOn(deps, sent, record, started)
  const isLost = failure !== undefined && isUnclear(failure)
  if (isCharge && isLost) return endDirect(deps, sent, record)
  const settled = await settleCheckout(deps, record, 'return')
  if (settled.outcome.kind === 'declined') return askShopper(deps, sent, { problem: 'declined' })
  if (settled.outcome.kind !== 'pending') return { kind: 'finished', settled }
  if (isLost) return { kind: 'wait', method: direct.name }
  const context = withWayOn(settled.record.context, direct.name, { kind: 'script', content })
  if (isCharge) await writeCheckout(deps, settled.record, { context })
  return scriptStep(deps, sent, content, 'refused')
}

/** Before the money is taken, so that nobody sends it again while its answer is under way or was lost. */
function writeCharging(
  deps: CheckoutDependencies,
  { record, direct }: DirectOpening,
): Promise<CheckoutRecord> {
  const charge = chargeOf(record)
  const charging = withWayOn(record.context, direct.name, { kind: 'charging' })
  const sentAt = deps.clock().toISOString()
  return writeCheckout(deps, record, {
    context: charge ? withCharge(charging, { ...charge, sentAt }) : charging,
  })
}

/** What went wrong, if anything did. */
async function send(
  { logger }: CheckoutDependencies,
  { id }: CheckoutRecord,
  call: () => Promise<void>,
): Promise<CraftgateError | undefined> {
  try {
    await call()
    return undefined
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    logger.warn('What should complete a payment was not taken', { checkout: id, error: logError(error) })
    return error
  }
}
