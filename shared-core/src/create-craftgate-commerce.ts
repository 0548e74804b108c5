import type { CraftgateCommerce } from './commerce'
import type { Gateway } from './gateway/gateway'
import type { Logger } from './logger'
import type { CraftgateOptions } from './options'
import { parseOptions } from './parse-options'
import type { CommercePlatform } from './platform'

export interface CommerceParts {
  readonly options: CraftgateOptions
  readonly platform: CommercePlatform
  /** The framework's logger; nothing is logged without one. */
  readonly logger?: Logger
  /** The time, for tests that move it. */
  readonly clock?: () => Date
  /** Craftgate for one merchant name of the options, for tests that script it. */
  readonly gatewayFor?: (merchant: string) => Gateway
}

const notYet = async (): Promise<never> => {
  throw new Error('Under construction')
}

/**
 * Puts the rooms of the core together for one shop. Make one instance at start.
 * Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function createCraftgateCommerce(parts: CommerceParts): CraftgateCommerce {
  parseOptions(parts.options)
  return {
    begin: notYet,
    handle: notYet,
    settle: notYet,
    expire: notYet,
    capture: notYet,
    void: notYet,
    refund: notYet,
    payment: notYet,
    reconcile: notYet,
    close: async () => {},
  }
}
