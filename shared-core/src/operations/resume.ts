import type { OperationResult } from '../commerce'
import { logError } from '../logger'
import type { PaymentOperation, PaymentRef } from '../platform'
import { attemptOf, contextOf, type OperationsDeps, operationStore } from './context'
import { findDoubled } from './execute'
import { isApproval, isDeferred, isOpen } from './operation'
import { carryOn } from './perform'
import { rejectedResult, rejections, resultOf } from './result'

export interface ResumeQuery {
  /** Only the operations of this payment. */
  readonly payment?: PaymentRef
  /** Only operations last written before this moment; now when absent. */
  readonly before?: Date
  /** Passes on those of them that are resumed this time; all when absent. */
  readonly some?: (open: AsyncIterable<PaymentOperation>) => AsyncIterable<PaymentOperation>
}

export interface Resumed {
  /** Operations that the shop was told the end of, and acknowledged. */
  readonly settled: number
  /** One sentence for each operation that could not be settled this time. */
  readonly problems: readonly string[]
}

/** A deferred operation that the shop does not know after so long was rolled back. */
const WITHDRAWN_AFTER_MS = 10 * 60_000

/**
 * Carries open operations on and tells the shop their end, until it acknowledges that its own row is committed. So a
 * crash between any two of these loses nothing, and a transaction of the shop that was rolled back after the money moved
 * is told again. The shop is told outside of the payment's lock, because it takes locks of its own for that.
 */
export async function resumeOperations(deps: OperationsDeps, query: ResumeQuery = {}): Promise<Resumed> {
  const problems: string[] = []
  let settled = 0
  const open = openOperations(deps, query)
  for await (const operation of query.some?.(open) ?? open) {
    const outcome = await tryToResume(deps, operation)
    if (outcome === 'settled') settled += 1
    else if (outcome !== 'not yet') problems.push(`${nameOf(operation)}: ${outcome.problem}`)
  }
  return { settled, problems }
}

/**
 * Runs an operation that was written down before and tells the shop its end. A deferred one only when the shop says that
 * its own row is committed; where the shop cannot be asked, the caller says so by calling this.
 */
export async function executeOperation(
  deps: OperationsDeps,
  payment: PaymentRef,
  key: string,
): Promise<OperationResult> {
  const { lead } = await attemptOf(deps, payment)
  const stored = async () => (await deps.platform.operationsOf(lead)).find((each) => each.key === key)
  const operation = await stored()
  if (operation === undefined) return rejectedResult(rejections.unknownOperation)
  if (operation.acknowledgedAt === undefined) await tryToResume(deps, operation, { committed: true })
  return resultOf((await stored()) ?? operation)
}

async function* openOperations(deps: OperationsDeps, query: ResumeQuery): AsyncIterable<PaymentOperation> {
  const { payment, before = deps.clock() } = query
  if (payment === undefined) return yield* deps.platform.openOperations({ before })
  const { lead } = await attemptOf(deps, payment)
  const operations = await deps.platform.operationsOf(lead)
  yield* operations.filter(
    ({ acknowledgedAt, updatedAt }) => acknowledgedAt === undefined && updatedAt <= before,
  )
}

type Outcome = 'settled' | 'not yet' | { readonly problem: string }

interface Asked {
  /** Of a deferred operation, where the platform itself cannot say it: the shop's transaction is over. */
  readonly committed?: boolean
}

async function tryToResume(
  deps: OperationsDeps,
  operation: PaymentOperation,
  asked: Asked = {},
): Promise<Outcome> {
  try {
    return await resume(deps, operation, asked)
  } catch (error) {
    const facts = logError(error)
    deps.logger.error(`Could not be settled: ${nameOf(operation)}`, { error: facts })
    return { problem: String(facts.message ?? facts.name) }
  }
}

async function resume(
  deps: OperationsDeps,
  { account, paymentId, key }: PaymentOperation,
  asked: Asked,
): Promise<Outcome> {
  const attempt = await attemptOf(deps, { account, paymentId })
  const exclusively = (work: (open: PaymentOperation) => Promise<PaymentOperation>) =>
    deps.platform.exclusively(attempt.lead, async () => {
      const open = await findUnacknowledged(deps, attempt.lead, key)
      return open && work(open)
    })
  let isToApply = false
  const run = await exclusively(async (stored) => {
    isToApply = isOpen(stored) || isSilent(deps, stored)
    const decision = isDeferred(stored) ? await mayRun(deps, stored, asked) : 'run'
    if (decision === 'run') return carryOn(deps, stored, attempt)
    return decision === 'withdraw' ? withdraw(deps, stored) : stored
  })
  if (run === undefined || !isToApply) return 'not yet' // somebody else told the shop, or its own transaction still runs
  if (isDeferred(run) || run.state === 'waiting') return 'not yet'
  if (isOpen(run)) return { problem: 'its outcome is not known yet' }
  const isShops = run.error?.code !== rejections.withdrawn.error.code && !isApproval(run.kind)
  if (isShops) await deps.platform.applyOperation(run)
  const store = operationStore(deps)
  await exclusively((open) => store.update({ ...open, acknowledgedAt: deps.clock() }))
  const [doubled] = await findDoubled(run, contextOf(deps, attempt.lead))
  return doubled === undefined ? 'settled' : { problem: doubled }
}

/** The shop that asked for an operation which ended at once may still be committing its own row. */
function isSilent({ clock, options }: OperationsDeps, { updatedAt }: PaymentOperation): boolean {
  return clock().getTime() - updatedAt.getTime() >= options.reconcileAfterSeconds * 1000
}

/** A deferred operation belongs to a transaction of the shop that may still be open, or rolled back. */
async function mayRun(
  { platform, clock }: OperationsDeps,
  operation: PaymentOperation,
  { committed = false }: Asked,
): Promise<'run' | 'wait' | 'withdraw'> {
  if (platform.isOperationCommitted === undefined) return committed ? 'run' : 'wait'
  if (await platform.isOperationCommitted(operation)) return 'run'
  return clock().getTime() - operation.createdAt.getTime() < WITHDRAWN_AFTER_MS ? 'wait' : 'withdraw'
}

function withdraw(deps: OperationsDeps, operation: PaymentOperation) {
  const { error } = rejections.withdrawn
  return operationStore(deps).update({ ...operation, state: 'failed', error })
}

async function findUnacknowledged(
  deps: OperationsDeps,
  payment: PaymentRef,
  key: string,
): Promise<PaymentOperation | undefined> {
  const operations = await deps.platform.operationsOf(payment)
  return operations.find((operation) => operation.key === key && operation.acknowledgedAt === undefined)
}

const nameOf = ({ kind, key, paymentId }: PaymentOperation) => `${kind} ${key} of payment ${paymentId}`
