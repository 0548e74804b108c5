import { z } from 'zod'

const kind = z.enum([
  'status',
  'throttled',
  'shop-inactive',
  'access-denied',
  'unauthorized',
  'malformed',
  'hang',
  'delay',
  'drop-before',
  'drop-after',
])

export const faultSchema = z.strictObject({
  /**
   * - status: `status` with a body that is not GraphQL; nothing happened
   * - throttled, shop-inactive: HTTP 200 with errors[].extensions.code; nothing happened
   * - access-denied, unauthorized: 403, 401; nothing happened
   * - malformed: 200 with HTML; nothing happened
   * - hang: no answer until the caller gives up; nothing happened
   * - delay: `ms` real milliseconds, then as usual
   * - drop-before, drop-after: the connection is cut before or after the mutation took effect
   */
  kind,
  shop: z.string().optional(),
  /** "paymentSessionResolve"; absent for every call. */
  operation: z.string().optional(),
  status: z.number().int().min(400).max(599).default(500),
  ms: z.number().int().min(0).default(0),
  /** How many matching calls it hits. */
  times: z.number().int().min(1).default(1),
})

/** Something that goes wrong on purpose; everything but `kind` has a default. */
export type FaultInput = z.input<typeof faultSchema>

/** A fault and how often it is still to happen. */
export interface ArmedFault extends z.output<typeof faultSchema> {
  left: number
}

/** The fault that this call meets, if any; it is then used up by one. */
export function meetFault(faults: ArmedFault[], call: { shop: string; operation?: string }) {
  const met = faults.find(
    ({ shop, operation, left }) =>
      left > 0 &&
      (shop === undefined || shop === call.shop) &&
      (operation === undefined || operation === call.operation),
  )
  if (met) met.left -= 1
  return met
}
