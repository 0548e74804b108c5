import { logError } from '../log-error'
import type { MoneyIntent } from '../platform'
import { asItStands, isOpen } from './intent'
import { intentStore } from './intent-store'
import type { LifecycleParts, Resumed, ResumeQuery } from './lifecycle'
import { runLegs } from './run-legs'
import { runOf } from './settle-open'

/**
 * Follows open money calls to their end: runs their legs, tells the shop, and only then closes them, so that a crash
 * between any two steps loses nothing (the shop may be told twice). The shop is told outside of the payment's lock,
 * because it takes locks of its own for that.
 */
export async function resumeIntents(parts: LifecycleParts, query: ResumeQuery = {}): Promise<Resumed> {
  const troubles: string[] = []
  let settled = 0
  for await (const intent of openIntents(parts, query)) {
    const outcome = await tryToResume(parts, intent)
    if (outcome === 'settled') settled += 1
    else if (outcome !== 'not yet') troubles.push(`${nameOf(intent)}: ${outcome.trouble}`)
  }
  return { settled, troubles }
}

async function* openIntents(parts: LifecycleParts, query: ResumeQuery): AsyncIterable<MoneyIntent> {
  const { paymentId, before = parts.clock() } = query
  if (paymentId === undefined) return yield* parts.platform.openIntents({ before })
  const intents = await parts.platform.intentsOf(paymentId)
  yield* intents.filter((intent) => isOpen(intent) && intent.updatedAt <= before)
}

type Outcome = 'settled' | 'not yet' | { readonly trouble: string }

async function tryToResume(parts: LifecycleParts, intent: MoneyIntent): Promise<Outcome> {
  try {
    return await resume(parts, intent)
  } catch (error) {
    const facts = logError(error)
    parts.logger.error(`Could not be settled: ${nameOf(intent)}`, { error: facts })
    return { trouble: String(facts.message ?? facts.name) }
  }
}

async function resume(parts: LifecycleParts, { key, paymentId }: MoneyIntent): Promise<Outcome> {
  const exclusively = (work: (open: MoneyIntent) => Promise<MoneyIntent>) =>
    parts.platform.exclusively(paymentId, async () => {
      const open = await findOpen(parts, paymentId, key)
      return open && work(open)
    })
  const run = await exclusively((open) => runLegs(open, runOf(parts, open.merchant, false)))
  if (run === undefined) return 'not yet' // somebody else closed it meanwhile, and told the shop
  const ended = asItStands(run)
  if (isOpen(ended))
    return ended.state === 'waiting' ? 'not yet' : { trouble: 'its outcome is not known yet' }
  await parts.platform.intentSettled(ended)
  await exclusively((open) => intentStore(parts.platform, parts.clock).update(asItStands(open)))
  return 'settled'
}

async function findOpen(
  parts: LifecycleParts,
  paymentId: number,
  key: string,
): Promise<MoneyIntent | undefined> {
  const intents = await parts.platform.intentsOf(paymentId)
  return intents.find((intent) => intent.key === key && isOpen(intent))
}

const nameOf = ({ kind, key, paymentId }: MoneyIntent) => `${kind} ${key} of payment ${paymentId}`
