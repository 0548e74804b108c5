export interface RetryOptions {
  /** How often a read is sent at most, the first time included. */
  readonly attempts: number
  /** Milliseconds that the first wait is near; later ones double, all with jitter. */
  readonly firstDelayMs: number
  readonly longestDelayMs: number
  /** Share of the deadline that one attempt may use, so that a silent socket leaves time for another attempt. */
  readonly attemptShare: number
}

export interface BreakerOptions {
  /** The circuit opens when more than this share of the calls in the window failed by an outage. */
  readonly failureShare: number
  readonly windowMs: number
  /** Fewer calls in the window never open it. */
  readonly minimumCalls: number
  /** Milliseconds until one call may try again; doubles while it keeps failing, up to a minute. */
  readonly openMs: number
}

export interface BulkheadOptions {
  /** Requests under way at once; reads on one side, everything else on the other, so that neither starves the other. */
  readonly concurrent: number
  /** Calls that may wait for their turn; one more is refused. */
  readonly queued: number
}

export interface Resilience {
  readonly retry: RetryOptions
  readonly breaker: BreakerOptions
  readonly bulkhead: BulkheadOptions
}

export const DEFAULT_RESILIENCE: Resilience = {
  retry: { attempts: 3, firstDelayMs: 150, longestDelayMs: 2_000, attemptShare: 0.6 },
  breaker: { failureShare: 0.5, windowMs: 30_000, minimumCalls: 10, openMs: 5_000 },
  bulkhead: { concurrent: 32, queued: 128 },
}
