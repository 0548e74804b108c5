// A shopping loan that is not at its end: how it stands, and the merchant's approval of one that was granted.
import { randomUUID } from 'node:crypto'
import type { CraftgateClient } from '../client/craftgate-client'
import type { SettleResult } from '../commerce'
import { type CraftgateError, invalidRequest } from '../errors'
import { CHECKOUT_ERRORS, isDeclinedNote, loanApprovalNote } from '../messages/checkout'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { loanStanding } from './direct/loan'
import { declinedBefore, startOf } from './direct/way-on'
import { type CheckoutDependencies, isTaken, latest, writeCheckout } from './record'
import { type Completed, callWhenOwed, isStillOwed } from './still-owed'

/** How a lender answered, as far as the attempt knows: `open` while nobody said no. */
export type LoanState = 'open' | 'approval' | 'taken' | 'refused' | 'ended'

const OPEN: ReadonlySet<CheckoutRecord['state']> = new Set(['created', 'open', 'review'])

/**
 * approval: granted, and waiting for the merchant. taken: an order is paid by it. ended: it was left, or its money went back.
 */
export function loanStateOf(record: CheckoutRecord): LoanState {
  if (isTaken(record.state)) return 'taken'
  if (waitsForLoanApproval(record)) return 'approval'
  if (isDeclinedNote(record.note) || declinedBefore(record) !== undefined) return 'refused'
  return OPEN.has(record.state) ? 'open' : 'ended'
}

type Pending = Extract<PaymentOutcome, { kind: 'pending' }>
type Granted = Pending & { readonly awaitsApproval: true; readonly facts: NonNullable<Pending['facts']> }

/**
 * A payment by loan says WAITING from its start to its end; the lender says who is waited for. `over`: it came to its end
 * just now, so the payment has to be read again.
 */
export async function withLoanStanding(
  client: CraftgateClient,
  record: CheckoutRecord,
  outcome: PaymentOutcome,
): Promise<PaymentOutcome | 'over'> {
  if (outcome.kind !== 'pending' || outcome.facts === undefined || startOf(record)?.family !== 'loan')
    return outcome
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
 * merchant; then its record says that it waits.
 */
export async function approveGranted(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: Granted,
): Promise<Completed> {
  const isAsked =
    deps.options.checkout.loanApproval === 'automatic' &&
    (await callWhenOwed(deps, record, { facts: outcome.facts, call: () => approve(deps, record, outcome) }))
  return isAsked ? 'asked' : noteGranted(deps, record)
}

/** The merchant approves. Throws a CraftgateError when there is nothing to approve, or the order owes something else now. */
export async function approveLoan(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
  settle: (record: CheckoutRecord) => Promise<SettleResult>,
): Promise<SettleResult> {
  const settled = await settle(checkout)
  const { outcome } = settled
  // Approved meanwhile, by itself or by somebody else: what was asked for has happened.
  if (outcome.kind === 'captured' && waitsForLoanApproval(checkout)) return settled
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

/** The record says that a loan waits for the merchant, who finds it so. */
export async function noteGranted(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
): Promise<CheckoutRecord> {
  if (record.state !== 'open' || waitsForLoanApproval(record)) return record
  return writeCheckout(deps, record, { note: loanApprovalNote(record.expected) })
}

const refusal = (code: 'no-loan-to-approve' | 'loan-not-owed'): CraftgateError =>
  invalidRequest(code, CHECKOUT_ERRORS[code])
