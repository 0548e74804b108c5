import { type CraftgateCommerce, createCraftgateCommerce } from '@craftgate-commerce/core'
import { Inject, type OnApplicationBootstrap, type OnModuleDestroy, type Provider } from '@nestjs/common'
import { APP_INTERCEPTOR } from '@nestjs/core'
import {
  ConfigService,
  EventBus,
  I18nService,
  PluginCommonModule,
  ProcessContext,
  RequestContextService,
  type RuntimeVendureConfig,
  ScheduledTask,
  TransactionalConnection,
  type Type,
  VendurePlugin,
} from '@vendure/core'
import { CraftgateAlertEvent } from './alert-event'
import * as api from './api'
import { CardOwners, ForgetCards, Shoppers } from './cards'
import { CraftgateMiddleware } from './craftgate-middleware'
import { CraftgatePlatform } from './craftgate-platform'
import { craftgateEntities, declareTimesFor } from './entities'
import { CheckoutContexts, OrderDeliveries, OrderReader } from './order'
import {
  craftgatePermission,
  MerchantPanel,
  PanelAudit,
  PanelLinks,
  PanelOrderMoney,
  PanelRecordsReader,
} from './panel'
import * as payment from './payment'
import { type CraftgatePluginOptions, parsePluginOptions, type VendureOptions } from './plugin-options'
import { lostStrategy, missingScheduler, requireSafeTransactions, requireTables } from './start-checks'
import {
  Alerts,
  CheckoutStore,
  EventStore,
  IsolatedConnection,
  OldRecords,
  OperationStore,
  SalesEntries,
  VendurePaymentLock,
  VendureTransfers,
  WalletOperations,
} from './storage'
import { StorefrontApi } from './storefront'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from './tokens'
import { vendureLogger } from './vendure-logger'

const craftgateProvider: Provider = {
  provide: CRAFTGATE,
  inject: [CraftgatePlatform, CRAFTGATE_OPTIONS, EventBus, RequestContextService],
  useFactory: (
    platform: CraftgatePlatform,
    { core }: VendureOptions,
    events: EventBus,
    requests: RequestContextService,
  ) =>
    createCraftgateCommerce({
      clientName: 'craftgate-commerce-vendure',
      options: core,
      platform,
      logger: vendureLogger,
      production: process.env.NODE_ENV === 'production',
      announceAlert: async (alert) =>
        events.publish(new CraftgateAlertEvent(await requests.create({ apiType: 'admin' }), alert)),
    }),
}

/** Asks Craftgate about payments and operations that neither callback nor webhook reported. Runs in the worker. */
function reconcileTask(schedule: string): ScheduledTask {
  return new ScheduledTask({
    id: 'craftgate-reconcile',
    description: 'Asks Craftgate about payments and refunds that no callback or webhook reported',
    schedule,
    timeout: 10 * 60_000,
    preventOverlap: true,
    execute: ({ injector }) => injector.get<CraftgateCommerce>(CRAFTGATE).reconcile(),
  })
}

/** Deletes what is older than the option `retention` keeps it, and cards of customers who are gone. Runs in the worker. */
const retentionTask = () =>
  new ScheduledTask({
    id: 'craftgate-retention',
    description: 'Deletes old records of Craftgate payments, and stored cards of deleted customers',
    schedule: '43 2 * * *',
    timeout: 60 * 60_000,
    preventOverlap: true,
    execute: async ({ injector }) => {
      await injector.get(ForgetCards).forgetNobodys()
      return injector.get<CraftgateCommerce>(CRAFTGATE).applyRetention()
    },
  })

/**
 * Craftgate payments for Vendure. Add `CraftgatePlugin.init({...})` to the plugins of your config, generate a
 * migration for its tables, and create a payment method with the handler `craftgate`.
 */
