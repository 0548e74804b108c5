// What it means that Craftgate, asked about a request whose answer was lost, does not know it.
//
// Usually the request is sent again, with the same key: when the first one arrives after all, Craftgate gives both the
// result of one. Where that cannot be relied upon (another API key than the request was sent with, an operation older
// than a day, an answer that Craftgate may only be repeating), one look is not enough:
//  1. a look counts only when the request left longer ago than the greater of 150 seconds (Craftgate's own client waits
//     that long for an answer) and our own deadline, plus half a minute for clocks and reports that lag behind; at once
//     when Craftgate surely ended the request, since it answered it;
//  2. a second look, at least a minute after the first, has to miss it too.

const CLIENT_WAITS_MS = 150_000
const MARGIN_MS = 30_000
const BETWEEN_LOOKS_MS = 60_000

interface NotFound {
  /** When it last left, and when Craftgate was first asked about it and did not know it (ISO 8601). */
  readonly step: { readonly sentAt?: string; readonly notFoundAt?: string }
  readonly now: Date
  /** Our own deadline for a request that moves money. */
  readonly moneyMs: number
  /** Craftgate surely honours the step's key, and its answer to it was no final one. */
  readonly keyHolds: boolean
  /** Craftgate answered the request, so it does not work on it any more. */
  readonly ended: boolean
}

/** `sure`: it may be sent again. `first-miss`: write it down. `wait`: this look tells nothing. */
export function judgeNotFound(found: NotFound): 'sure' | 'first-miss' | 'wait' {
  const { step, now, moneyMs, keyHolds, ended } = found
  if (keyHolds) return 'sure'
  const patience = ended ? 0 : Math.max(moneyMs, CLIENT_WAITS_MS) + MARGIN_MS
  const over = timeOf(step.sentAt) + patience
  if (now.getTime() < over) return 'wait'
  const missed = timeOf(step.notFoundAt)
  if (missed < over) return 'first-miss' // never missed, or missed when it was sent the time before
  return now.getTime() - missed < BETWEEN_LOOKS_MS ? 'wait' : 'sure'
}

const timeOf = (text: string | undefined): number => (text === undefined ? 0 : Date.parse(text))
