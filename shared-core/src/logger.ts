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

/**
 * What of an error may stand in a log: kind, code and ids of ours; of a foreign error its name, code and first words. Of
 * both where it happened.
 */
export function logError(error: unknown): Readonly<Record<string, unknown>> {
  if (CraftgateError.is(error)) {
    const { kind, code, group, requestId, message } = error
    return { kind, code, group, requestId, message, at: stackPositions(error) }
  }
  if (error instanceof Error) {
    const message = error.message.slice(0, LONGEST)
    return { name: error.name, code: codeIn(error), message, at: stackPositions(error) }
  }
  return { name: typeof error }
}

/** The code that Node, a database driver or an ORM gave an error. */
function codeIn(error: object): string | undefined {
  const own = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const { driverError, cause } = error as { driverError?: unknown; cause?: unknown }
  const inner = driverError ?? cause
  return own ?? (typeof inner === 'object' && inner !== null ? codeIn(inner) : undefined)
}

const MOST_POSITIONS = 6

/** `folder/file.js:12:34` of the innermost calls, without the error's words, which may hold what was written. */
export function stackPositions({ stack = '' }: Error): readonly string[] {
  const positions = stack.split('\n').flatMap((line) => {
    const [, position] = /^\s+at .*?([^\s(]+:\d+:\d+)\)?$/.exec(line) ?? []
    return position === undefined || position.startsWith('node:') ? [] : [position]
  })
  return positions.slice(0, MOST_POSITIONS).map((position) => position.split('/').slice(-3).join('/'))
}