@VendurePlugin({
  imports: [PluginCommonModule],
  compatibility: '^3.7.3',
  // Vendure's dashboard build looks for it from the compiled file.
  dashboard: '../dashboard/index.tsx',
  entities: [...craftgateEntities],
  providers: [
    { provide: CRAFTGATE_OPTIONS, useFactory: () => CraftgatePlugin.parsed() },
    craftgateProvider,
    CraftgatePlatform,
    CheckoutContexts,
    OrderReader,
    OrderDeliveries,
    IsolatedConnection,
    CheckoutStore,
    OperationStore,
    EventStore,
    VendurePaymentLock,
    SalesEntries,
    OldRecords,
    VendureTransfers,
    WalletOperations,
    Alerts,
    CardOwners,
    Shoppers,
    ForgetCards,
    payment.ApplyOutcome,
    payment.CancelOrder,
    payment.AdditionalPayment,
    payment.AllocatedStock,
    payment.RestorePayment,
    payment.CaptureAndVoid,
    payment.RefundPayment,
    payment.RefundRows,
    payment.ApplyOperation,
    payment.DeferredOperations,
    payment.CancelledOrderAlert,
    payment.UnpaidOrders,
    payment.SellerRefundNotes,
    payment.ShareApprovals,
    // Interceptors surround each other in this order: no call of Craftgate is made inside a transaction of another one.
    payment.MoneyWork,
    { provide: APP_INTERCEPTOR, useClass: payment.MoneyMutations },
    api.BeginCheckout,
    api.PayableOrders,
    api.PlaceUnpaidOrder,
    api.RecordPayment,
    api.ApproveLoan,
    api.CraftgateMethods,
    api.CheckoutStatus,
    api.CheckoutList,
    MerchantPanel,
    PanelOrderMoney,
    PanelRecordsReader,
    PanelLinks,
    PanelAudit,
    api.AdminPayment,
    api.CapturePayment,
    api.RefundPreview,
    api.SellerPayments,
    api.StoredCards,
    api.OwnLoans,
    api.OwnWallets,
    api.Installments,
    api.ShopPrices,
    StorefrontApi,
    { provide: APP_INTERCEPTOR, useClass: api.OrderLockInterceptor },
  ],
  exports: [CRAFTGATE],
  shopApiExtensions: {
    schema: api.shopSchema,
    resolvers: [
      api.ShopResolver,
      api.CardsResolver,
      api.WalletResolver,
      api.LoanResolver,
      api.InstallmentsResolver,
    ],
  },
  adminApiExtensions: { schema: api.adminSchema, resolvers: [api.AdminResolver] },
  configuration: (config) => CraftgatePlugin.configure(config),
})
export class CraftgatePlugin implements OnApplicationBootstrap, OnModuleDestroy {
  private static options?: VendureOptions
  private static middleware?: CraftgateMiddleware

  /** @internal Tests that run on a database which is not supported yet take this check away. */
  static requireDatabase: (type: string) => void = requireSafeTransactions

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
    CraftgatePlugin.requireDatabase(config.dbConnectionOptions.type)
    const { paymentOptions, authOptions, apiOptions, schedulerOptions, orderOptions } = config
    const middleware = new CraftgateMiddleware(publicUrl + basePath)
    CraftgatePlugin.middleware = middleware
    declareTimesFor(config.dbConnectionOptions.type)
    // New arrays: the ones that are here may be shared with another application of this process.
    paymentOptions.paymentMethodHandlers = [
      ...paymentOptions.paymentMethodHandlers,
      payment.craftgateHandler(),
      payment.offlineHandler(),
    ]
    paymentOptions.paymentMethodEligibilityCheckers = [
      ...(paymentOptions.paymentMethodEligibilityCheckers ?? []),
      payment.craftgateCurrency,
    ]
    paymentOptions.refundProcess = [...(paymentOptions.refundProcess ?? []), payment.pendingRefunds]
    orderOptions.process = [...(orderOptions.process ?? []), payment.awaitingFundsProcess()]
    orderOptions.orderPlacedStrategy = new payment.PlacedUnpaid(orderOptions.orderPlacedStrategy)
    orderOptions.stockAllocationStrategy = new payment.AllocatedUnpaid(orderOptions.stockAllocationStrategy)
    authOptions.customPermissions = [...authOptions.customPermissions, craftgatePermission]
    apiOptions.middleware = [
      ...apiOptions.middleware,
      { route: basePath, handler: middleware.handleCraftgateRequest, beforeListen: true },
    ]
    const reconcile = reconcileSchedule === false ? [] : [reconcileTask(reconcileSchedule)]
    schedulerOptions.tasks = [...(schedulerOptions.tasks ?? []), ...reconcile, retentionTask()]
    return config
  }

  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly process: ProcessContext,
    private readonly i18n: I18nService,
    private readonly connection: TransactionalConnection,
    private readonly config: ConfigService,
    private readonly shoppers: Shoppers,
    private readonly panel: MerchantPanel,
    private readonly storefront: StorefrontApi,
  ) {}

  /** Throws when the tables are missing, which stops the start of a server and of a worker. */
  async onApplicationBootstrap(): Promise<void> {
    await requireTables(this.connection.rawConnection)
    this.craftgate.alerts.watch(this.panel.alertSource())
    this.i18n.addTranslation('en', api.errorResources('en'))
    this.i18n.addTranslation('tr', api.errorResources('tr'))
    if (!this.process.isServer) return
    const { reconcileSchedule } = CraftgatePlugin.parsed()
    const warning = reconcileSchedule === false ? undefined : missingScheduler(this.config)
    if (warning) vendureLogger.warn(warning)
    const lost = lostStrategy(this.config)
    if (lost) vendureLogger.warn(lost)
    const { craftgate, shoppers, panel, storefront } = this
    CraftgatePlugin.middleware?.start({ craftgate, shoppers, panel: panel.open(), storefront })
  }

  async onModuleDestroy(): Promise<void> {
    await this.craftgate.close()
  }
}
