import { logError } from '../log-error'
import type { PaymentOperation, PaymentRef } from '../platform'
import type { LifecycleParts, Resumed, ResumeQuery } from './lifecycle'
import { isOpen } from './operation'
import { operationStore } from './operation-store'
import { runSteps } from './run-steps'
import { runOf } from './settle-open'

/**
 * Follows open money calls to their end: runs their steps, tells the shop, and only then closes them, so that a crash
 * between any two stepContexts loses nothing (the shop may be told twice). The shop is told outside of the payment's lock,
 * because it takes locks of its own for that.
 */
export async function resumeOperations(parts: LifecycleParts, query: ResumeQuery = {}): Promise<Resumed> {
  const troubles: string[] = []
  let settled = 0
  for await (const operation of openOperations(parts, query)) {
    const outcome = await tryToResume(parts, operation)
    if (outcome === 'settled') settled += 1
    else if (outcome !== 'not yet') troubles.push(`${nameOf(operation)}: ${outcome.trouble}`)
  }
  return { settled, troubles }
}

async function* openOperations(parts: LifecycleParts, query: ResumeQuery): AsyncIterable<PaymentOperation> {
  const { payment, before = parts.clock() } = query
  if (payment === undefined) return yield* parts.platform.openOperations({ before })
  const operations = await parts.platform.operationsOf(payment)
  yield* operations.filter(
    (operation) => operation.acknowledgedAt === undefined && operation.updatedAt <= before,
  )
}

type Outcome = 'settled' | 'not yet' | { readonly trouble: string }

async function tryToResume(parts: LifecycleParts, operation: PaymentOperation): Promise<Outcome> {
  try {
    return await resume(parts, operation)
  } catch (error) {
    const facts = logError(error)
    parts.logger.error(`Could not be settled: ${nameOf(operation)}`, { error: facts })
    return { trouble: String(facts.message ?? facts.name) }
  }
}

async function resume(
  parts: LifecycleParts,
  { account, paymentId, key }: PaymentOperation,
): Promise<Outcome> {
  const payment = { account, paymentId }
  const exclusively = (work: (open: PaymentOperation) => Promise<PaymentOperation>) =>
    parts.platform.exclusively(payment, async () => {
      const open = await findOpen(parts, payment, key)
      return open && work(open)
    })
  const ended = await exclusively((open) => runSteps(open, runOf(parts, account)))
  if (ended === undefined) return 'not yet' // somebody else told the shop meanwhile
  if (isOpen(ended))
    return ended.state === 'waiting' ? 'not yet' : { trouble: 'its outcome is not known yet' }
  await parts.platform.applyOperation(ended)
  const store = operationStore(parts.platform, parts.clock)
  await exclusively((open) => store.update({ ...open, acknowledgedAt: parts.clock() }))
  return 'settled'
}

async function findOpen(
  parts: LifecycleParts,
  payment: PaymentRef,
  key: string,
): Promise<PaymentOperation | undefined> {
  const operations = await parts.platform.operationsOf(payment)
  return operations.find((operation) => operation.key === key && operation.acknowledgedAt === undefined)
}

const nameOf = ({ kind, key, paymentId }: PaymentOperation) => `${kind} ${key} of payment ${paymentId}`
