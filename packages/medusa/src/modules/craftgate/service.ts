import {
  type CardOwner,
  type CraftgateCommerce,
  createCraftgateCommerce,
  type PaymentOutcome,
} from '@craftgate-commerce/core'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import type { Logger } from '@medusajs/framework/types'
import { medusaLogger } from '../../medusa-logger'
import { MedusaPlatform } from '../../medusa-platform'
import { type CraftgatePluginOptions, type PluginOptions, parsePluginOptions } from '../../options'
import { KnownOutcomes } from '../../payment'
import { requireProvider } from '../../require-lines'
import {
  CheckoutEventStore,
  CheckoutStore,
  OperationStore,
  openIsolatedPool,
  PaymentLock,
  ProcessedWebhooks,
} from '../../storage'

interface ModuleContainer {
  readonly logger: Logger
  readonly __pg_connection__: Knex
}

/** Medusa adds its database to the options of every module. */
type ModuleOptions = CraftgatePluginOptions & { readonly database?: unknown }

/** The plugin's module: core put together for this shop, and what it writes down. `container.resolve('craftgate')`. */
export default class CraftgateModuleService {
  readonly options: PluginOptions
  readonly commerce: CraftgateCommerce
  readonly checkouts: CheckoutStore
  readonly operations: OperationStore
  readonly notes: CheckoutEventStore
  /** What Craftgate said of a payment session or a payment. */
  readonly knownOutcomes = new KnownOutcomes<PaymentOutcome>()
  /** Whose cards a customer's are. */
  readonly cardOwners = new KnownOutcomes<CardOwner>()
  readonly logger: ReturnType<typeof medusaLogger>
  private readonly connection: Knex

  /** Throws when the provider's line is missing, and a CraftgateError of kind `configuration` for wrong options. */
  constructor({ logger, __pg_connection__ }: ModuleContainer, options: ModuleOptions) {
    requireProvider()
    const { database: _database, ...given } = options
    this.options = parsePluginOptions(given)
    this.logger = medusaLogger(logger)
    this.connection = openIsolatedPool(__pg_connection__)
    this.notes = new CheckoutEventStore(this.connection)
    this.checkouts = new CheckoutStore(this.connection, this.notes)
    this.operations = new OperationStore(this.connection)
    const platform = new MedusaPlatform(
      this,
      new ProcessedWebhooks(this.connection),
      new PaymentLock(this.connection),
    )
    this.commerce = createCraftgateCommerce({ options: this.options.core, platform, logger: this.logger })
  }

  readonly __hooks = {
    onApplicationShutdown: async () => {
      await this.commerce.close()
      await this.connection.destroy()
    },
  }
}
