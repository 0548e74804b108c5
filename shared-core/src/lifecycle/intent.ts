import { type Money, sum } from '../money'
import type { IntentLeg, MoneyIntent } from '../platform'

/** Planned, unknown or waiting: the money call is not at its end. */
export function isOpen(intent: MoneyIntent): boolean {
  return intent.state === 'planned' || intent.state === 'unknown' || intent.state === 'waiting'
}

/**
 * What the legs say of the whole call:
 * - a leg whose answer is not known makes it unknown;
 * - a refused leg makes it failed, once nothing is waiting any more; legs that were not sent stay unsent;
 * - otherwise legs that are still to be sent keep it open, then those that the bank works on; done is the rest.
 */
export function stateOfLegs(legs: readonly IntentLeg[]): MoneyIntent['state'] {
  const some = (state: IntentLeg['state']) => legs.some((leg) => leg.state === state)
  if (some('sent')) return 'unknown'
  if (some('failed')) return some('waiting') ? 'waiting' : 'failed'
  if (some('planned')) return legs.every((leg) => leg.state === 'planned') ? 'planned' : 'unknown'
  return some('waiting') ? 'waiting' : 'done'
}

/** The intent with the state that its legs say. A stored one may lag behind until the shop was told of the end. */
export function asItStands(intent: MoneyIntent): MoneyIntent {
  return isOpen(intent) ? { ...intent, state: stateOfLegs(intent.legs) } : intent
}

/** Legs that moved money, or still may. */
export function countingLegs(intent: MoneyIntent): readonly IntentLeg[] {
  const live = isOpen(asItStands(intent))
  return intent.legs.filter((leg) => leg.state !== 'failed' && (leg.state !== 'planned' || live))
}

/** What really moved by now, in the order's price. */
export function movedOf(intent: MoneyIntent): Money {
  const moved = intent.legs.filter((leg) => leg.state === 'done').map((leg) => leg.price)
  return sum(moved, intent.amount.currency)
}

/** The intent with this leg in place of the one with its key. */
export function withLegs(intent: MoneyIntent, key: string, legs: readonly IntentLeg[]): MoneyIntent {
  return { ...intent, legs: intent.legs.flatMap((leg) => (leg.key === key ? legs : [leg])) }
}
