import type { CraftgateClient } from '../client/craftgate-client'
import { CraftgateError } from '../errors'
import { CHECKOUT_ERRORS } from '../messages/checkout'
import { compare, isZero, sum, toDecimal } from '../money'
import {
  type Difference,
  type HeldOutcome,
  isHeld,
  judgeOutcome,
  outcomeOfPayment,
  type PaymentFacts,
  type PaymentOutcome,
  paymentIdsOf,
  type ReportedPayment,
  readReportedPayment,
  refundedAmount,
} from '../payment'
import type { CheckoutRecord } from '../platform'
import type { CheckoutDependencies } from './record'

/**
 * A payment that the page tells, as the report tells it now. The page's answer knows nothing of what was cancelled,
 * refunded or captured since in Craftgate's panel; what is not there any more pays no order. Throws CraftgateError
 * (`unavailable`) when the report cannot be had: then nothing is decided.
 * developer.craftgate.io/api/payment-reports/retrieve-payment
 */
export async function stillHeld(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  outcome: HeldOutcome,
): Promise<PaymentOutcome> {
  const client = deps.clientFor(record.account)
  const reports = await Promise.all(
    paymentIdsOf(outcome.facts).map((paymentId) => retrieveReport(client, paymentId)),
  )
  const refunded = refundedDifference(reports.map(({ report }) => report))
  if (refunded !== undefined)
    return { kind: 'mismatch', facts: outcome.facts, differences: [refunded], moneyHeld: true }
  const [lead] = reports
  if (lead === undefined || reports.length > 1) return outcome
  const reported = judgeOutcome(record, outcomeOfPayment(lead.answer, deps.logger))
  if (!isHeld(reported)) return reported
  const { price, paidPrice, phase } = reported.facts
  const bank = bankFacts(outcome.facts, reported.facts)
  return { kind: reported.kind, facts: { ...outcome.facts, price, paidPrice, phase, ...bank } }
}

/** As reported; what a report leaves out is as it was told, of a payment that is still the same. */
function bankFacts(told: PaymentFacts, reported: PaymentFacts): Partial<PaymentFacts> {
  const isSame = reported.phase === told.phase && compare(reported.paidPrice, told.paidPrice) === 0
  const before: Partial<PaymentFacts> = isSame ? told : {}
  return {
    bankCommission: reported.bankCommission ?? before.bankCommission,
    blockageResolvedAt: reported.blockageResolvedAt ?? before.blockageResolvedAt,
  }
}

async function retrieveReport(client: CraftgateClient, paymentId: number) {
  try {
    const answer: unknown = await client.call('retrievePaymentReport', { path: { paymentId } })
    return { answer, report: readReportedPayment(answer) }
  } catch (error) {
    // A report that lags behind knows nothing yet; an error of our keys is told as it is.
    if (!CraftgateError.is(error) || error.kind !== 'invalid-request') throw error
    throw new CraftgateError({
      kind: 'unavailable',
      code: 'no-report',
      message: `Craftgate's report does not know payment ${paymentId} yet`,
      retry: 'same-key',
      merchantMessage: CHECKOUT_ERRORS['no-report'],
      cause: error,
    })
  }
}

/** What went back, by whomever; undefined when nothing did. */
export function refundedDifference(reports: readonly ReportedPayment[]): Difference | undefined {
  const [lead] = reports
  if (lead === undefined) return undefined
  const gone = sum(reports.map(refundedAmount), lead.paidPrice.currency)
  if (isZero(gone)) return undefined
  return { field: 'refunded', expected: toDecimal({ ...gone, minor: 0 }), actual: toDecimal(gone) }
}
