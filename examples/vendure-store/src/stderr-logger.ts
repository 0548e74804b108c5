import type { VendureLogger } from '@vendure/core'

/** Nest's list of every module and route, which says nothing new. */
const CHATTER = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'GraphQLModule',
  'NestFactory',
])

/** Logs go to stderr, because stdout carries the one line that says the store is ready. */
export class StderrLogger implements VendureLogger {
  error(message: string, context?: string, trace?: string): void {
    write('error', message, context)
    if (trace) process.stderr.write(`${trace}\n`)
  }

  warn(message: string, context?: string): void {
    write('warn', message, context)
  }

  info(message: string, context?: string): void {
    if (!CHATTER.has(context ?? '')) write('info', message, context)
  }

  verbose(): void {}

  debug(): void {}
}

function write(level: string, message: string, context?: string): void {
  process.stderr.write(`${new Date().toISOString()} ${level} ${context ? `[${context}] ` : ''}${message}\n`)
}
