import {
  type CardOwner,
  type CheckoutQuery,
  type CheckoutRecord,
  createCraftgateCommerce,
  type PaymentOperation,
  type PaymentOutcome,
  type PaymentRef,
} from '@craftgate-commerce/core'
import { KnownOutcomes, silentLogger } from '@craftgate-commerce/core/adapter'
import { MemoryPlatform } from '@craftgate-commerce/core/testing'
import type { Craftgate, RefundTerms } from '../../../packages/medusa/src/craftgate'
import { type CraftgatePluginOptions, parsePluginOptions } from '../../../packages/medusa/src/options'

/** What the payment provider needs of the plugin's module. */
interface ProviderCraftgate
  extends Pick<
    Craftgate,
    'options' | 'commerce' | 'knownOutcomes' | 'cardOwners' | 'refundTerms' | 'logger'
  > {
  readonly checkouts: Pick<Craftgate['checkouts'], 'find' | 'latest'>
  readonly operations: Pick<Craftgate['operations'], 'of' | 'save'>
  readonly leases: Pick<Craftgate['leases'], 'during' | 'mark' | 'isHeld'>
  readonly unreleasedOrders: Pick<Craftgate['unreleasedOrders'], 'add'>
}

/** The plugin's module with its records in memory; core and its HTTP are the real ones. */
export class MemoryCraftgate implements ProviderCraftgate {
  readonly platform = new MemoryPlatform()
  readonly knownOutcomes = new KnownOutcomes<string, PaymentOutcome>()
  readonly cardOwners = new KnownOutcomes<string, CardOwner>()
  readonly refundTerms = new KnownOutcomes<string, RefundTerms>()
  readonly logger = silentLogger
  readonly options
  readonly commerce

  readonly checkouts = {
    find: (by: CheckoutQuery) => this.platform.findCheckout(by),
    latest: async ({ id }: Pick<CheckoutRecord, 'id'>) => this.platform.checkouts.get(id),
  }

  readonly operations = {
    of: async (payment: PaymentRef) => [...(await this.platform.operationsOf(payment))],
    save: (operation: PaymentOperation) => this.platform.saveOperation(operation),
  }

  /** One server, and nothing of Medusa's own beside it. */
  readonly leases = {
    during: <T>(_name: string, _patienceMs: number, work: () => Promise<T>) => work(),
    mark: async () => {},
    isHeld: async () => false,
  }

  readonly unreleasedOrders = { add: async () => {} }

  constructor(options: CraftgatePluginOptions) {
    this.options = parsePluginOptions(options)
    const { core } = this.options
    this.commerce = createCraftgateCommerce({ options: core, platform: this.platform, logger: this.logger })
  }
}
