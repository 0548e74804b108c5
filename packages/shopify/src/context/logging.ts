import type { Logger } from '@craftgate-commerce/core'

/**
 * What of an error may stand in a log: its name and the code of database or system. Never its message: a database's may
 * hold what was written.
 */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = codeIn(error) ?? ('driverError' in error ? codeIn(error.driverError) : undefined)
  return code === undefined ? error.name : `${error.name} ${code}`
}

function codeIn(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

type Level = keyof Logger

/** One JSON object a line on stderr, as log collectors of containers read it. */
export function jsonLogger(write: (line: string) => void, least: Level = 'info'): Logger {
  const levels: readonly Level[] = ['debug', 'info', 'warn', 'error']
  const log =
    (level: Level) =>
    (message: string, facts: Readonly<Record<string, unknown>> = {}): void => {
      if (levels.indexOf(level) < levels.indexOf(least)) return
      write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`)
    }
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') }
}
