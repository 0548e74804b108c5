import type { OperationResult } from '../commerce'
import type { PaymentOperation, PaymentRef } from '../platform'
import {
  type Attempt,
  attemptOf,
  contextOf,
  type ExecutionContext,
  type OperationOrder,
  type OperationPlan,
  type OperationsDeps,
} from './context'
import { askAboutSteps, executeSteps } from './execute'
import { checkKey, destinationOf, isDeferred, isOpen, sameAmount, stateOfSteps } from './operation'
import { planFor } from './plan-operation'
import { isRejection, rejectedResult, rejections, resultOf } from './result'

/**
 * Makes an operation once, however often it is asked for, while no other server runs one for this attempt:
 * 1. one with the same key is the answer; what is left of it is carried out;
 * 2. Craftgate is asked about the attempt's other operations that are still open, and sends nothing for them;
 * 3. a plan is made and written down, and its steps run.
 * An operation for after the commit is only written down. That takes no lock: whoever holds the attempt's waits for
 * Craftgate, and the shop's transaction must not wait with him.
 * Throws what the shop's store throws; what was written down by then is carried on by `resumeOperations`.
 */
export async function perform(deps: OperationsDeps, order: OperationOrder): Promise<OperationResult> {
  checkKey(order.request.key)
  const attempt = await attemptOf(deps, order.request)
  if (order.request.execute === 'after-commit') return writeDown(deps, order, attempt)
  return deps.platform.exclusively(attempt.lead, async () => {
    const run = contextOf(deps, attempt.lead)
    const operations = await run.store.of(attempt.lead)
    const same = operations.find(({ key }) => key === order.request.key)
    if (same !== undefined)
      return isSame(order, same)
        ? resultOf(await carryOn(deps, same, attempt))
        : rejectedResult(rejections.keyTaken)
    const others = await settleOthers(run, operations)
    const plan = await planFor(deps, order, attempt, others)
    if (isRejection(plan)) return rejectedResult(plan)
    const created = await run.store.create(newOperation(order, attempt.lead, plan, deps.clock()))
    return created === 'conflict'
      ? rejectedResult(rejections.keyTaken)
      : resultOf(await executeSteps(created, run))
  })
}

/** One key is one operation. */
function isSame(
  { kind, request: { amount, destination } }: OperationOrder,
  known: PaymentOperation,
): boolean {
  const sameWay = destination === destinationOf(known)
  return known.kind === kind && sameWay && (amount === undefined || sameAmount(amount, known.amount))
}

/** Nothing else: this may be in the middle of a transaction of the shop. */
async function writeDown(
  deps: OperationsDeps,
  order: OperationOrder,
  attempt: Attempt,
): Promise<OperationResult> {
  const { store } = contextOf(deps, attempt.lead)
  const written = async () => (await store.of(attempt.lead)).find(({ key }) => key === order.request.key)
  let operation = await written()
  if (operation === undefined) {
    const deferred = deferredOperation(order, attempt, deps.clock())
    if (deferred === undefined) return rejectedResult(rejections.amountMissing)
    const created = await store.create(deferred)
    operation = created === 'conflict' ? await written() : created
  }
  if (operation === undefined || !isSame(order, operation)) return rejectedResult(rejections.keyTaken)
  return resultOf(operation)
}

function deferredOperation(order: OperationOrder, attempt: Attempt, now: Date): PaymentOperation | undefined {
  const { amount: named, items, itemsOnly, onlyUncaptured, chargeFromMe, destination } = order.request
  const amount = named ?? attempt.expected
  if (amount === undefined) return undefined
  const asked = { items, itemsOnly, onlyUncaptured, chargeFromMe, destination }
  const request = { amountNamed: named !== undefined, ...asked }
  return { ...newOperation(order, attempt.lead, { amount, steps: [] }, now), request }
}

/** Brings an operation as far as it gets. Runs under the attempt's lock. */
export async function carryOn(
  deps: OperationsDeps,
  operation: PaymentOperation,
  attempt: Attempt,
): Promise<PaymentOperation> {
  const run = contextOf(deps, attempt.lead)
  if (!isOpen(operation)) return operation
  if (!isDeferred(operation)) return executeSteps(operation, run)
  const earlier = (await run.store.of(attempt.lead)).filter(({ createdAt, key }) =>
    createdAt.getTime() === operation.createdAt.getTime()
      ? key < operation.key
      : createdAt < operation.createdAt,
  )
  const order = orderOf(operation)
  const plan = await planFor(deps, order, attempt, await settleOthers(run, earlier))
  if (!isRejection(plan)) {
    const { amount, steps } = plan
    return executeSteps(
      await run.store.update({ ...operation, amount, steps, state: stateOfSteps(steps) }),
      run,
    )
  }
  if (plan === rejections.unsettled) return operation
  const error = plan.passing ? rejections.nothingSent.error : plan.error
  return run.store.update({ ...operation, state: 'failed', error })
}

function orderOf(operation: PaymentOperation): OperationOrder {
  const { account, paymentId, key, kind, request } = operation
  const amount = request?.amountNamed ? operation.amount : undefined
  const { amountNamed: _named, ...asked } = request ?? {}
  return { kind, request: { account, paymentId, key, amount, ...asked } }
}

async function settleOthers(
  run: ExecutionContext,
  operations: readonly PaymentOperation[],
): Promise<readonly PaymentOperation[]> {
  const settled: PaymentOperation[] = []
  for (const operation of operations) {
    settled.push(isOpen(operation) ? await askAboutSteps(operation, run) : operation)
  }
  return settled
}

function newOperation(
  { kind, request }: OperationOrder,
  lead: PaymentRef,
  { amount, steps }: OperationPlan,
  now: Date,
): PaymentOperation {
  const { key, shopReference } = request
  const times = { createdAt: now, updatedAt: now, version: 0 }
  return { key, kind, ...lead, shopReference, amount, steps, state: stateOfSteps(steps), ...times }
}
