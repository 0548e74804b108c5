// What is kept for how long: the options, and the job that deletes in batches what is older.
import { z } from 'zod'
import { type Logger, logError } from './logger'
import type { CheckoutState, RetentionStore } from './platform'

const days = (least: number, preset: number) => {
  const error = `must be a whole number of days, at least ${least}, or 'forever'`
  return z
    .union([z.int(), z.literal('forever')], { error })
    .refine((count) => count === 'forever' || count >= least, { error })
    .default(preset)
}

/** How many days records are kept after they were last written; `forever` keeps them. */
export const retentionOptions = z.strictObject({
  /**
   * Attempts that were paid, with their captures, voids and refunds. A refund from the shop needs them, and afterwards it
   * can only be made in Craftgate's panel. Turkish law gives a buyer two years for defective goods (TKHK 6502, art. 12), and
   * a dispute takes its time: three years.
   */
  paidDays: days(400, 1_095),
  /** Attempts that expired unpaid. They are looked at again for a day, in case money came late. */
  unpaidDays: days(7, 90),
  /** That a webhook was handled. Handling one again changes nothing. */
  webhookDays: days(2, 30),
})

export type RetentionOptions = z.output<typeof retentionOptions>

export interface RetentionDependencies {
  readonly store: RetentionStore
  readonly retention: RetentionOptions
  readonly logger: Logger
  readonly clock: () => Date
}

/** How much one call deletes, for whoever waits for its answer. */
export interface RetentionPart {
  /** So many batches of 500 rows of each kind; without it 200. */
  readonly batches?: number
}

/** A part that is deleted in seconds: for an endpoint that is called again and again until it answers that nothing was left. */
export const PART_OF_A_REQUEST: RetentionPart = { batches: 10 }

/** How many rows were deleted. */
export interface RetentionReport {
  readonly paid: number
  readonly unpaid: number
  readonly webhooks: number
}

/**
 * What may go. Every other state waits for something: an attempt that is created, open, in review or refunding is not at
 * its end, and what needs a review waits for the merchant, for as long as that takes.
 */
const PAID: readonly CheckoutState[] = ['authorized', 'captured', 'refunded']
const UNPAID: readonly CheckoutState[] = ['expired']

const DAY_MS = 86_400_000
/** So few that nobody waits for the locks of one batch. */
const BATCH = 500
/** One run ends in minutes, however much there is; the next one goes on. */
const MOST_BATCHES = 200

/**
 * Deletes the records that are older than the options keep them, in batches. Run it once a day, on one server at a time.
 * A kind of record that cannot be deleted now is logged, and never keeps the others.
 */
export async function applyRetention(
  deps: RetentionDependencies,
  { batches = MOST_BATCHES }: RetentionPart = {},
): Promise<RetentionReport> {
  const { store, retention } = deps
  const checkouts = (states: readonly CheckoutState[]) => (before: Date, limit: number) =>
    store.deleteCheckouts({ states, before, limit })
  return {
    paid: await deleteOld(deps, retention.paidDays, checkouts(PAID), batches),
    unpaid: await deleteOld(deps, retention.unpaidDays, checkouts(UNPAID), batches),
    webhooks: await deleteOld(
      deps,
      retention.webhookDays,
      (before, limit) => store.deleteEvents({ before, limit }),
      batches,
    ),
  }
}

/**
 * Deletes batch after batch of what is older than so many days, and answers how many rows went: for what core keeps, and
 * for an adapter's own tables.
 */
export async function deleteOld(
  { logger, clock }: Pick<RetentionDependencies, 'logger' | 'clock'>,
  days: number | 'forever',
  deleteBatch: (before: Date, limit: number) => Promise<number>,
  batches = MOST_BATCHES,
): Promise<number> {
  if (days === 'forever') return 0
  const before = new Date(clock().getTime() - days * DAY_MS)
  let deleted = 0
  try {
    for (let batch = 0; batch < batches; batch += 1) {
      const count = await deleteBatch(before, BATCH)
      deleted += count
      if (count < BATCH) break
    }
  } catch (error) {
    logger.error('Old records could not be deleted', { before, error: logError(error) })
  }
  return deleted
}
