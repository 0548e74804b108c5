import { type CraftgateCommerce, createCraftgateCommerce } from '@craftgate-commerce/core'
import { Inject, type OnApplicationBootstrap, type OnModuleDestroy, type Provider } from '@nestjs/common'
import {
  I18nService,
  PluginCommonModule,
  ProcessContext,
  type RuntimeVendureConfig,
  type Type,
  VendurePlugin,
} from '@vendure/core'
import * as api from './api'
import { CraftgatePlatform } from './craftgate-platform'
import { CraftgateCheckout, CraftgateEvent, CraftgateLock, CraftgateOperation } from './entities'
import { Door } from './http/door'
import { CheckoutContexts, OrderReader } from './order'
import * as payment from './payment'
import { type CraftgatePluginOptions, parsePluginOptions, type VendureOptions } from './plugin-options'
import { reconcileTask } from './reconcile-task'
import { CheckoutStore, EventStore, Ledger, OperationStore, PaymentLock } from './storage'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from './tokens'
import { vendureLogger } from './vendure-logger'

const craftgateProvider: Provider = {
  provide: CRAFTGATE,
  inject: [CraftgatePlatform, CRAFTGATE_OPTIONS],
  useFactory: (platform: CraftgatePlatform, { core }: VendureOptions) =>
    createCraftgateCommerce({ options: core, platform, logger: vendureLogger }),
}

/**
 * Craftgate payments for Vendure. Add `CraftgatePlugin.init({...})` to the plugins of your config, generate a
 * migration for its four tables, and create a payment method with the handler `craftgate`.
 */
@VendurePlugin({
  imports: [PluginCommonModule],
  compatibility: '^3.6.3',
  entities: [CraftgateCheckout, CraftgateOperation, CraftgateEvent, CraftgateLock],
  providers: [
    { provide: CRAFTGATE_OPTIONS, useFactory: () => CraftgatePlugin.parsed() },
    craftgateProvider,
    CraftgatePlatform,
    CheckoutContexts,
    OrderReader,
    Ledger,
    CheckoutStore,
    OperationStore,
    EventStore,
    PaymentLock,
    payment.ApplyOutcome,
    payment.FollowPayment,
    payment.AdditionalPayment,
    payment.MoneyCalls,
    payment.Refunds,
    payment.MovedRefund,
    payment.SettleOperation,
    api.BeginCheckout,
    api.CraftgateMethods,
    api.CheckoutStatus,
    api.CheckoutList,
    api.AdminPayment,
    api.CapturePayment,
  ],
  exports: [CRAFTGATE],
  shopApiExtensions: { schema: api.shopSchema, resolvers: [api.ShopResolver] },
  adminApiExtensions: { schema: api.adminSchema, resolvers: [api.AdminResolver] },
  configuration: (config) => CraftgatePlugin.configure(config),
})
export class CraftgatePlugin implements OnApplicationBootstrap, OnModuleDestroy {
  private static options?: VendureOptions
  private static door?: Door

  /**
   * Checks the options and returns the plugin for `VendureConfig.plugins`.
   * Throws a CraftgateError of kind `configuration` whose message has one line for each wrong key.
   */
  static init(options: CraftgatePluginOptions): Type<CraftgatePlugin> {
    CraftgatePlugin.options = parsePluginOptions(options)
    return CraftgatePlugin
  }

  /** @internal */
  static parsed(): VendureOptions {
    if (!CraftgatePlugin.options)
      throw new Error('Add CraftgatePlugin.init({...}) to the plugins, not CraftgatePlugin')
    return CraftgatePlugin.options
  }

  /** @internal */
  static configure(config: RuntimeVendureConfig): RuntimeVendureConfig {
    const { basePath, publicUrl, reconcileSchedule } = CraftgatePlugin.parsed()
    const { paymentOptions, authOptions, apiOptions, schedulerOptions } = config
    const door = new Door(publicUrl + basePath)
    CraftgatePlugin.door = door
    // New arrays: the ones that are here may be shared with another application of this process.
    paymentOptions.paymentMethodHandlers = [
      ...paymentOptions.paymentMethodHandlers,
      payment.craftgateHandler(),
    ]
    paymentOptions.paymentMethodEligibilityCheckers = [
      ...(paymentOptions.paymentMethodEligibilityCheckers ?? []),
      payment.craftgateCurrency,
    ]
    paymentOptions.refundProcess = [...(paymentOptions.refundProcess ?? []), payment.pendingRefunds]
    authOptions.customPermissions = [...authOptions.customPermissions, api.craftgatePermission]
    apiOptions.middleware = [
      ...apiOptions.middleware,
      { route: basePath, handler: door.handler, beforeListen: true },
    ]
    if (reconcileSchedule !== false) {
      schedulerOptions.tasks = [...(schedulerOptions.tasks ?? []), reconcileTask(reconcileSchedule)]
    }
    return config
  }

  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly process: ProcessContext,
    private readonly i18n: I18nService,
  ) {}

  onApplicationBootstrap(): void {
    this.i18n.addTranslation('en', api.errorResources('en'))
    this.i18n.addTranslation('tr', api.errorResources('tr'))
    if (this.process.isServer) CraftgatePlugin.door?.open(this.craftgate)
  }

  async onModuleDestroy(): Promise<void> {
    await this.craftgate.close()
  }
}
