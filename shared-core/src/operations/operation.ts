import { CraftgateError } from '../errors'
import { OPERATION_ERRORS } from '../messages/operations'
import { type CurrencyCode, compare, type Money, sum } from '../money'
import type { PaymentFacts, ReportedPayment } from '../payment'
import type { OperationKind, OperationStep, PaymentOperation, RefundDestination } from '../platform'

/** Planned, unknown or waiting: its outcome is not there yet. */
export function isOpen({ state }: Pick<PaymentOperation, 'state'>): boolean {
  return state === 'planned' || state === 'unknown' || state === 'waiting'
}

/** Whether sellers get their shares; moves no money of the shopper's. */
export const isApproval = (kind: OperationKind): kind is 'approve' | 'disapprove' =>
  kind === 'approve' || kind === 'disapprove'

/** It gives money back, or keeps it from being taken. */
const isReturn = (kind: OperationKind): boolean => kind === 'refund' || kind === 'void'

/** True when an operation that still goes back, or went back, is among these. */
export const isReturned = (operations: readonly Pick<PaymentOperation, 'kind' | 'state'>[]): boolean =>
  operations.some(({ kind, state }) => isReturn(kind) && state !== 'failed')

/** Written down for later, and not planned yet. */
export function isDeferred({ state, steps }: PaymentOperation): boolean {
  return state === 'planned' && steps.length === 0
}

/**
 * What the steps say of the whole operation:
 * - without steps it was only written down (deferred);
 * - a step whose answer is not known makes it unknown;
 * - a refused step makes it failed, once nothing is waiting any more; steps that were not sent stay unsent;
 * - otherwise steps that are still to be sent keep it open, then those that the bank works on; done is the rest.
 */
export function stateOfSteps(steps: readonly OperationStep[]): PaymentOperation['state'] {
  if (steps.length === 0) return 'planned'
  const some = (state: OperationStep['state']) => steps.some((step) => step.state === state)
  if (some('sent')) return 'unknown'
  if (some('failed')) return some('waiting') ? 'waiting' : 'failed'
  if (some('planned')) return steps.every((step) => step.state === 'planned') ? 'planned' : 'unknown'
  return some('waiting') ? 'waiting' : 'done'
}

/** Steps that moved money, or still may. */
export function countingSteps(operation: PaymentOperation): readonly OperationStep[] {
  const live = isOpen(operation)
  return operation.steps.filter((step) => step.state !== 'failed' && (step.state !== 'planned' || live))
}

/** What really moved by now, in the order's price. */
export function movedOf(operation: PaymentOperation): Money {
  const moved = operation.steps.filter((step) => step.state === 'done').map((step) => step.price)
  return sum(moved, operation.amount.currency)
}

/** What refunds and voids gave back by now, as the shopper gets it: with his share of the instalment interest. */
export function givenBack(operations: readonly PaymentOperation[]): Money | undefined {
  const done = operations
    .filter(({ kind }) => isReturn(kind))
    .flatMap(({ steps }) => steps.filter(({ state }) => state === 'done').map(({ amount }) => amount))
  const [first] = done
  return first && sum(done, first.currency)
}

/** The operation with these steps in place of one, and the state that they make. */
export function replaceStep(
  operation: PaymentOperation,
  old: OperationStep,
  by: readonly OperationStep[],
): PaymentOperation {
  const steps = operation.steps.flatMap((step) => (step.key === old.key ? by : [step]))
  return { ...operation, steps, state: stateOfSteps(steps) }
}

export const sameAmount = (a: Money, b: Money): boolean => a.currency === b.currency && a.minor === b.minor

/** All payments of an attempt are of one currency: the attempt was compared with its order. */
export function totalPrice(payments: readonly { readonly price: Money }[]): Money {
  const [first, ...more] = payments.map(({ price }) => price)
  if (first === undefined) throw new Error('An attempt without a payment has nothing to operate on')
  return sum([first, ...more], first.currency)
}

/** What our own refunds and voids of an attempt gave back, or still may give back. */
export interface RefundedByUs {
  /** Nothing of this payment. */
  nothing(paymentId: number): boolean
  /** True when one of them is about this whole payment. */
  everything(paymentId: number): boolean
  price(transactionId: number): Money
  paid(transactionId: number): Money
}

