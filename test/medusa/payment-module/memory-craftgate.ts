import {
  type CardOwner,
  type CheckoutQuery,
  type CheckoutRecord,
  createCraftgateCommerce,
  type PaymentOperation,
  type PaymentOutcome,
  silentLogger,
} from '@craftgate-commerce/core'
import { MemoryPlatform } from '@craftgate-commerce/core/testing'
import type CraftgateModuleService from '../../../packages/medusa/src/modules/craftgate/service'
import { type CraftgatePluginOptions, parsePluginOptions } from '../../../packages/medusa/src/options'
import { KnownOutcomes } from '../../../packages/medusa/src/payment'

type Service = CraftgateModuleService

/** What the payment provider needs of the plugin's module. */
interface Craftgate
  extends Pick<Service, 'options' | 'commerce' | 'knownOutcomes' | 'cardOwners' | 'logger'> {
  readonly checkouts: Pick<Service['checkouts'], 'find' | 'latest'>
  readonly operations: Pick<Service['operations'], 'of' | 'save'>
}

/** The plugin's module with its books in memory; core and its HTTP are the real ones. */
export class MemoryCraftgate implements Craftgate {
  readonly platform = new MemoryPlatform()
  readonly knownOutcomes = new KnownOutcomes<PaymentOutcome>()
  readonly cardOwners = new KnownOutcomes<CardOwner>()
  readonly logger = silentLogger
  readonly options
  readonly commerce

  readonly checkouts = {
    find: (by: CheckoutQuery) => this.platform.findCheckout(by),
    latest: async ({ id }: Pick<CheckoutRecord, 'id'>) => this.platform.checkouts.get(id),
  }

  readonly operations = {
    of: async (paymentId: number) => [...(await this.platform.operationsOf(paymentId))],
    save: (operation: PaymentOperation) => this.platform.saveOperation(operation),
  }

  constructor(options: CraftgatePluginOptions) {
    this.options = parsePluginOptions(options)
    const { core } = this.options
    this.commerce = createCraftgateCommerce({ options: core, platform: this.platform, logger: this.logger })
  }
}
