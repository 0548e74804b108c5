import type { SessionRow } from '../../database'
import { type Words, wordFor } from '../words'

/** What Shopify was told of a session, with the reason that was given; undefined when nothing was decided. */
export function decisionWords({ decision }: Pick<SessionRow, 'decision'>, words: Words): string | undefined {
  if (decision === null) return undefined
  const why = pendingReason(decision)
  const told = wordFor(words.operations, decision.operation)
  return why === undefined ? told : `${told}: ${why}`
}

function pendingReason(decision: NonNullable<SessionRow['decision']>): string | undefined {
  if (!('reason' in decision) || typeof decision.reason === 'string') return undefined
  return `${decision.reason.merchantMessage} (${decision.reason.code})`
}
