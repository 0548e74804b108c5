import {
  type Alert,
  type CardOwner,
  type Logger as CraftgateLogger,
  createCraftgateCommerce,
  type PaymentOutcome,
} from '@craftgate-commerce/core'
import { KnownOutcomes, PaymentLock } from '@craftgate-commerce/core/adapter'
import { alertSource } from '@craftgate-commerce/panel'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import type { Logger } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { appContainer } from '../../app-container'
import type { Craftgate, RefundTerms } from '../../craftgate'
import type { CraftgatePluginOptions } from '../../options'
import { panelHost } from '../../panel/panel-host'
import { PanelAudit, PanelLinks } from '../../panel/panel-store'
import { parseOptionsOfConfig, refusePostgresLocks, requireProvider } from '../../require-lines'
import {
  Alerts,
  advisoryLock,
  CheckoutEventStore,
  CheckoutStore,
  Leases,
  missingTables,
  OldRecords,
  OperationStore,
  openIsolatedPool,
  ProcessedWebhooks,
  SalesEntries,
  UnreleasedOrders,
  WalletOperations,
} from '../../storage'
import { MedusaTransfers } from '../../transfers'
import { MedusaPlatform } from './medusa-platform'

interface ModuleContainer {
  readonly logger: Logger
  readonly __pg_connection__: Knex
}

/** The plugin's module: core put together for this shop, and what it writes down. `container.resolve('craftgate')`. */
export default class CraftgateModuleService implements Craftgate {
  readonly options
  readonly commerce
  readonly checkouts
  readonly operations
  readonly events
  readonly sales
  readonly leases
  readonly unreleasedOrders
  readonly panelLinks
  readonly panelAudit
  readonly knownOutcomes = new KnownOutcomes<string, PaymentOutcome>()
  readonly cardOwners = new KnownOutcomes<string, CardOwner>()
  readonly refundTerms = new KnownOutcomes<string, RefundTerms>()
  readonly logger: CraftgateLogger
  private readonly connections: Knex

  /**
   * Throws when the provider's line is missing, when Medusa's locks are those of Postgres, and a CraftgateError of kind
   * `configuration` for wrong options.
   */
  constructor({ logger, __pg_connection__ }: ModuleContainer, options?: CraftgatePluginOptions) {
    requireProvider()
    refusePostgresLocks()
    this.options = parseOptionsOfConfig(options)
    this.logger = craftgateLogger(logger)
    this.connections = openIsolatedPool(__pg_connection__)
    this.events = new CheckoutEventStore(this.connections)
    this.checkouts = new CheckoutStore(this.connections, this.events)
    this.operations = new OperationStore(this.connections)
    this.sales = new SalesEntries(this.connections)
    this.leases = new Leases(this.connections)
    this.unreleasedOrders = new UnreleasedOrders(this.connections)
    this.panelLinks = new PanelLinks(this.connections)
    this.panelAudit = new PanelAudit(this.connections)
    const platform = new MedusaPlatform(this, {
      events: new ProcessedWebhooks(this.connections),
      lock: new PaymentLock(advisoryLock(this.connections)),
      retention: new OldRecords(this.connections),
      transfers: new MedusaTransfers(this.connections, this.checkouts, appContainer),
      walletOperations: new WalletOperations(this.connections),
      alerts: new Alerts(this.connections),
    })
    this.commerce = createCraftgateCommerce({
      clientName: 'craftgate-commerce-medusa',
      options: this.options.core,
      platform,
      logger: this.logger,
      production: process.env.NODE_ENV === 'production',
      announceAlert: emitAlert,
    })
  }

  readonly __hooks = {
    /** Medusa goes on whatever comes of this, so a missing table is said where the start is read. */
    onApplicationStart: async () => {
      const missing = await missingTables(this.connections)
      this.commerce.alerts.watch(alertSource(panelHost(appContainer)))
      if (missing.length > 0) this.logger.error(`No payment can be taken: ${missing.join(', ')} ${NOT_THERE}`)
    },
    onApplicationShutdown: async () => {
      await this.commerce.close()
      await this.connections.destroy()
    },
  }
}

const NOT_THERE = 'not found in the database. Run `npx medusa db:migrate` and start again'

/** `craftgate.alert.raised`, `craftgate.alert.cleared` or `craftgate.alert.test`, for subscribers of the shop. */
async function emitAlert({ since, ...alert }: Alert): Promise<void> {
  const data = { ...alert, since: since.toISOString() }
  await appContainer.resolve(Modules.EVENT_BUS).emit({ name: `craftgate.alert.${alert.state}`, data })
}

type Facts = Readonly<Record<string, unknown>>

const line = (message: string, facts?: Facts): string =>
  facts === undefined ? `craftgate: ${message}` : `craftgate: ${message} ${JSON.stringify(facts)}`

/** Core's four log methods on Medusa's logger. */
const craftgateLogger = (logger: Logger): CraftgateLogger => ({
  debug: (message, facts) => logger.debug(line(message, facts)),
  info: (message, facts) => logger.info(line(message, facts)),
  warn: (message, facts) => logger.warn(line(message, facts)),
  error: (message, facts) => logger.error(line(message, facts)),
})
