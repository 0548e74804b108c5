import type { Gateway } from '../client/gateway'
import type { OperationRequest, OperationResult } from '../commerce'
import { CraftgateError } from '../errors'
import { compare, type Money } from '../money'
import type { OperationStep, PaymentOperation } from '../platform'
import { factsOf } from './call/answers'
import { type ReportedPayment, reportedPayment } from './call/reported-payment'
import { checkKey } from './check-key'
import type { LifecycleParts } from './lifecycle'
import { refusedResult, resultOf } from './money-result'
import { isOpen, stateOfSteps } from './operation'
import { isRefusal, type Refusal } from './plan/refusal'
import { runSteps } from './run-steps'
import { runOf, settleOpen } from './settle-open'
import { keyTaken, notSuccessful, unsettled } from './standing-refusals'

/** What a plan may look at. `operations` are the payment's other money calls, as they stand now. */
export interface Scene {
  readonly gateway: Gateway
  readonly payment: ReportedPayment
  readonly operations: readonly PaymentOperation[]
}

export interface MoneyPlan {
  /** In the order's price. */
  readonly amount: Money
  readonly steps: readonly OperationStep[]
}

export interface MoneyCall {
  readonly kind: PaymentOperation['kind']
  readonly request: OperationRequest & { readonly amount?: Money }
  readonly plan: (scene: Scene) => Promise<MoneyPlan | Refusal>
}

/**
 * Makes a money call once, however often it is asked for, while no other server makes one for this payment:
 * 1. money calls that are still open are brought as far as they get;
 * 2. one with the same key is the answer, whatever became of it;
 * 3. else a plan is made and written down, and its steps run.
 * Throws what the shop's store throws; what was written down by then is settled by `resumeOperations`.
 */
export async function makeMoneyCall(parts: LifecycleParts, call: MoneyCall): Promise<OperationResult> {
  const { key } = call.request
  checkKey(key)
  return parts.platform.exclusively(call.request, async () => {
    const operations = await settleOpen(parts, call.request)
    const same = operations.find((operation) => operation.key === key)
    return same === undefined ? planAndRun(parts, call, operations) : answerAgain(same, call)
  })
}

function answerAgain(same: PaymentOperation, { kind, request }: MoneyCall): OperationResult {
  const { amount } = request
  const agrees =
    amount === undefined || (amount.currency === same.amount.currency && compare(amount, same.amount) === 0)
  return same.kind === kind && agrees ? resultOf(same) : refusedResult(keyTaken)
}

async function planAndRun(
  parts: LifecycleParts,
  call: MoneyCall,
  operations: readonly PaymentOperation[],
): Promise<OperationResult> {
  const plan = inTheWay(call, operations) ?? (await planOf(parts, call, operations))
  if (isRefusal(plan)) return refusedResult(plan)
  const run = runOf(parts, call.request.account)
  const operation = await run.store.create(newOperation(call, plan, parts.clock()))
  return operation === 'conflict' ? refusedResult(keyTaken) : resultOf(await runSteps(operation, run))
}

/** Refunds can be planned around each other; anything else waits until the payment's state is known again. */
function inTheWay({ kind }: MoneyCall, operations: readonly PaymentOperation[]): Refusal | undefined {
  const open = operations.filter(isOpen)
  return open.some((operation) => operation.kind !== 'refund' || kind !== 'refund') ? unsettled : undefined
}

/** A payment that cannot be read is not touched. */
async function planOf(
  parts: LifecycleParts,
  { request, plan }: MoneyCall,
  operations: readonly PaymentOperation[],
): Promise<MoneyPlan | Refusal> {
  const gateway = parts.gatewayFor(request.account)
  try {
    const payment = await reportedPayment(gateway, request.paymentId)
    return payment.successful ? await plan({ gateway, payment, operations }) : notSuccessful
  } catch (error) {
    if (CraftgateError.is(error)) return refusalOf(error)
    throw error
  }
}

const refusalOf = (error: CraftgateError): Refusal => ({
  error: factsOf(error),
  ...(error.retry !== 'no' && { passing: true }),
})

function newOperation(
  { kind, request }: MoneyCall,
  { amount, steps }: MoneyPlan,
  now: Date,
): PaymentOperation {
  const { key, account, paymentId, shopReference } = request
  const [state, version] = [stateOfSteps(steps), 0]
  const told = { key, kind, account, paymentId, shopReference }
  return { ...told, amount, steps, state, createdAt: now, updatedAt: now, version }
}
