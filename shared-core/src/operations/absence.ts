import type { OperationStep } from '../platform'

// When a request that Craftgate does not know surely never happened.
//
// A bank can be slow, and Craftgate works on after we hung up: its own client waits 150 seconds for an answer. So
//  1. a look counts only when the request left longer ago than the greater of that and our own deadline, plus half a
//     minute for clocks and reports that lag behind;
//  2. one look is not enough: a second one, at least a minute after the first, has to miss it too.
// Then, and only then, it may be sent again, with the same key.

const CLIENT_WAITS_MS = 150_000
const MARGIN_MS = 30_000
const BETWEEN_LOOKS_MS = 60_000

/** `too-early`: the look tells nothing. `first-miss`: write it down. `sure`: it may be sent again. */
export type Absence = 'too-early' | 'first-miss' | 'missed-again-too-soon' | 'sure'

/** What it means that Craftgate, asked now, does not know this step. `moneyMs` is our deadline for money calls. */
export function absence(step: OperationStep, now: Date, moneyMs: number): Absence {
  const over = timeOf(step.sentAt) + Math.max(moneyMs, CLIENT_WAITS_MS) + MARGIN_MS
  if (now.getTime() < over) return 'too-early'
  const missed = timeOf(step.notFoundAt)
  if (missed < over) return 'first-miss' // never missed, or missed when it was sent the time before
  return now.getTime() - missed < BETWEEN_LOOKS_MS ? 'missed-again-too-soon' : 'sure'
}

const timeOf = (text: string | undefined): number => (text === undefined ? 0 : Date.parse(text))
