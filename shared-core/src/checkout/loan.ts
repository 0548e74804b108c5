// A shopping loan that is not at its end: how it stands, and the merchant's approval of one that was granted.
import { randomUUID } from 'node:crypto'
import type { CraftgateClient } from '../client/craftgate-client'
import type { SettleResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { CHECKOUT_ERRORS, loanApprovalNote } from '../messages/checkout'
import { directStart } from '../methods'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { loanStanding } from './direct/loan'
import { openedBy } from './direct/way-on'
import { type CheckoutDependencies, latest, writeCheckout } from './record'
import { isStillOwed } from './still-owed'

type Pending = Extract<PaymentOutcome, { kind: 'pending' }>
type Granted = Pending & { readonly awaitsApproval: true; readonly facts: NonNullable<Pending['facts']> }

const isLoan = (record: CheckoutRecord): boolean => directStart(openedBy(record) ?? '')?.family === 'loan'

/**
 * A payment by loan says WAITING from its start to its end; the lender says who is waited for. `over`: it came to its end
 * just now, so the payment has to be read again.
 */
export async function withLoanStanding(
  client: CraftgateClient,
  record: CheckoutRecord,
  outcome: PaymentOutcome,
): Promise<PaymentOutcome | 'over'> {
  if (outcome.kind !== 'pending' || outcome.facts === undefined || !isLoan(record)) return outcome
  const { facts } = outcome
  switch (await loanStanding(client, facts.paymentId)) {
    case 'at-lender':
      return { kind: 'pending', facts }
    case 'approval':
      return { kind: 'pending', facts, awaitingFunds: true, awaitsApproval: true }
    case 'lender':
      return { kind: 'pending', facts, awaitingFunds: true }
    case 'over':
      return 'over'
  }
}

export const isGranted = (outcome: PaymentOutcome): outcome is Granted =>
  outcome.kind === 'pending' && outcome.awaitsApproval === true && outcome.facts !== undefined

/**
 * Approves a granted loan by itself when the order still owes exactly its amount, unless the options leave that to the
 * merchant. False when nothing was asked of Craftgate.
 */
export async function approveGranted(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: Granted,
): Promise<boolean> {
  if (deps.options.checkout.loanApproval === 'manual' || !(await isStillOwed(deps, record, outcome.facts))) {
    await noteOnce(deps, record)
    return false
  }
  try {
    await approve(deps, record, outcome)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    // Whether it was approved is asked, now and later, whatever was answered here.
    deps.logger.warn('A loan could not be approved now', { checkout: record.id, error: logError(error) })
  }
  return true
}

/** The merchant approves. Throws a CraftgateError when there is nothing to approve, or the order owes something else now. */
export async function approveLoan(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
  settle: (record: CheckoutRecord) => Promise<SettleResult>,
): Promise<SettleResult> {
  const { outcome } = await settle(checkout)
  const record = await latest(deps, checkout)
  if (!isGranted(outcome)) throw refusal('no-loan-to-approve')
  if (!(await isStillOwed(deps, record, outcome.facts))) throw refusal('loan-not-owed')
  await approve(deps, record, outcome)
  return settle(record)
}

/** A payment is approved once, however often that is asked, so a lost answer costs nothing. */
async function approve({ clientFor }: CheckoutDependencies, { account }: CheckoutRecord, { facts }: Granted) {
  const limits = { idempotencyKey: randomUUID() }
  await clientFor(account).call('approveBnplPayment', { path: { paymentId: facts.paymentId } }, limits)
}

/** A loan of this attempt was granted, and its record says that the merchant has to approve it. */
export const waitsForLoanApproval = ({ state, note, expected }: CheckoutRecord): boolean =>
  state === 'open' && note === loanApprovalNote(expected)

async function noteOnce(deps: CheckoutDependencies, record: CheckoutRecord): Promise<void> {
  if (record.state !== 'open' || waitsForLoanApproval(record)) return
  await writeCheckout(deps, record, { note: loanApprovalNote(record.expected) })
}

const refusal = (code: 'no-loan-to-approve' | 'loan-not-owed'): CraftgateError =>
  new CraftgateError({
    kind: 'invalid-request',
    code,
    message: CHECKOUT_ERRORS[code].en,
    retry: 'no',
    merchantMessage: CHECKOUT_ERRORS[code],
  })
