import type { Gateway } from '../client/gateway'
import { CraftgateError } from '../errors'
import { type ErrorFacts, judgeOutcome, outcomeOfPayment, type PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import type { CheckoutParts } from './checkout-parts'

/** The shopper may stand at the bank's page when the token dies. */
const GRACE_MS = 5 * 60_000
const DAY_MS = 24 * 3_600_000
/** A payment that never left 3D Secure. A later knock still revives the attempt. */
const ABANDONED_MS = DAY_MS
/** A bank transfer or a loan that never came. */
const AWAITING_FUNDS_TTL_MS = 14 * DAY_MS

/**
 * The truth about an attempt: asks Craftgate, reads the answer by the status table and compares it with what was
 * started. Throws CraftgateError when Craftgate cannot be asked now.
 */
export async function resolveCheckout(parts: CheckoutParts, record: CheckoutRecord): Promise<PaymentOutcome> {
  try {
    const payment = await retrieve(parts.gatewayFor(record.account), record)
    if (payment === undefined) return withoutPayment(parts, record)
    return unlessAbandoned(parts, record, judgeOutcome(record, outcomeOfPayment(payment, parts.logger)))
  } catch (error) {
    if (isNoPaymentYet(error)) return withoutPayment(parts, record)
    if (isDecline(error)) return { kind: 'declined', error: errorFacts(error) }
    throw error
  }
}

async function retrieve(
  gateway: Gateway,
  { token, paymentIds: [paymentId] }: CheckoutRecord,
): Promise<unknown> {
  if (token !== undefined) return gateway.payment().retrieveCheckoutPayment(token)
  return paymentId === undefined ? undefined : gateway.payment().retrievePayment(paymentId)
}

/** Craftgate answers with a validation error (a code below 10000) as long as nobody paid with the token. */
const isNoPaymentYet = (error: unknown): boolean =>
  CraftgateError.is(error) && error.kind === 'invalid-request' && /^\d{1,4}$/.test(error.code)

const isDecline = (error: unknown): error is CraftgateError =>
  CraftgateError.is(error) && error.kind === 'declined'

const errorFacts = ({ code, group }: CraftgateError): ErrorFacts => ({ code, group })

const withoutPayment = ({ clock }: CheckoutParts, record: CheckoutRecord): PaymentOutcome =>
  record.state === 'expired' || isOver(record, clock(), GRACE_MS) ? { kind: 'expired' } : { kind: 'pending' }

function unlessAbandoned({ clock }: CheckoutParts, record: CheckoutRecord, outcome: PaymentOutcome) {
  const patience = outcome.kind === 'pending' && outcome.awaitingFunds ? AWAITING_FUNDS_TTL_MS : ABANDONED_MS
  const abandoned = outcome.kind === 'pending' && isOver(record, clock(), patience)
  return abandoned ? ({ kind: 'expired' } as const) : outcome
}

/** True when the token died longer than `graceMs` ago. */
export const isOver = ({ expiresAt }: CheckoutRecord, now: Date, graceMs = 0): boolean =>
  expiresAt !== undefined && now.getTime() >= expiresAt.getTime() + graceMs
