import type { OperationRequest, OperationResult } from '../commerce'
import type { PaymentOperation } from '../platform'
import type { LifecycleParts } from './lifecycle'
import { makeMoneyCall } from './money-call'
import { voidPlanner } from './planners'

const HOUR_MS = 3_600_000
const LONGEST_WAIT_MS = 24 * HOUR_MS

/**
 * All of a payment goes back, and it is done when somebody gave it back already. A refusal is seldom for ever (too
 * little balance, a bank that is away): a call that comes an hour after it tries again, under a key of its own; then
 * after two hours, four, and so on, at most a day. Until then the refusal is the answer.
 */
export async function giveAllBack(
  parts: LifecycleParts,
  request: OperationRequest,
): Promise<OperationResult> {
  const refused = await refusedTries(parts, request)
  const number = isDue(refused, parts.clock()) ? refused.length + 1 : refused.length
  const key = number === 1 ? request.key : `${request.key}-${number}`
  const again = { ...request, key }
  return makeMoneyCall(parts, { kind: 'void', request: again, plan: voidPlanner(again) })
}

async function refusedTries({ platform }: LifecycleParts, request: OperationRequest) {
  const { key } = request
  const operations = await platform.operationsOf(request)
  return operations.filter(
    (operation) =>
      operation.state === 'failed' && (operation.key === key || operation.key.startsWith(`${key}-`)),
  )
}

function isDue(refused: readonly PaymentOperation[], now: Date): boolean {
  if (refused.length === 0) return true
  const last = Math.max(...refused.map(({ updatedAt }) => updatedAt.getTime()))
  const wait = Math.min(HOUR_MS * 2 ** (refused.length - 1), LONGEST_WAIT_MS)
  return now.getTime() >= last + wait
}
