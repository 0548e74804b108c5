import type { CraftgateError } from '../errors'

export interface FailureHints {
  /** A read may be tried again. */
  readonly again: boolean
  /** Speaks against Craftgate's availability; enough of these open the circuit. */
  readonly outage: boolean
  /** Craftgate asked to wait this long. */
  readonly retryAfterMs?: number
}

/** How one attempt failed: the error that the caller may see, and what the retry and the breaker must know. */
export class CallFailure extends Error {
  constructor(
    readonly error: CraftgateError,
    readonly hints: FailureHints,
  ) {
    super(error.message)
  }
}
