// Carries the steps of an operation out, exactly once, over a network that loses answers. The rules, in words:
// - A step is stored as sent before it is sent, under a random key that Craftgate gives one result for.
// - What surely ended without a result (a connection that was refused, Craftgate's own 5xx or 429) is sent again at once,
//   with the same key, inside the deadline of the call.
// - After anything else without a clear answer the request may still be at work: Craftgate is asked first. What it knows
//   is the truth; what it does not know is sent again as `not-found-policy.ts` allows.
// - The same 5xx three times may be one remembered answer: when two looks missed the request, the step gets a new key.
// - What surely never left, however often it was tried, is over: the operation failed, and nothing sends it later.
import { setTimeout as sleep } from 'node:timers/promises'
import type { ErrorFacts } from '../payment/outcome'
import type { OperationStep, PaymentOperation } from '../platform'
import type { ExecutionContext } from './context'
import { isDoubtful, requestOf } from './craftgate-calls'
import type { StepAnswer } from './craftgate-records'
import { judgeNotFound } from './not-found-policy'
import { replaceStep } from './operation'
import { ANSWER_DIFFERS, rejections } from './operation-message'

const DAY_MS = 24 * 3_600_000
/** Pauses before a request that surely ended is sent again. */
const RESEND_PAUSES_MS = [250, 1000]
/** Pause before Craftgate is asked a second time: a report may lag behind a little. */
const LOOK_PAUSE_MS = 2000
const SAME_ANSWER_TIMES = 3

export const pauseFor = (ms: number): Promise<unknown> => sleep(ms)

/** One step of one operation, at work. */
interface StepContext {
  readonly operation: PaymentOperation
  readonly step: OperationStep
  readonly run: ExecutionContext
}

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
    const request = requestOf(run.gateway, operation, step)
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
  { gateway }: ExecutionContext,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const step of operation.steps) {
    if (step.repeated === undefined || step.state !== 'done') continue
    const answer = await requestOf(gateway, operation, step).ask()
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
  const { operation, step, run } = context
  if (step.state === 'planned') return send(context)
  if (step.state === 'sent') return resolveSent(context)
  const answer = await requestOf(run.gateway, operation, step).follow()
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
    context = await noteRefusal(context, answer)
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
    const answer = await requestOf(run.gateway, context.operation, context.step).send()
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

type Known = Extract<StepAnswer, { readonly is: 'done' | 'waiting' | 'failed' | 'split' }>

const isKnown = (answer: { readonly is: StepAnswer['is'] }): answer is Known =>
  answer.is === 'done' || answer.is === 'waiting' || answer.is === 'failed' || answer.is === 'split'

/** Asks Craftgate about the request, twice when it does not know it. */
async function look({ operation, step, run }: StepContext): Promise<Known | Unfinished> {
  const request = requestOf(run.gateway, operation, step)
  const first = await request.ask()
  if (first.is === 'not-found') await run.pause(LOOK_PAUSE_MS)
  const answer = first.is === 'not-found' ? await request.ask() : first
  if (isKnown(answer)) return answer
  return { is: answer.is === 'not-found' ? 'not-found' : 'unclear' }
}

interface AfterMiss {
  readonly operation: PaymentOperation
  /** The step to send again, when it may be. */
  readonly again?: StepContext
}

/** Craftgate does not know the request. What follows is decided by `not-found-policy.ts`. */
async function afterMiss(context: StepContext): Promise<AfterMiss> {
  const { operation, step, run } = context
  const now = run.clock()
  const isRemembered = (step.serverError?.times ?? 0) >= SAME_ANSWER_TIMES
  const keyHolds =
    operation.error === undefined &&
    !isRemembered &&
    step.sentWith === run.fingerprint &&
    now.getTime() - operation.createdAt.getTime() < DAY_MS
  switch (judgeNotFound({ step, now, moneyMs: run.moneyMs, keyHolds, ended: isRemembered })) {
    case 'wait':
      return { operation }
    case 'first-miss':
      return { operation: (await write(context, [{ ...step, notFoundAt: now.toISOString() }])).operation }
    case 'sure':
      if (operation.error)
        return { operation: await record(context, { is: 'failed', error: operation.error }) }
      return { operation, again: isRemembered ? withNewKey(context) : context }
  }
}

function withNewKey({ operation, step, run }: StepContext): StepContext {
  const earlierKeys = [...(step.earlierKeys ?? []), step.key]
  const renewed = { ...step, key: run.newKey(), earlierKeys, serverError: undefined, notFoundAt: undefined }
  return { operation: replaceStep(operation, step, [renewed]), step: renewed, run }
}

function markSent(context: StepContext): Promise<StepContext> {
  const { step, run } = context
  const sentAt = run.clock().toISOString()
  const repeated = step.state === 'sent' ? true : step.repeated
  return write(context, [{ ...step, state: 'sent', sentAt, sentWith: run.fingerprint, repeated }])
}

async function countServerError(context: StepContext, answer: StepAnswer): Promise<StepContext> {
  if (answer.is !== 'put-off' || answer.serverError === undefined) return context
  const { step } = context
  const before = step.serverError?.code === answer.serverError ? step.serverError.times : 0
  return write(context, [{ ...step, serverError: { code: answer.serverError, times: before + 1 } }])
}

/** What Craftgate refused, while it is not known whether it happened: kept, so that it is not sent again. */
async function noteRefusal(context: StepContext, { refusal }: Unfinished): Promise<StepContext> {
  if (refusal === undefined) return context
  return write({ ...context, operation: { ...context.operation, error: refusal } }, [context.step])
}

/** Writes down what became of a step, and returns the operation as it is stored now. */
async function record(context: StepContext, answer: Known): Promise<PaymentOperation> {
  const { operation, step, run } = context
  const { key, paymentId, kind } = operation
  run.logger.info('Craftgate payment operation', { key, step: step.key, paymentId, kind, answer: answer.is })
  const as = (change: Partial<PaymentOperation>) => ({ ...context, operation: { ...operation, ...change } })
  // An error that left it open whether the step happened is forgotten when it did.
  const error = step.state === 'sent' ? undefined : operation.error
  const refundId = 'refundId' in answer ? (answer.refundId ?? step.refundId) : step.refundId
  switch (answer.is) {
    case 'done': {
      const cancelled = answer.cancelled ?? operation.cancelled
      return (await write(as({ cancelled, error }), [{ ...step, state: 'done', refundId }])).operation
    }
    case 'waiting':
      if (step.state === 'waiting') return operation
      return (await write(as({ error }), [{ ...step, state: 'waiting', refundId }])).operation
    case 'failed':
      return (await write(as({ error: answer.error }), [{ ...step, state: 'failed' }])).operation
    case 'split':
      return (await write(as({ error: answer.error }), answer.steps)).operation
  }
}

/** Writes these steps in place of the step, and the state that they make. */
async function write(context: StepContext, steps: readonly OperationStep[]): Promise<StepContext> {
  const { operation, step, run } = context
  const stored = await run.store.update(replaceStep(operation, step, steps))
  const [first = step] = steps
  return { operation: stored, step: first, run }
}
