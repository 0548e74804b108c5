// What an attempt is in truth, whatever notification asks.
import type { CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'
import { outsideMethodOf } from '../methods'
import { type ErrorFacts, judgeOutcome, outcomeOfPayment, type PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { findPaymentOf } from './direct/find-payment'
import { isDirect, isTicket } from './direct/way-on'
import { withLoanStanding } from './loan'
import { isMultiPayment, resolveMultiPayment } from './multi-payment'
import { type CheckoutDependencies, GRACE_MS, isOver } from './record'

const DAY_MS = 24 * 3_600_000
/** A payment that never left 3D Secure. A later notification still revives the attempt. */
const ABANDONED_MS = DAY_MS
/** Funds that were awaited and never came. */
const AWAITING_FUNDS_TTL_MS = 14 * DAY_MS

/**
 * The truth about an attempt: asks Craftgate, reads the answer by the status table and compares it with what was
 * started. Throws CraftgateError when Craftgate cannot be asked now.
 */
export async function resolveCheckout(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<PaymentOutcome> {
  if (isMultiPayment(record)) return resolveMultiPayment(deps, record)
  try {
    const outcome = await readOutcome(deps, record)
    const standing = await withLoanStanding(deps.clientFor(record.account), record, outcome)
    // Read again once: a payment that lags behind its lender is looked at later.
    return unlessAbandoned(deps, record, standing === 'over' ? await readOutcome(deps, record) : standing)
  } catch (error) {
    if (isNoPaymentYet(error)) return withoutPayment(deps, record)
    if (isDecline(error)) return { kind: 'declined', error: errorFacts(error) }
    throw error
  }
}

async function readOutcome(deps: CheckoutDependencies, record: CheckoutRecord): Promise<PaymentOutcome> {
  const payment = await retrieve(deps.clientFor(record.account), record)
  if (payment === undefined) return withoutPayment(deps, record)
  const outcome = outcomeOfPayment(withOwnMethod(record, payment), deps.logger)
  return judgeOutcome(record, isTicket(record) ? unpromised(outcome) : outcome)
}

/** A ticket of BKM Express waits for us: no funds are on their way before we say so. */
const unpromised = (outcome: PaymentOutcome): PaymentOutcome =>
  outcome.kind === 'pending' ? { ...outcome, awaitingFunds: undefined } : outcome

/** Of a payment that we recorded ourselves Craftgate does not tell again how the money came. */
function withOwnMethod(record: CheckoutRecord, payment: unknown): unknown {
  const apmType = outsideMethodOf(record)
  return apmType !== undefined && typeof payment === 'object' ? { ...payment, apmType } : payment
}

async function retrieve(client: CraftgateClient, record: CheckoutRecord): Promise<unknown> {
  const { token } = record
  if (token !== undefined && !isDirect(record))
    return client.call('retrieveCheckoutPayment', { path: { token } })
  const [known] = record.paymentIds
  const paymentId = known ?? (isDirect(record) ? await findPaymentOf(client, record) : undefined)
  return paymentId === undefined ? undefined : client.call('retrievePayment', { path: { id: paymentId } })
}

/** Craftgate answers with a validation error (a code below 10000) as long as nobody paid with the token. */
const isNoPaymentYet = (error: unknown): boolean =>
  CraftgateError.is(error) && error.kind === 'invalid-request' && /^\d{1,4}$/.test(error.code)

const isDecline = (error: unknown): error is CraftgateError =>
  CraftgateError.is(error) && error.kind === 'declined'

const errorFacts = ({ code, group }: CraftgateError): ErrorFacts => ({ code, group })

const withoutPayment = ({ clock }: CheckoutDependencies, record: CheckoutRecord): PaymentOutcome =>
  record.state === 'expired' || isOver(record, clock(), GRACE_MS) ? { kind: 'expired' } : { kind: 'pending' }

function unlessAbandoned({ clock }: CheckoutDependencies, record: CheckoutRecord, outcome: PaymentOutcome) {
  const patience = outcome.kind === 'pending' && outcome.awaitingFunds ? AWAITING_FUNDS_TTL_MS : ABANDONED_MS
  const abandoned = outcome.kind === 'pending' && isOver(record, clock(), patience)
  return abandoned ? ({ kind: 'expired' } as const) : outcome
}
