import { CraftgateError } from './errors'

const LONGEST = 300

/** What of an error may stand in a log: kind, code and ids of ours; of a foreign error its name and first words. */
export function logError(error: unknown): Readonly<Record<string, unknown>> {
  if (CraftgateError.is(error)) {
    const { kind, code, group, requestId, message } = error
    return { kind, code, group, requestId, message }
  }
  if (error instanceof Error) return { name: error.name, message: error.message.slice(0, LONGEST) }
  return { name: typeof error }
}
