import type { Logger } from '@craftgate-commerce/core'

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
