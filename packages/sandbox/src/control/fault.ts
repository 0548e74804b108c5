import { z } from 'zod'

/**
 * drop-*: the connection is cut, after or before the work was done. status: answered with it, no work done.
 * status-after-commit: answered with it although the work was done.
 */
const kind = z.enum(['drop-after-commit', 'drop-before', 'delay', 'status', 'status-after-commit'])

const match = z.strictObject({
  method: z.string().optional(),
  /** A path that the request's path starts with, or a regular expression for it. */
  path: z.union([z.string(), z.instanceof(RegExp)]).optional(),
  /** Over HTTP, where a RegExp cannot travel: its source. */
  pathRegex: z.string().optional(),
  /** The first matching request that is hit, counted from 1. */
  nth: z.number().int().min(1).default(1),
})

export const faultSchema = z.strictObject({
  match: match.default({ nth: 1 }),
  kind,
  /** Real milliseconds that go by before it happens. */
  ms: z.number().int().min(0).default(0),
  status: z.number().int().min(400).max(599).default(503),
  /** How many matching requests it hits. */
  times: z.number().int().min(1).default(1),
})

/** Something that goes wrong on purpose; everything but `kind` has a default. */
export type FaultInput = z.input<typeof faultSchema>
export type Fault = z.output<typeof faultSchema>

/** A fault and how often it has been met. */
export interface ArmedFault extends Fault {
  readonly id: string
  seen: number
  hit: number
}
