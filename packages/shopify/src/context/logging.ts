import { CraftgateError, type Logger } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { currentWork } from './current-work'

/**
 * What of an error may stand in a log: class, code, ids and where it happened. Never the words of a foreign one: a database's
 * may hold what was written.
 */
export function errorFacts(error: unknown): Readonly<Record<string, unknown>> {
  const facts = logError(error)
  return CraftgateError.is(error) ? facts : { ...facts, message: undefined }
}

/** The code that Node or PostgreSQL gave an error; empty when it has none. */
export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

type Level = keyof Logger

/** One JSON object a line, as log collectors of containers read it, with the ids of the request or job that it is part of. */
export function jsonLogger(write: (line: string) => void, least: Level = 'info'): Logger {
  const levels: readonly Level[] = ['debug', 'info', 'warn', 'error']
  const log =
    (level: Level) =>
    (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
      if (levels.indexOf(level) < levels.indexOf(least)) return
      write(
        `${JSON.stringify({ time: new Date().toISOString(), level, message, ...currentWork(), ...facts })}\n`,
      )
    }
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') }
}
