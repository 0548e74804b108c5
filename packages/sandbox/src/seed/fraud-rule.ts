import { z } from 'zod'
import { parseConditions } from '../engine/fraud/conditions'

/** A rule as the merchant's panel would make it: `clientIp in @blockedClientIps and paidPrice > 1000`. */
export const fraudRule = z.strictObject({
  name: z.string().trim().min(1),
  action: z.enum(['BLOCK', 'REVIEW']),
  /** What it is run for: payments, questions about a card's rewards, or both. */
  operations: z
    .array(z.enum(['PAYMENT', 'LOYALTY']))
    .min(1)
    .default(['PAYMENT']),
  conditions: z.string().superRefine((text, context) => {
    try {
      parseConditions(text)
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : String(error) })
    }
  }),
})

export type FraudRule = z.output<typeof fraudRule>
