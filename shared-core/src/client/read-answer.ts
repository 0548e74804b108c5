import type { z } from 'zod'
import { unreadableAnswer } from './errors'

/** An answer of Craftgate in this shape; `what` it is about. Throws a CraftgateError of code `unreadable-answer`. */
export function readAnswer<T>(shape: z.ZodType<T>, answer: unknown, what: string): T {
  const read = shape.safeParse(answer)
  if (read.success) return read.data
  throw unreadableAnswer(what, read.error)
}
