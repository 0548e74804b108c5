import type { Logger as CraftgateLogger } from '@craftgate-commerce/core'
import { Logger } from '@vendure/core'

export const LOGGER_CONTEXT = 'CraftgatePlugin'

type Facts = Readonly<Record<string, unknown>>

const line = (message: string, facts?: Facts): string =>
  facts === undefined ? message : `${message} ${JSON.stringify(facts)}`

/** Core's four log methods on Vendure's logger. */
export const vendureLogger: CraftgateLogger = {
  debug: (message, facts) => Logger.debug(line(message, facts), LOGGER_CONTEXT),
  info: (message, facts) => Logger.info(line(message, facts), LOGGER_CONTEXT),
  warn: (message, facts) => Logger.warn(line(message, facts), LOGGER_CONTEXT),
  error: (message, facts) => Logger.error(line(message, facts), LOGGER_CONTEXT),
}

/** What an error says, for a line of the log. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
