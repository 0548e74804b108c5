import { Faults, faultFields } from '@craftgate-commerce/emulator-kit'
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
  'drop-after-commit',
])

export const faultSchema = z.strictObject({
  /**
   * - status: `status` with a body that is not GraphQL; nothing happened
   * - throttled, shop-inactive: HTTP 200 with errors[].extensions.code; nothing happened
   * - access-denied, unauthorized: 403, 401; nothing happened
   * - malformed: 200 with HTML; nothing happened
   * - hang: no answer until the caller gives up; nothing happened
   * - delay: `ms` real milliseconds, then as usual
   * - drop-before, drop-after-commit: the connection is cut before or after the mutation took effect
   */
  kind,
  ...faultFields,
  shop: z.string().optional(),
  /** "paymentSessionResolve"; absent for every call. */
  operation: z.string().optional(),
  status: z.number().int().min(400).max(599).default(500),
})

/** Something that goes wrong on purpose; everything but `kind` has a default. */
export type FaultInput = z.input<typeof faultSchema>

/** A fault, how many matching calls it has seen, and how many of them it has hit. */
export type ActiveFault = ReturnType<GraphQLFaults['faults']['list']>[number]

/** What goes wrong on purpose with the app's GraphQL calls. */
export interface GraphQLFaults {
  /** Every connection is cut. */
  down: boolean
  readonly faults: Faults<typeof faultSchema, Pick<GraphQLRequest, 'shop' | 'operation'>>
}

/** Nothing goes wrong. */
export const defaultGraphQLFaults = (): GraphQLFaults => ({
  down: false,
  faults: new Faults(
    faultSchema,
    ({ shop, operation }, call) =>
      (shop === undefined || shop === call.shop) && (operation === undefined || operation === call.operation),
  ),
})

/** A GraphQL call of the app. */
export interface GraphQLRequest {
  readonly at: number
  readonly shop: string
  /** First field of the operation, like "paymentSessionResolve". */
  readonly operation?: string
  /** Its `id` argument. */
  readonly id?: string
  /** "ok", "user-errors", "errors", "unauthorized", "not-found", "bad-request", "down", or the kind of the fault. */
  readonly outcome: string
}
