// Everything that moves money after the sale: capture, void, refund. Planned, written down, carried out exactly once.
// The rules stand above the code that follows them: execute.ts, not-found.ts, allocation.ts.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type {
  ApprovalRequest,
  CaptureRequest,
  OperationRequest,
  OperationResult,
  RefundElsewhere,
  RefundPreview,
  RefundPreviewRequest,
  RefundRequest,
  VoidRequest,
  WholeRefund,
} from '../commerce'
import { factsOfAttempt, type PaymentFacts, retrievePayment } from '../payment'
import type { PaymentOperation, PaymentRef } from '../platform'
import { attemptOf, type OperationsDependencies, type OperationsDeps } from './context'
import { destinationOf } from './operation'
import { perform } from './perform'
import { previewRefund } from './preview-refund'
import { askAboutRecording, type PaymentRecording, recordPayment } from './record-payment'
import { refundsElsewhere } from './refunds-elsewhere'
import { resultOf } from './result'
import { executeOperation, type Resumed, type ResumeQuery, resumeOperations } from './resume'

export type { OperationsDependencies } from './context'
export {
  capturedPrice,
  destinationOf,
  givenBack,
  isReturned,
  movedOf,
  operationKeyOf,
  type RefundToName,
  refundedByUs,
  refundKeyOf,
} from './operation'
export type { PaymentRecording, RecordRequest } from './record-payment'
export { pendingReason, refundIdsOf, resultOf } from './result'
export type { Resumed, ResumeQuery } from './resume'

/**
 * What moves money for a payment that the shop knows. Operations answer with a result and throw only what the shop's
 * store throws, CraftgateError (configuration) of an unknown account, and CraftgateError (invalid-request) for a
 * malformed key.
 */
export interface Operations {
  /** Takes what was only authorized (post-auth), all of it when no amount is named. */
  capture(request: CaptureRequest): Promise<OperationResult>
  /** Gives the whole payment back before it is captured, or on the day of the sale. */
  void(request: VoidRequest): Promise<OperationResult>
  /** Gives back what is left of a payment, whatever it is by now, and tries again when that was refused a while ago. */
  refundEverything(request: WholeRefund): Promise<OperationResult>
  /** Gives a part or all of the order's price back. */
  refund(request: RefundRequest): Promise<OperationResult>
  /** What `refund` would give back now; does and writes nothing. */
  previewRefund(request: RefundPreviewRequest): Promise<RefundPreview>
  /** Refunds of this payment's attempt that no operation of the shop made, oldest first. Throws CraftgateError. */
  refundsElsewhere(payment: PaymentRef): Promise<readonly RefundElsewhere[]>
  /** Lets sellers have their shares, or keeps them back again. */
  approve(request: ApprovalRequest): Promise<OperationResult>
  disapprove(request: ApprovalRequest): Promise<OperationResult>
  /** Records money that was taken past Craftgate, once. Keeps nothing itself; throws what `save` throws. */
  recordPayment(recording: PaymentRecording): Promise<PaymentOperation>
  /** Only asks what became of a recording that was sent. */
  askAboutRecording(recording: PaymentRecording): Promise<PaymentOperation>
  /** Runs an operation that was written down with `execute: 'after-commit'`, and tells the shop its end. May be repeated. */
  executeOperation(payment: PaymentRef, key: string): Promise<OperationResult>
  /** The payments of an attempt as Craftgate tells them now, summed. Throws CraftgateError. */
  payment(payment: PaymentRef): Promise<PaymentFacts>
  /** Carries on what a crash, a timeout or a slow bank left open, and tells the shop its end. */
  resumeOperations(query?: ResumeQuery): Promise<Resumed>
}

export function createOperations(given: OperationsDependencies): Operations {
  const deps: OperationsDeps = { newKey: randomUUID, pause: (ms) => sleep(ms), ...given }
  return {
    capture: (request) => perform(deps, { kind: 'capture', request }),
    void: (request) => perform(deps, { kind: 'void', request }),
    refund: (request) => perform(deps, { kind: 'refund', request }),
    previewRefund: (request) => previewRefund(deps, request),
    refundsElsewhere: (payment) => refundsElsewhere(deps, payment),
    approve: (request) => perform(deps, { kind: 'approve', request }),
    disapprove: (request) => perform(deps, { kind: 'disapprove', request }),
    refundEverything: (request) => refundEverything(deps, request),
    recordPayment: (recording) => recordPayment(deps, recording),
    askAboutRecording: (recording) => askAboutRecording(deps, recording),
    executeOperation: (payment, key) => executeOperation(deps, payment, key),
    payment: (payment) => paymentFacts(deps, payment),
    resumeOperations: (query) => resumeOperations(deps, query),
  }
}

async function paymentFacts(deps: OperationsDeps, payment: PaymentRef): Promise<PaymentFacts> {
  const { paymentIds, method } = await attemptOf(deps, payment)
  const client = deps.clientFor(payment.account)
  const [first = await retrievePayment(client, payment.paymentId), ...more] = await Promise.all(
    paymentIds.map((paymentId) => retrievePayment(client, paymentId)),
  )
  const facts = factsOfAttempt([first, ...more]) ?? first
  return method ? { ...facts, method } : facts
}

const HOUR_MS = 3_600_000
const LONGEST_WAIT_MS = 24 * HOUR_MS

/**
 * All of a payment goes back, or what is left when a part went back in Craftgate's panel, and it is done when somebody gave
 * it back already. A refusal is seldom for ever (too
 * little balance, a bank that is away): a request that comes an hour after it tries again, under a key of its own; then
 * after two hours, four, and so on, at most a day. Until then the refusal is the answer, but for a person who asks again.
 */
async function refundEverything(deps: OperationsDeps, request: WholeRefund): Promise<OperationResult> {
  const { again, destination, ...asked } = request
  const tries = await triesOf(deps, request)
  const make = (key: string, to = destination) =>
    perform(deps, { kind: 'void', request: { ...asked, key, orTheRest: true, destination: to } })
  const live = tries.find(({ state }) => state !== 'failed')
  if (live !== undefined) return make(live.key, destinationOf(live) && 'outside')
  const pressed = again === undefined ? undefined : tries.find(({ key }) => key === keyOf(request, again))
  const last = tries.at(-1)
  if (pressed !== undefined) return resultOf(pressed)
  if (again !== undefined) return make(keyOf(request, again))
  if (last !== undefined && !isDue(tries, deps.clock())) return resultOf(last)
  return make(last === undefined ? request.key : keyOf(request, String(tries.length + 1)))
}

const keyOf = ({ key }: OperationRequest, name: string): string => `${key}-${name}`

/** Oldest first. */
async function triesOf(
  deps: OperationsDeps,
  request: OperationRequest,
): Promise<readonly PaymentOperation[]> {
  const { lead } = await attemptOf(deps, request)
  const operations = await deps.platform.operationsOf(lead)
  return operations
    .filter(({ key }) => key === request.key || key.startsWith(keyOf(request, '')))
    .toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
}

function isDue(refused: readonly PaymentOperation[], now: Date): boolean {
  const last = Math.max(...refused.map(({ createdAt }) => createdAt.getTime()))
  const wait = Math.min(HOUR_MS * 2 ** (refused.length - 1), LONGEST_WAIT_MS)
  return now.getTime() >= last + wait
}
