import { z } from 'zod'
import { toMinor } from '../money/minor'

/** A percentage such as 4.25 or "4.25", kept as ten-thousandths of a percent. */
export const rate = z.union([z.number(), z.string()]).transform((value, context) => {
  const scaled = toMinor(value, 4)
  if (scaled !== undefined && scaled >= 0) return scaled
  context.addIssue({ code: 'custom', message: 'must be a percentage with at most 4 decimals, e.g. 4.25' })
  return z.NEVER
})
