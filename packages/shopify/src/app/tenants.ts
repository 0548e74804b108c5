import {
  type CraftgateCommerce,
  type CraftgateOptions,
  createCraftgateCommerce,
} from '@craftgate-commerce/core'
import type { AppContext } from '../context/app-context'
import { basePathOf, type Tenant, tenantKey } from '../context/tenant'
import { fetchOfInternet } from '../http/internet-address'
import { mailAlert } from '../mail/mail-alert'
import { shopAlerts } from '../merchant/panel/shop-alerts'
import type { PaymentOutcomeHandler } from '../payments/payment-outcome-handler'
import { returnLink } from '../payments/return/return-link'
import { deriveSecrets, type SecretList, UnreadableSecret } from '../secrets'
import type { Contacts } from '../sessions/contacts'
import type { SessionStore } from '../sessions/session-store'
import { type CraftgateKeyStore, merchantOptionsOf, type StoredKeys } from '../shops/craftgate-keys'
import {
  Alerts,
  CheckoutStore,
  OperationStore,
  PaymentLock,
  ProcessedWebhookStore,
  SalesEntries,
  WalletOperations,
} from '../storage'
import type { TransactionSessions } from '../transactions/transaction-sessions'
import { ShopifyPlatform } from './shopify-platform'

export interface TenantsDeps {
  readonly context: AppContext
  readonly keys: CraftgateKeyStore
  readonly sessions: SessionStore
  readonly contacts: Contacts
  readonly outcomes: PaymentOutcomeHandler
  readonly transactions: TransactionSessions
  readonly isInstalled: (shop: string) => Promise<boolean>
}

interface Made {
  readonly version: number
  readonly commerce: CraftgateCommerce
}

/** Requests that hold an instance whose keys were just changed end by then. */
const CLOSE_AFTER_MS = 5 * 60_000
const MOST = 500

/** One core for each shop and mode, made when it is first needed, and made anew when its keys change. */
export class Tenants {
  private readonly made = new Map<string, Made>()
  /** What is being made, so that many who come at once make one. */
  private readonly making = new Map<string, Promise<CraftgateCommerce | undefined>>()
  private readonly closing = new Set<CraftgateCommerce>()

  constructor(private readonly deps: TenantsDeps) {}

  /** Undefined when the shop has no Craftgate keys for this mode. */
  async commerceOf(tenant: Tenant): Promise<CraftgateCommerce | undefined> {
    const version = await this.deps.keys.version(tenant)
    if (version === undefined) return undefined
    const key = tenantKey(tenant)
    const known = this.made.get(key)
    if (known?.version === version) return this.used(key, known)
    const underWay = this.making.get(key) ?? this.make(tenant).finally(() => this.making.delete(key))
    this.making.set(key, underWay)
    return underWay
  }

  stores({ shop, mode }: Tenant) {
    const { database } = this.deps.context
    const tenant = { shop, mode }
    return {
      checkouts: new CheckoutStore(database, tenant),
      operations: new OperationStore(database, tenant),
      events: new ProcessedWebhookStore(database, tenant),
      sales: new SalesEntries(database, tenant),
      walletOperations: new WalletOperations(database, tenant),
      alerts: new Alerts(database, tenant),
      lock: new PaymentLock(database, tenant),
    }
  }

  /** Sign what belongs to this tenant. */
  secretsOf(tenant: Tenant): SecretList {
    return deriveSecrets(this.deps.context.options.appSecret, `links/${tenantKey(tenant)}`)
  }

  async close(): Promise<void> {
    const all = [...this.closing, ...[...this.made.values()].map(({ commerce }) => commerce)]
    await Promise.all(all.map((commerce) => commerce.close()))
  }

  /** The least used of a map is its first. */
  private used(key: string, made: Made): CraftgateCommerce {
    this.made.delete(key)
    this.made.set(key, made)
    return made.commerce
  }

  private async make({ shop, mode }: Tenant): Promise<CraftgateCommerce | undefined> {
    const tenant = { shop, mode }
    const keys = await this.keysOf(tenant)
    if (keys === undefined) return undefined
    const key = tenantKey(tenant)
    this.retire(key)
    const [leastUsed] = this.made.keys()
    if (this.made.size >= MOST && leastUsed !== undefined) this.retire(leastUsed)
    return this.used(key, { version: keys.version, commerce: this.build(tenant, keys) })
  }

  /** Keys that cannot be opened any more are as good as none; the merchant enters them again. */
  private async keysOf(tenant: Tenant): Promise<StoredKeys | undefined> {
    try {
      return await this.deps.keys.read(tenant)
    } catch (error) {
      if (!(error instanceof UnreadableSecret)) throw error
      const facts = { ...tenant, reason: error.message }
      this.deps.context.logger.error('The Craftgate keys of a shop cannot be opened', facts)
      return undefined
    }
  }

  private retire(key: string): void {
    const old = this.made.get(key)?.commerce
    this.made.delete(key)
    if (!old) return
    this.closing.add(old)
    const close = () => {
      this.closing.delete(old)
      old.close().catch(() => {})
    }
    setTimeout(close, CLOSE_AFTER_MS).unref()
  }

  private build({ shop, mode }: Tenant, keys: StoredKeys): CraftgateCommerce {
    const { context, sessions, contacts, outcomes, transactions, isInstalled } = this.deps
    const { publicUrl, reconcileAfterSeconds, requestsPerMinute, craftgate, checkout } = context.options
    const tenant = { shop, mode }
    const secrets = this.secretsOf(tenant)
    const platform = new ShopifyPlatform({
      stores: this.stores(tenant),
      sessions,
      contacts,
      outcomes,
      transactions,
      isInstalled,
      returnUrlOf: (reference) => returnLink({ publicUrl, tenant, secrets }, reference),
    })
    const commerce = createCraftgateCommerce({
      clientName: 'craftgate-commerce-shopify',
      options: {
        publicUrl,
        basePath: basePathOf(tenant),
        linkSecret: [...secrets],
        merchants: {
          [mode]: { ...merchantOptionsOf(mode, keys, craftgate.emulator), account: keys.account },
        },
        returnOrigins: [publicUrl],
        reconcileAfterSeconds,
        requestsPerMinute,
        ...{ checkout, alerts: alertsOf(context.options, keys) },
      },
      platform,
      logger: context.logger,
      clock: context.clock,
    })
    commerce.alerts.watch(shopAlerts({ ...tenant, context, commerce, tenants: this }))
    return commerce
  }
}

/** A shop's own addresses instead of the deployment's; a merchant names them, so they are of the internet, but in development. */
function alertsOf(
  { alerts, alertMail, shopify }: AppContext['options'],
  keys: StoredKeys,
): CraftgateOptions['alerts'] {
  if (keys.alerts === undefined) return alerts
  const { language, repeatMinutes } = alerts ?? {}
  const { webhook, mail } = keys.alerts
  const transport = shopify.emulator === undefined ? { fetch: fetchOfInternet } : {}
  return {
    ...{ language, repeatMinutes },
    ...(webhook && { webhook: { ...webhook, ...transport } }),
    ...(mail !== undefined && alertMail && { send: (alert) => mailAlert(alertMail, mail, alert) }),
  }
}
