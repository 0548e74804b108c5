import { ShopifyOAuth } from '../auth/shopify-oauth'
import type { AppContext } from '../context/app-context'
import { ReconciliationJob } from '../jobs/reconciliation-job'
import { SessionProcessor } from '../jobs/session-processor'
import { shopAddress } from '../options'
import { PaymentOutcomeHandler } from '../payments/payment-outcome-handler'
import { returnLink } from '../payments/return/return-link'
import { PrivacyRequests } from '../privacy/privacy-requests'
import { StartPaymentSession, StartTransactionSession } from '../session-requests/start-session'
import { Contacts } from '../sessions/contacts'
import { SessionStore } from '../sessions/session-store'
import { PaymentsAppsApi } from '../shopify-api'
import { type JobQueue, RetryScheduler } from '../shopify-sync/retry-scheduler'
import { SessionReporter } from '../shopify-sync/session-reporter'
import { CraftgateKeyStore } from '../shops/craftgate-keys'
import { ShopStore } from '../shops/shop-store'
import { ShopTokens } from '../shops/shop-tokens'
import { PanelAudit } from '../storage'
import { TransactionSessions } from '../transactions/transaction-sessions'
import { Tenants } from './tenants'

/** The composition root: the services of the app know each other only through what is passed here. */
export function createServices(context: AppContext, jobs: JobQueue) {
  const { options, database, logger, clock } = context
  const { publicUrl, retryScale: scale, shopify } = options
  const addressOf = shopAddress(options)
  const shops = new ShopStore(context)
  const oauth = new ShopifyOAuth(context, addressOf)
  const tokens = new ShopTokens({ context, shops, oauth })
  const keys = new CraftgateKeyStore(context)
  const contacts = new Contacts(context)
  const sessions = new SessionStore(database, clock)
  const retries = new RetryScheduler(sessions, jobs, scale)
  const api = new PaymentsAppsApi({ addressOf, tokens, deadlineMs: shopify.deadlineMs })
  const reporter = new SessionReporter({ api, sessions, retries, logger, scale })
  const isInstalled = (shop: string) => shops.isInstalled(shop)
  const outcomes = new PaymentOutcomeHandler(sessions, reporter, isInstalled)
  const commerceOf: Tenants['commerceOf'] = (tenant) => tenants.commerceOf(tenant)
  const transactions = new TransactionSessions({ sessions, retries, reporter, commerceOf })
  const tenants: Tenants = new Tenants({
    context,
    keys,
    sessions,
    contacts,
    outcomes,
    transactions,
    isInstalled,
  })
  const processor = new SessionProcessor({
    sessions,
    retries,
    reporter,
    outcomes,
    transactions,
    tenants,
    logger,
  })
  const startPayment = new StartPaymentSession({
    sessions,
    contacts,
    reporter,
    commerceOf,
    returnLinkOf: (tenant, reference) =>
      returnLink({ publicUrl, tenant, secrets: tenants.secretsOf(tenant) }, reference),
    clock,
  })
  return {
    context,
    addressOf,
    shops,
    isInstalled,
    oauth,
    tokens,
    keys,
    sessions,
    api,
    reporter,
    outcomes,
    tenants,
    processor,
    startPayment,
    transactions,
    panelAudit: new PanelAudit(database),
    privacy: new PrivacyRequests({ context, shops, contacts }),
    startTransaction: new StartTransactionSession({ sessions, retries, clock }),
    reconciliation: new ReconciliationJob({
      database,
      sessions,
      retries,
      outcomes,
      processor,
      tenants,
      logger,
      clock,
      alertsOfAll: options.alerts?.webhook !== undefined || options.alerts?.send !== undefined,
    }),
  }
}

export type AppServices = ReturnType<typeof createServices>