export function refundedByUs(operations: readonly PaymentOperation[], currency: CurrencyCode): RefundedByUs {
  const steps = operations.filter(({ kind }) => isReturn(kind)).flatMap(countingSteps)
  const total = (transactionId: number, part: 'price' | 'amount') =>
    sum(
      steps.filter((step) => step.transactionId === transactionId).map((step) => step[part]),
      currency,
    )
  return {
    nothing: (id) => !steps.some((step) => step.paymentId === id),
    everything: (id) => steps.some((step) => step.paymentId === id && step.transactionId === undefined),
    price: (id) => total(id, 'price'),
    paid: (id) => total(id, 'amount'),
  }
}

/** How much of the payment went back: as Craftgate reports it, or more when the report lags behind our own operations. */
export function refundedNow(
  { paymentId, refunded }: Pick<ReportedPayment, 'paymentId' | 'refunded'>,
  ours: RefundedByUs,
): ReportedPayment['refunded'] {
  if (ours.everything(paymentId)) return 'everything'
  return refunded === 'nothing' && !ours.nothing(paymentId) ? 'a part' : refunded
}

/**
 * The part of the order's price that the payment holds. A pre-authorization that was captured with another amount
 * keeps its first price at Craftgate, so the capture's own operation knows better; without one (captured in the panel)
 * it is what the card was charged, and at most the price, since what is above it may be instalment interest.
 */
export function capturedPrice(
  payment: Pick<PaymentFacts, 'phase' | 'price' | 'paidPrice'> & Partial<PaymentFacts>,
  operations: readonly PaymentOperation[],
): Money {
  if (payment.phase !== 'POST_AUTH') return payment.price
  const capture = operations.find((operation) => operation.kind === 'capture' && operation.state !== 'failed')
  if (capture !== undefined) {
    const own = capture.steps.find((step) => step.paymentId === payment.paymentId)
    return own === undefined || payment.morePaymentIds !== undefined ? capture.amount : own.price
  }
  return compare(payment.paidPrice, payment.price) < 0 ? payment.paidPrice : payment.price
}

const ofKind = (operations: readonly PaymentOperation[], kind: PaymentOperation['kind']) =>
  operations.filter((operation) => operation.kind === kind)

/**
 * The key of a capture or void: the same until the call has failed, so that two clicks, or a click after a crash, are
 * one capture or one void. `operations` are all of this payment.
 */
export function operationKeyOf(
  kind: 'capture' | 'void',
  paymentId: number,
  operations: readonly PaymentOperation[],
): string {
  const failed = ofKind(operations, kind).filter((operation) => operation.state === 'failed').length
  return `${kind}-${paymentId}-${failed + 1}`
}

/** Where a refund goes; undefined: to where the money came from. */
export function destinationOf({ request, steps }: PaymentOperation): RefundDestination | undefined {
  const goesTo = (destination: OperationStep['destination']) =>
    steps.some((step) => step.destination === destination)
  return request?.destination ?? (goesTo('WALLET') ? 'wallet' : goesTo('OUTSIDE') ? 'outside' : undefined)
}

export interface RefundToName {
  readonly paymentId: number
  /** In the order's price. */
  readonly amount: Money
  /** All of this payment. */
  readonly operations: readonly PaymentOperation[]
  /** Keys of the refunds of this payment that the shop has. */
  readonly known: ReadonlySet<string>
  readonly destination?: RefundDestination
}

/**
 * A new key for a new refund. A refund of the same amount that Craftgate may have made while the shop lost its record
 * keeps its key, so that it is written down now instead of made again. One that was only written down, in a transaction
 * that was rolled back, is withdrawn by reconcile and never meant again.
 */
export function refundKeyOf({ paymentId, amount, operations, known, destination }: RefundToName): string {
  const all = ofKind(operations, 'refund')
  const lost = all.find(
    (operation) =>
      !known.has(operation.key) &&
      operation.state !== 'failed' &&
      !isDeferred(operation) &&
      operation.amount.minor === amount.minor &&
      destinationOf(operation) === destination,
  )
  return lost?.key ?? `refund-${paymentId}-${all.length + 1}`
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/

/** Throws CraftgateError (invalid-request) for a key that Craftgate could read as something else. A bug of the adapter. */
export function checkKey(key: string): void {
  if (KEY.test(key)) return
  throw new CraftgateError({
    kind: 'invalid-request',
    code: 'bad-key',
    message:
      'An operation needs a key of letters, digits, dots and dashes, at most 64, that starts with no dash or dot',
    retry: 'no',
    merchantMessage: OPERATION_ERRORS.badKey,
  })
}
