import type { MoneyRequest, MoneyResult } from '../commerce'
import { CraftgateError } from '../errors'
import type { Gateway } from '../gateway/gateway'
import { compare, type Money } from '../money'
import type { IntentLeg, MoneyIntent } from '../platform'
import { factsOf } from './call/answers'
import { type ReportedPayment, reportedPayment } from './call/reported-payment'
import { checkKey } from './check-key'
import { isOpen, stateOfLegs } from './intent'
import type { LifecycleParts } from './lifecycle'
import { refusedResult, resultOf } from './money-result'
import { isRefusal, type Refusal } from './plan/refusal'
import { runLegs } from './run-legs'
import { runOf, settleOpen } from './settle-open'
import { keyTaken, notSuccessful, unsettled } from './standing-refusals'

/** What a plan may look at. `intents` are the payment's other money calls, as they stand now. */
export interface Scene {
  readonly gateway: Gateway
  readonly payment: ReportedPayment
  readonly intents: readonly MoneyIntent[]
}

export interface MoneyPlan {
  /** In the order's price. */
  readonly amount: Money
  readonly legs: readonly IntentLeg[]
}

export interface MoneyCall {
  readonly kind: MoneyIntent['kind']
  readonly request: MoneyRequest & { readonly amount?: Money }
  readonly plan: (scene: Scene) => Promise<MoneyPlan | Refusal>
}

/**
 * Makes a money call once, however often it is asked for, while no other server makes one for this payment:
 * 1. money calls that are still open are brought as far as they get;
 * 2. one with the same key is the answer, whatever became of it;
 * 3. else a plan is made and written down, and its legs run.
 * Throws what the shop's store throws; what was written down by then is settled by `resumeIntents`.
 */
export async function makeMoneyCall(parts: LifecycleParts, call: MoneyCall): Promise<MoneyResult> {
  const { key, paymentId } = call.request
  checkKey(key)
  return parts.platform.exclusively(paymentId, async () => {
    const intents = await settleOpen(parts, paymentId)
    const same = intents.find((intent) => intent.key === key)
    return same === undefined ? planAndRun(parts, call, intents) : answerAgain(same, call)
  })
}

function answerAgain(same: MoneyIntent, { kind, request }: MoneyCall): MoneyResult {
  const { amount } = request
  const agrees =
    amount === undefined || (amount.currency === same.amount.currency && compare(amount, same.amount) === 0)
  return same.kind === kind && agrees ? resultOf(same) : refusedResult(keyTaken)
}

async function planAndRun(
  parts: LifecycleParts,
  call: MoneyCall,
  intents: readonly MoneyIntent[],
): Promise<MoneyResult> {
  const plan = inTheWay(call, intents) ?? (await planOf(parts, call, intents))
  if (isRefusal(plan)) return refusedResult(plan)
  const run = runOf(parts, call.request.merchant, true)
  const intent = await run.store.create(newIntent(call, plan, parts.clock()))
  return intent === 'conflict' ? refusedResult(keyTaken) : resultOf(await runLegs(intent, run))
}

/** Refunds can be planned around each other; anything else waits until the payment's state is known again. */
function inTheWay({ kind }: MoneyCall, intents: readonly MoneyIntent[]): Refusal | undefined {
  const open = intents.filter(isOpen)
  return open.some((intent) => intent.kind !== 'refund' || kind !== 'refund') ? unsettled : undefined
}

/** A payment that cannot be read is not touched. */
async function planOf(
  parts: LifecycleParts,
  { request, plan }: MoneyCall,
  intents: readonly MoneyIntent[],
): Promise<MoneyPlan | Refusal> {
  const gateway = parts.gatewayFor(request.merchant)
  try {
    const payment = await reportedPayment(gateway, request.paymentId)
    return payment.successful ? await plan({ gateway, payment, intents }) : notSuccessful
  } catch (error) {
    if (CraftgateError.is(error)) return refusalOf(error)
    throw error
  }
}

const refusalOf = (error: CraftgateError): Refusal => ({
  error: factsOf(error),
  ...(error.retry !== 'no' && { passing: true }),
})

function newIntent({ kind, request }: MoneyCall, { amount, legs }: MoneyPlan, now: Date): MoneyIntent {
  const { key, merchant, paymentId, shopReference } = request
  const [state, version] = [stateOfLegs(legs), 0]
  const told = { key, kind, merchant, paymentId, shopReference }
  return { ...told, amount, legs, state, createdAt: now, updatedAt: now, version }
}
