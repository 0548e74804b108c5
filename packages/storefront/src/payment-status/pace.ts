// How often the end of a payment is asked for: fewer and fewer times, and never of what has one.
import type { StorefrontPaymentState } from '@craftgate-commerce/core/storefront'

/** Seconds before each further question. */
const PAUSES = [1, 1, 2, 3, 5, 8, 13, 21, 34, 60] as const
/** About a quarter of an hour; the shopper may always look again. */
const MOST = 20
/** Nobody is waited for: the shopper may be paying in another tab. */
const SLOWLY = 5

const WAITED_FOR: ReadonlySet<StorefrontPaymentState> = new Set([
  'waiting',
  'bank-decides',
  'awaiting-funds',
  'refunding',
])
const MAY_BE_PAID: ReadonlySet<StorefrontPaymentState> = new Set(['open', 'declined'])

/** Milliseconds until it is asked again after so many questions; undefined: not by itself. No state: nothing was answered. */
export function nextQuestion(state: StorefrontPaymentState | undefined, asked: number): number | undefined {
  const pause = PAUSES[Math.min(asked, PAUSES.length - 1)]
  if (pause === undefined || asked >= MOST) return undefined
  if (state === undefined || WAITED_FOR.has(state)) return pause * 1000
  return MAY_BE_PAID.has(state) ? Math.max(pause, SLOWLY) * 1000 : undefined
}
