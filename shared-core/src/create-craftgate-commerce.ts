import { apiKeyFingerprint, merchantOf } from './account'
import { createCheckout } from './checkout'
import { clientPool } from './client'
import type { CraftgateClient } from './client/craftgate-client'
import type { BeginResult, CraftgateCommerce } from './commerce'
import { createHttpHandler, payLink } from './http'
import { installmentTables } from './installments'
import { type Logger, silentLogger } from './logger'
import { createOperations } from './operations'
import { type CraftgateOptions, type ParsedOptions, parseOptions } from './options'

import type { CheckoutRecord, CommercePlatform } from './platform'
import { reconcile } from './reconcile'
import { createStoredCards } from './stored-cards'

export interface CommerceDependencies {
  readonly options: CraftgateOptions
  readonly platform: CommercePlatform
  /** The framework's logger; nothing is logged without one. */
  readonly logger?: Logger
  /** The time, for tests that move it. */
  readonly clock?: () => Date
  /** Craftgate for one merchant name of the options, for tests that script it. Closed by who made it. */
  readonly clientFor?: (merchant: string) => CraftgateClient
}

/**
 * Composes the core for one shop; its folders know each other only through what is passed here.
 * Make one instance at start. Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function createCraftgateCommerce(parts: CommerceDependencies): CraftgateCommerce {
  const options = parseOptions(parts.options)
  const { platform, logger = silentLogger, clock = () => new Date() } = parts
  const pool = clientPool(options.merchants, { deadlines: options.deadlines, logger })
  const byName = { clock, clientFor: parts.clientFor ?? pool.of }
  const clientFor = (account: string) => byName.clientFor(merchantOf(options, account))
  const fingerprintOf = (account: string) => apiKeyFingerprint(options, account)
  const shared = { options, platform, logger, clock, clientFor, fingerprintOf }
  const operations = createOperations(shared)
  const checkout = createCheckout({ ...shared, refundEverything: operations.refundEverything })
  const storedCards = createStoredCards(byName)
  const { resumeOperations } = operations
  const inbound = createHttpHandler({ ...shared, ...checkout, resumeOperations: () => resumeOperations() })
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
    storedCards: storedCards.cards,
    deleteStoredCard: storedCards.delete,
    installments: installmentTables(byName),
    reconcile: () => reconcile({ ...shared, ...checkout, resumeOperations }),
    close: pool.close,
  }
}

const begun = (options: ParsedOptions, record: CheckoutRecord): BeginResult => ({
  record,
  payLink: payLink(options, record.reference),
})
