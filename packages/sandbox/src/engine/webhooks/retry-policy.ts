/**
 * Waits after an unanswered delivery: 10 s, 30 s, 3 min, 10 min, 30 min, so five retries after the first, 44 minutes in
 * all (developer.craftgate.io/webhook/transaction-webhook).
 */
const RETRY_DELAYS = [10_000, 30_000, 180_000, 600_000, 1_800_000]

/** Milliseconds until the next attempt after this many, or undefined when it was the last. */
export const retryDelay = (attempts: number): number | undefined => RETRY_DELAYS[attempts - 1]
