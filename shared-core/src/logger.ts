import { CraftgateError } from './errors'

/** The framework's logger. `facts` hold ids, states and codes: never a secret, a card number or personal data. */
export interface Logger {
  debug(message: string, facts?: Readonly<Record<string, unknown>>): void
  info(message: string, facts?: Readonly<Record<string, unknown>>): void
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void
  error(message: string, facts?: Readonly<Record<string, unknown>>): void
}

export const silentLogger: Logger = { debug() {}, info() {}, warn() {}, error() {} }

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
