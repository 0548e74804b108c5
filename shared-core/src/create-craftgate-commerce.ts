import { apiKeyFingerprint, merchantOf } from './account'
import { createCheckout } from './checkout'
import { gatewayPool } from './client'
import type { Gateway } from './client/gateway'
import type { BeginResult, CraftgateCommerce } from './commerce'
import { createInbound, payLink } from './http'
import { installmentTables } from './installments'
import { type Logger, silentLogger } from './logger'
import { createOperations } from './operations'
import type { CraftgateOptions, ParsedOptions } from './options'
import { parseOptions } from './parse-options'
import type { CheckoutRecord, CommercePlatform } from './platform'
import { reconcile } from './reconcile'
import { createVault } from './stored-cards'

export interface CommerceParts {
  readonly options: CraftgateOptions
  readonly platform: CommercePlatform
  /** The framework's logger; nothing is logged without one. */
  readonly logger?: Logger
  /** The time, for tests that move it. */
  readonly clock?: () => Date
  /** Craftgate for one merchant name of the options, for tests that script it. Closed by who made it. */
  readonly gatewayFor?: (merchant: string) => Gateway
}

/**
 * Puts the rooms of the core together for one shop; the rooms know each other only through what is passed here.
 * Make one instance at start. Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function createCraftgateCommerce(parts: CommerceParts): CraftgateCommerce {
  const options = parseOptions(parts.options)
  const { platform, logger = silentLogger, clock = () => new Date() } = parts
  const pool = gatewayPool(options.merchants, { deadlines: options.deadlines, logger })
  const byName = { clock, gatewayFor: parts.gatewayFor ?? pool.of }
  const gatewayFor = (account: string) => byName.gatewayFor(merchantOf(options, account))
  const fingerprintOf = (account: string) => apiKeyFingerprint(options, account)
  const shared = { options, platform, logger, clock, gatewayFor, fingerprintOf }
  const operations = createOperations(shared)
  const checkout = createCheckout({ ...shared, giveBack: operations.refundEverything })
  const vault = createVault(byName)
  const { resumeOperations } = operations
  const inbound = createInbound({ ...shared, ...checkout, resumeOperations: () => resumeOperations() })
  return {
    begin: async (sale) => begun(options, await checkout.begin(sale)),
    handle: inbound.handle,
    settle: checkout.settle,
    resolve: checkout.resolve,
    expire: checkout.expire,
    capture: operations.capture,
    void: operations.void,
    refund: operations.refund,
    executeOperation: operations.executeOperation,
    payment: operations.payment,
    storedCards: vault.cards,
    deleteStoredCard: vault.delete,
    installments: installmentTables(byName),
    reconcile: () => reconcile({ ...shared, ...checkout, resumeOperations }),
    close: pool.close,
  }
}

const begun = (options: ParsedOptions, record: CheckoutRecord): BeginResult => ({
  record,
  payLink: payLink(options, record.reference),
})
