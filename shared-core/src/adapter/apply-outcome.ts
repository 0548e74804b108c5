import { isForfeited } from '../checkout/record'
import { isReturned } from '../operations'
import type { HeldOutcome, PaymentOutcome } from '../payment/outcome'
import type { ApplyResult, CheckoutRecord, PaymentOperation, PaymentRef } from '../platform'

type Captured = Extract<PaymentOutcome, { kind: 'captured' }>
type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

/** What a shop does with an outcome. */
export interface OutcomeHandlers {
  /** The shopper's money is taken or blocked: the order takes it, or answers 'unexpected'. */
  accept(outcome: HeldOutcome): Promise<ApplyResult>
  decline(outcome: Declined): Promise<ApplyResult>
}

/** Which handler an outcome is for. Throws for an outcome that core never asks a shop to apply. */
export async function applyOutcome(outcome: PaymentOutcome, handlers: OutcomeHandlers): Promise<ApplyResult> {
  switch (outcome.kind) {
    case 'captured':
    case 'authorized':
    case 'review':
      return handlers.accept(outcome)
    case 'declined':
      return handlers.decline(outcome)
    default:
      throw new Error(`A shop is not asked to apply '${outcome.kind}'`)
  }
}

/** A payment that the order holds already. */
interface HeldPayment {
  /** Authorized, and neither captured nor cancelled yet. */
  readonly isOpen: boolean
  /** Enters a review that ended well, or a capture made in Craftgate's panel, maybe of less. */
  capture(outcome: Captured): Promise<unknown>
  /** Enters a review that ended in a block. */
  cancel(outcome: Declined): Promise<unknown>
}

/** What becomes of a payment that the order has already, when Craftgate says something newer about it. */
export async function followPayment(payment: HeldPayment, outcome: PaymentOutcome): Promise<ApplyResult> {
  if (!payment.isOpen) return 'already'
  if (outcome.kind === 'captured') await payment.capture(outcome)
  else if (outcome.kind === 'declined') await payment.cancel(outcome)
  else return 'already'
  return 'applied'
}

interface MoneyRecords {
  readonly checkouts: { latest(record: CheckoutRecord): Promise<CheckoutRecord | undefined> }
  readonly operations: { of(payment: PaymentRef): Promise<readonly PaymentOperation[]> }
}

/** True when this money went back or is on its way back: no order may take it any more. */
export async function isRefundScheduled(
  { checkouts, operations }: MoneyRecords,
  record: CheckoutRecord,
  paymentId: number,
): Promise<boolean> {
  const now = (await checkouts.latest(record)) ?? record
  if (isForfeited(now.state)) return true
  const all = await operations.of({ account: record.account, paymentId })
  return isReturned(all)
}

/**
 * What is known already, kept while the platform's own workflow runs: the workflow asks our payment provider in the
 * middle, and the provider answers with this instead of asking Craftgate again. `subject` is whatever both ends can name
 * (a request context, the id of a session). It lives in this process only and never comes from a request, so no caller of
 * the shop's API can make the provider believe in a payment.
 */
export class KnownOutcomes<Subject, Known> {
  private readonly known = new Map<Subject, Known>()

  /** Runs the platform's own workflow for something that happened at Craftgate already. */
  async during<T>(subject: Subject, known: Known, work: () => Promise<T>): Promise<T> {
    this.known.set(subject, known)
    try {
      return await work()
    } finally {
      this.known.delete(subject)
    }
  }

  /** What is known about the subject in this moment. */
  of(subject: Subject | undefined): Known | undefined {
    return subject === undefined ? undefined : this.known.get(subject)
  }
}
