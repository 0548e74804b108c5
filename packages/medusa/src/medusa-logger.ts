import type { Logger as CraftgateLogger } from '@craftgate-commerce/core'
import type { Logger } from '@medusajs/framework/types'

type Facts = Readonly<Record<string, unknown>>

const line = (message: string, facts?: Facts): string =>
  facts === undefined ? `craftgate: ${message}` : `craftgate: ${message} ${JSON.stringify(facts)}`

/** Core's four log methods on Medusa's logger. */
export const medusaLogger = (logger: Logger): CraftgateLogger => ({
  debug: (message, facts) => logger.debug(line(message, facts)),
  info: (message, facts) => logger.info(line(message, facts)),
  warn: (message, facts) => logger.warn(line(message, facts)),
  error: (message, facts) => logger.error(line(message, facts)),
})
