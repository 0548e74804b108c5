// Carries the steps of an operation out, exactly once, over a network that loses answers. The rules, in words:
// - A step is stored as sent before it is sent, under a random key that Craftgate gives one result for.
// - What surely ended without a result (a connection that was refused, Craftgate's own 5xx or 429) is sent again at once,
//   with the same key, inside the deadline of the call.
// - After anything else without a clear answer the request may still be at work: Craftgate is asked first. What it knows
//   is the truth; what it does not know is sent again as `not-found.ts` allows.
// - The same 5xx three times may be one remembered answer: when two looks missed the request, the step gets a new key.
// - What surely never left, however often it was tried, is over: the operation failed, and nothing sends it later.
import type { ErrorFacts } from '../payment/outcome'
import type { OperationStep, PaymentOperation } from '../platform'
import { captureRequest } from './capture'
import type { ExecutionContext } from './context'
import { afterMiss } from './not-found'
import { isApproval } from './operation'
import { rejections } from './result'
import { approvalRequest } from './seller-approval'
import { countServerError, markSent, noteRefusal, record, type StepContext } from './step-record'
import {
  ANSWER_DIFFERS,
  isDoubtful,
  isKnown,
  type Known,
  type StepAnswer,
  type StepRequest,
} from './step-request'
import { transactionRefundRequest } from './transaction-refund'
import { wholeRefundRequest } from './whole-refund'

/** Pauses before a request that surely ended is sent again. */
const RESEND_PAUSES_MS = [250, 1000]
/** Pause before Craftgate is asked a second time: a report may lag behind a little. */
const LOOK_PAUSE_MS = 2000

/**
 * Brings every step as far as it gets now, one after the other. The first step that is refused ends the operation: what
 * moved stays moved, later steps are not sent. A step whose answer is not known holds the later ones back.
 * Every step is written down before the next; whatever throws, the store tells where to go on.
 */
export async function executeSteps(
  start: PaymentOperation,
  run: ExecutionContext,
): Promise<PaymentOperation> {
  let operation = start
  for (const { key } of start.steps) {
    const step = operation.steps.find((each) => each.key === key)
    if (step === undefined || hasEnded(step, operation)) continue
    operation = await advance({ operation, step, run })
    if (operation.steps.some(({ state }) => state === 'sent')) return operation
  }
  return operation
}

/** Finds out about requests that were sent. Sends nothing: this is for the operations that are not asked for now. */
export async function askAboutSteps(
  start: PaymentOperation,
  run: ExecutionContext,
): Promise<PaymentOperation> {
  let operation = start
  for (const step of start.steps) {
    if (step.state !== 'sent' && step.state !== 'waiting') continue
    const context = { operation, step, run }
    const request = requestOf(context)
    const answer = step.state === 'sent' ? await request.ask() : await request.follow()
    if (isKnown(answer)) operation = await record(context, answer)
  }
  return operation
}

/**
 * One sentence for each step that Craftgate carried out more than once, although its key is one. To be asked some time
 * after the operation ended: only then a first request that was at work beside a repeated one is over.
 */
export async function findDoubled(
  operation: PaymentOperation,
  run: ExecutionContext,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const step of operation.steps) {
    if (step.repeated === undefined || step.state !== 'done') continue
    const answer = await requestOf({ operation, step, run }).ask()
    if (answer.is === 'failed' && answer.error.code === ANSWER_DIFFERS)
      found.push(answer.error.description ?? '')
  }
  return found
}

function hasEnded({ state }: OperationStep, { steps }: PaymentOperation): boolean {
  if (state === 'planned') return steps.some((step) => step.state === 'failed')
  return state === 'done' || state === 'failed'
}

async function advance(context: StepContext): Promise<PaymentOperation> {
  const { operation, step } = context
  if (step.state === 'planned') return send(context)
  if (step.state === 'sent') return resolveSent(context)
  const answer = await requestOf(context).follow()
  return isKnown(answer) ? record(context, answer) : operation
}

