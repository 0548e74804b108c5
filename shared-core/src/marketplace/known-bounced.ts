// Payouts that a seller's bank sent back, as a process knows them: no webhook tells of one.
// developer.craftgate.io/api/reports/payout-bounced-sub-merchants
import { istanbulDay } from '../istanbul-time'
import { knownAnswers } from '../known-answers'
import type { BouncedPayout, Payouts } from './payouts'
import type { Period } from './wire'

/** What is still to be paid again: Craftgate lists a payout no more once it was. */
export interface StillBounced {
  readonly payouts: readonly BouncedPayout[]
  /** The days that were asked for. */
  readonly period: Period
  readonly readAt: Date
}

export interface KnownBounced {
  /** As of ten minutes ago at most; asks nobody who waits. Undefined until Craftgate answered this process once. */
  still(merchant: string): StillBounced | undefined
  /** `Payouts.bounced`; whoever looks at the page of payouts learns of more than was known, perhaps. */
  readonly bounced: Payouts['bounced']
  /** A payout was completed, which may be one that bounced before: asks now. False when none was known, and none is. */
  payoutCompleted(merchant: string): Promise<boolean>
}

/** Craftgate tells of no payout that bounces, and of one that is paid again it tells one server of several. */
const AGAIN_MS = 10 * 60_000
/** What is older is no news any more: the panel's page of payouts shows it. */
const DAYS = 92
const DAY_MS = 86_400_000

interface Parts {
  readonly bounced: Payouts['bounced']
  readonly clock: () => Date
  readonly changed: (merchant: string) => void
}

export function createKnownBounced({ bounced, clock, changed }: Parts): KnownBounced {
  const { read, known, readAt, outdate } = knownAnswers({
    ...{ clock, changed, againMs: AGAIN_MS },
    async ask(merchant) {
      const now = clock()
      const from = new Date(now.getTime() - DAYS * DAY_MS)
      const period = { from: istanbulDay(from), to: istanbulDay(now) }
      return { payouts: await bounced(merchant, period), period }
    },
    countOf: ({ payouts }) => payouts.length,
  })

  function still(merchant: string): StillBounced | undefined {
    const [answer, at] = [known(merchant), readAt(merchant)]
    return answer && at && { ...answer, readAt: at }
  }

  return {
    still,
    async bounced(merchant, period) {
      outdate(merchant)
      return bounced(merchant, period)
    },
    async payoutCompleted(merchant) {
      const before = known(merchant)?.payouts.length ?? 0
      const { payouts } = await read(merchant)
      return before + payouts.length > 0
    },
  }
}
