// What a capture, void or refund asks of Craftgate now: the payments as they are read, and the plan that is made of them.
import { CraftgateError } from '../errors'
import { isZero } from '../money'
import { type ReportedPayment, retrieveReport } from '../payment'
import type { PaymentOperation, RefundDestination } from '../platform'
import { planCapture, planVoid, wholePayments } from './capture'
import {
  type Attempt,
  contextOf,
  type OperationOrder,
  type OperationPlan,
  type OperationsDeps,
  type PlanInput,
} from './context'
import { captureRefusal, isOnlyByTransaction, refundRefusal, restRefusal, voidRefusal } from './method-limits'
import { isApproval, isOpen, totalPrice } from './operation'
import {
  leftToRefund,
  nothingLeft,
  planRefund,
  planRest,
  type RefundablePayment,
  refundablePayments,
} from './plan-refund'
import { isRejection, type Rejection, rejections, thrownError } from './result'
import { planApproval } from './seller-approval'

export const planFor = (
  deps: OperationsDeps,
  order: OperationOrder,
  attempt: Attempt,
  operations: readonly PaymentOperation[],
): Promise<OperationPlan | Rejection> =>
  withPayments(deps, { kind: order.kind, attempt, operations }, (input) => planOf(deps, order, input))

interface Planned {
  readonly kind: PaymentOperation['kind']
  readonly attempt: Attempt
  /** The attempt's other operations, as they stand now. */
  readonly operations: readonly PaymentOperation[]
}

/** A payment that cannot be read is not touched. */
export async function withPayments<T>(
  deps: OperationsDeps,
  { kind, attempt: { lead, paymentIds, method }, operations }: Planned,
  plan: (input: PlanInput) => Promise<T | Rejection>,
): Promise<T | Rejection> {
  if (isInTheWay(kind, operations)) return rejections.unsettled
  const run = contextOf(deps, lead)
  try {
    const payments: ReportedPayment[] = []
    for (const paymentId of paymentIds) {
      const report = await retrieveReport(run.client, paymentId)
      payments.push(method ? { ...report, method } : report)
    }
    if (!payments.every(({ successful }) => successful)) return rejections.notSuccessful
    return await plan({ run, payments, operations })
  } catch (error) {
    if (CraftgateError.is(error)) return rejectionOf(error)
    throw error
  }
}

async function planOf(
  deps: OperationsDeps,
  { kind, request }: OperationOrder,
  input: PlanInput,
): Promise<OperationPlan | Rejection> {
  const { newKey } = deps
  const { amount, onlyUncaptured = false, orTheRest = false } = request
  if (isApproval(kind)) return planApproval(input, { kind, lines: request.lines, newKey })
  const whole = wholePayments(input)
  if (kind === 'capture')
    return planCapture({ amount, newKey, refusal: captureRefusal(input.payments) }, whole)
  const { destination } = request
  const goesOutside = destination === 'outside'
  if (kind === 'void') {
    const isPartly = whole.some(({ refunded }) => refunded === 'a part')
    const isRest = orTheRest && (isPartly || input.payments.some(isOnlyByTransaction))
    const refused = goesOutside ? undefined : (isRest ? restRefusal : voidRefusal)(input.payments)
    if (refused !== undefined) return refused
    const planned = isRest
      ? planRest(newKey, await refundablePayments(input))
      : planVoid({ onlyUncaptured, newKey }, whole)
    return isRejection(planned) || !goesOutside ? planned : goingTo(destination, planned)
  }
  if (amount === undefined) throw new Error(`Refund ${request.key} names no amount`)
  const planned = await planRefundOf(deps, request, input)
  if (isRejection(planned)) return planned
  return destination ? goingTo(destination, planned.plan) : planned.plan
}

const DESTINATIONS = { wallet: 'WALLET', outside: 'OUTSIDE' } as const

const goingTo = (destination: RefundDestination, { steps, ...plan }: OperationPlan): OperationPlan => ({
  ...plan,
  steps: steps.map((step) => ({ ...step, destination: DESTINATIONS[destination] })),
})

export interface PlannedRefund {
  readonly plan: OperationPlan
  readonly payments: readonly RefundablePayment[]
}

/** All that is left when the request names no amount. What is given back outside no way to pay refuses. Throws CraftgateError. */
export async function planRefundOf(
  { newKey, options: { partialRefunds: mode, chargeRefundsFromMe } }: OperationsDeps,
  {
    amount: wanted,
    items = [],
    itemsOnly,
    chargeFromMe = chargeRefundsFromMe,
    destination,
  }: Pick<OperationOrder['request'], 'amount' | 'items' | 'itemsOnly' | 'chargeFromMe' | 'destination'>,
  input: PlanInput,
): Promise<PlannedRefund | Rejection> {
  const total = totalPrice(wholePayments(input))
  const refused =
    destination === 'outside' ? undefined : refundRefusal(input.payments, { amount: wanted ?? total, total })
  if (refused !== undefined) return refused
  const payments = await refundablePayments(input)
  const amount = wanted ?? leftToRefund(payments, mode)
  if (wanted === undefined && isZero(amount)) return nothingLeft(payments)
  const plan = planRefund({ amount, items, itemsOnly, mode, newKey, chargeFromMe }, payments)
  return isRejection(plan) ? plan : { plan, payments }
}

/**
 * Refunds can be planned around each other, and around approvals; anything else waits until the payment's state is known
 * again.
 */
function isInTheWay(kind: PaymentOperation['kind'], operations: readonly PaymentOperation[]): boolean {
  const passes = (open: PaymentOperation) =>
    kind === 'refund'
      ? open.kind === 'refund' || isApproval(open.kind)
      : isApproval(kind) && open.kind === 'refund'
  return operations.filter(isOpen).some((open) => !passes(open))
}

const rejectionOf = (error: CraftgateError): Rejection => ({
  error: thrownError(error),
  ...(error.retry !== 'no' && { passing: true }),
})
