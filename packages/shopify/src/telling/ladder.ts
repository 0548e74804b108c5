/**
 * Shopify's retry policy for payments apps: the pauses after each try, in seconds; 17 tries in about 24 hours
 * (shopify.dev/docs/apps/build/payments/considerations).
 */
const PAUSES = [
  5, 10, 30, 45, 60, 120, 300, 720, 2_280, 3_600, 7_200, 14_400, 14_400, 14_400, 14_400, 14_400,
] as const

/**
 * When the next try comes after so many tries (the first comes at once); undefined after the last.
 * `scale` shortens the pauses, for tests.
 */
export function nextTryAfter(tries: number, now: Date, scale: number): Date | undefined {
  const pause = PAUSES[Math.max(tries, 1) - 1]
  return pause === undefined ? undefined : new Date(now.getTime() + Math.ceil(pause * 1000 * scale))
}

/** Until then Shopify may still not have read our answer to the session request; afterwards its refusal is final. */
export const START_IS_READ_AFTER_SECONDS = 900
