import { Faults, faultFields } from '@craftgate-commerce/emulator-kit'
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
  ...faultFields,
  status: z.number().int().min(400).max(599).default(503),
})

/** Something that goes wrong on purpose; everything but `kind` has a default. */
export type FaultInput = z.input<typeof faultSchema>
export type RequestFaults = ReturnType<typeof createFaults>
/** A fault, how many matching requests it has seen, and how many of them it has hit. */
export type ActiveFault = ReturnType<RequestFaults['list']>[number]

interface Request {
  readonly method: string
  readonly path: string
}

/** The faults that wait for their request. */
export const createFaults = () => new Faults(faultSchema, matches)

function matches({ match }: z.output<typeof faultSchema>, { method, path }: Request): boolean {
  if (match.method && match.method.toUpperCase() !== method) return false
  if (match.pathRegex && !new RegExp(match.pathRegex).test(path)) return false
  if (match.path instanceof RegExp) return match.path.test(path)
  return path.startsWith(match.path ?? '')
}
