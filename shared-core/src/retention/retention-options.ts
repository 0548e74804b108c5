import { z } from 'zod'

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