/** A request whose answer is not known: asked about, then sent again when that is allowed. */
async function resolveSent(context: StepContext): Promise<PaymentOperation> {
  const found = await look(context)
  if (isKnown(found)) return record(context, found)
  if (found.is !== 'not-found') return context.operation
  const { again, operation } = await afterMiss(context)
  return again === undefined ? operation : send(again)
}

/** A second request, after Craftgate did not know the first, is the last for now. */
const REQUESTS = 2

async function send(start: StepContext): Promise<PaymentOperation> {
  let context = start
  let mayHaveArrived = start.step.state === 'sent'
  for (let request = 1; request <= REQUESTS; request += 1) {
    const sent = await sendUntilItEnds(context)
    context = sent.context
    if (sent.answer.is === 'not-sent' && !sent.anyLeft && !mayHaveArrived) {
      return record(context, { is: 'failed', error: rejections.nothingSent.error })
    }
    const answer = await secondOpinion(context, sent.answer, mayHaveArrived)
    if (isKnown(answer)) return record(context, answer)
    context = await noteRefusal(context, answer.refusal)
    if (answer.is !== 'not-found') break
    const { again, operation } = await afterMiss(context)
    if (again === undefined) return operation
    if (sent.answer.is === 'put-off') break // Craftgate asked to wait for longer than this call may
    context = again
    mayHaveArrived = true
  }
  return context.operation
}

/** Sends with one key, and again at once as long as the request surely ended without a result. */
async function sendUntilItEnds(planned: StepContext) {
  const { run } = planned
  const deadline = run.clock().getTime() + run.moneyMs
  let context = await markSent(planned)
  let anyLeft = false
  for (const pauseMs of [...RESEND_PAUSES_MS, undefined]) {
    const answer = await requestOf(context).send()
    anyLeft = anyLeft || answer.is !== 'not-sent'
    context = await countServerError(context, answer)
    const wait = pauseMs === undefined ? undefined : repeatAfter(answer, pauseMs)
    if (wait === undefined || run.clock().getTime() + wait >= deadline) return { context, answer, anyLeft }
    await run.pause(wait)
  }
  throw new Error('unreachable')
}

/** How long to wait before the request is sent again; undefined when it must not be. */
function repeatAfter(answer: StepAnswer, pauseMs: number): number | undefined {
  if (answer.is === 'not-sent') return answer.worthRepeating ? pauseMs : undefined
  return answer.is === 'put-off' ? Math.max(pauseMs, answer.retryAfterMs ?? 0) : undefined
}

/**
 * Asks when the answer was lost, and when a refusal may not be the whole story: an earlier request with this key may have
 * arrived after all, late, and be the reason of the refusal.
 */
async function secondOpinion(
  context: StepContext,
  answer: StepAnswer,
  mayHaveArrived: boolean,
): Promise<Unfinished | Known> {
  const isRefusal = answer.is === 'failed'
  if (isKnown(answer) && !(isRefusal && (mayHaveArrived || isDoubtful(answer.error)))) return answer
  const found = await look(context)
  if (isKnown(found)) return found
  if (isRefusal && !mayHaveArrived) return answer
  const refusal = isRefusal ? answer.error : answer.is === 'unclear' ? answer.refusal : undefined
  return { is: found.is, refusal }
}

interface Unfinished {
  readonly is: 'not-found' | 'unclear'
  readonly refusal?: ErrorFacts
}

/** Asks Craftgate about the request, twice when it does not know it. */
async function look(context: StepContext): Promise<Known | Unfinished> {
  const request = requestOf(context)
  const first = await request.ask()
  if (first.is === 'not-found') await context.run.pause(LOOK_PAUSE_MS)
  const answer = first.is === 'not-found' ? await request.ask() : first
  if (isKnown(answer)) return answer
  return { is: answer.is === 'not-found' ? 'not-found' : 'unclear' }
}

function requestOf({ operation, step, run }: StepContext): StepRequest {
  const { client } = run
  if (run.requestOf !== undefined) return run.requestOf(step)
  if (operation.kind === 'capture') return captureRequest(client, step)
  if (isApproval(operation.kind)) return approvalRequest(client, operation.kind, step)
  if (step.transactionId === undefined) return wholeRefundRequest(client, step)
  return transactionRefundRequest(client, step, step.transactionId)
}
