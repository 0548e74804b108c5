import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { accountOf, apiKeyFingerprint, merchantOf } from './account'
import { type Alert, createAlerts } from './alerts'
import { createCheckout } from './checkout'
import { requireReturnBack } from './checkout/page-options'
import { clientPool } from './client'
import type { CraftgateClient } from './client/craftgate-client'
import type { BeginResult, CraftgateCommerce } from './commerce'
import { createFraud } from './fraud'
import { createHttpHandler, payLink, payLinkFor } from './http'
import { installmentTables } from './installments/installments'
import { createLinkPayments } from './links'
import { createPaymentLinks } from './links/payment-links'
import { createLoanLimits } from './loans/loan-limit'
import { createLoanOffers } from './loans/loan-offers'
import { type Logger, silentLogger } from './logger'
import { createMarketplace } from './marketplace'
import { createDeliveredShares } from './marketplace/delivered-shares'
import { createMembers } from './members'
import { waysToPay } from './methods'
import { createOfflinePayments } from './offline-payments'
import { createOperations, givenBack } from './operations'
import type { CraftgateOptions, ParsedOptions } from './options/options'
import { parseOptions, requireSafeCardEntry, risksOf } from './options/parse-configuration'
import { createDeclinedPayments } from './payment/declined-payments'
import { createPaymentsByCard } from './payment/payments-by-card'
import type { CheckoutRecord, CommercePlatform } from './platform'
import { createLateOperations } from './reconcile/late-operations'
import { reconcile } from './reconcile/reconcile'
import { createRefusedRefunds } from './reconcile/refused-refunds'
import { createReports } from './reports'
import { applyRetention } from './retention'
import { createSetup } from './setup'
import { Connections } from './setup/connection'
import { createKnownPoses } from './setup/known-poses'
import { createStoredCards } from './stored-cards/stored-cards'
import { createTransfers } from './transfers'
import { createWallets, resumeNotifiedWallets, resumeWallets } from './wallets'

export interface CommerceDependencies {
  readonly options: CraftgateOptions
  readonly platform: CommercePlatform
  /** Package that asks, as Craftgate reads it (`user-agent`, `x-client-version`), e.g. `craftgate-commerce-medusa`. */
  readonly clientName?: string
  /** The framework's logger; nothing is logged without one. */
  readonly logger?: Logger
  /** True on a server that serves customers: what does not fit such a server is then told to the log. */
  readonly production?: boolean
  /** The time, for tests that move it. */
  readonly clock?: () => Date
  /** Craftgate for one merchant name of the options, for tests that script it. Closed by who made it. */
  readonly clientFor?: (merchant: string) => CraftgateClient
  /** Publishes an alert as an event of the platform's; absent where it has none. */
  readonly announceAlert?: (alert: Alert) => Promise<void>
}

/** Instalment prices are asked of anybody's browser: few at a time, beside the calls that payments need. */
const PRICES = { concurrent: 4, queued: 32 }

/**
 * Composes the core for one shop; its folders know each other only through what is passed here.
 * Make one instance at start. Throws a CraftgateError of kind `configuration`, one line for each wrong key.
 */
export function createCraftgateCommerce(parts: CommerceDependencies): CraftgateCommerce {
  const options = parseOptions(parts.options)
  requireReturnBack(options, options.checkout.returnBackUrl)
  requireSafeCardEntry(options)
  const { platform, logger = silentLogger, clock = () => new Date(), production = false } = parts
  for (const risk of risksOf(options, { production })) logger.warn(risk)
  const limits = { name: parts.clientName, deadlines: options.deadlines, logger }
  const pool = clientPool(options.merchants, limits)
  const prices = clientPool(options.merchants, { ...limits, bulkhead: PRICES })
  const alerts = createAlerts({
    settings: options.alerts,
    announce: parts.announceAlert,
    merchants: Object.keys(options.merchants),
    accountOf: (merchant) => accountOf(options, merchant),
    store: platform.alerts,
    ...{ logger, clock },
  })
  const connections = new Connections(clock, alerts.soon)
  const plainly = parts.clientFor ?? pool.of
  const byName = { clock, clientFor: (merchant: string) => connections.watched(merchant, plainly(merchant)) }
  const clientFor = (account: string) => byName.clientFor(merchantOf(options, account))
  const fingerprintOf = (account: string) => apiKeyFingerprint(options, account)
  const shared = { options, platform, logger, clock, clientFor, fingerprintOf }
  const operations = createOperations(shared)
  const { refundEverything } = operations
  const members = createMembers({ ...byName, shop: options.wallets?.shop })
  const memberOf = async (account: string, customer: string) =>
    (await members.customers.find({ merchant: merchantOf(options, account), customer }))?.id
  const pages = createCheckout({ ...shared, refundEverything, memberOf })
  const offline = createOfflinePayments({ ...shared, ...operations, settle: pages.settle })
  const checkout = { ...pages, ...offline.around(pages) }
  const storedCards = createStoredCards(byName)
  const approveDelivered = createDeliveredShares({ ...shared, approve: operations.approve })
  const { resumeOperations } = operations
  const wallets = { ...shared, newKey: randomUUID, pause: (ms: number) => sleep(ms) }
  const { noteTransfer, ...transfers } = createTransfers({ ...shared, recordOffline: offline.record })
  const paymentLinks = createPaymentLinks({
    ...byName,
    referenceOf: async (merchant, paymentId) =>
      (await platform.findCheckout({ account: accountOf(options, merchant), paymentId }))?.reference,
  })
  const poses = createKnownPoses({ ...byName, changed: alerts.soon })
  const { marketplace, payoutCompleted } = createMarketplace({
    ...{ byMerchant: byName.clientFor, byAccount: clientFor, clock, bouncedChanged: alerts.soon },
  })
  const notified = { resumeOperations, noteTransfer, readPoses: poses.read, payoutCompleted, connections }
  const inbound = createHttpHandler({
    ...{ ...shared, ...checkout, ...notified },
    resumeWallets: (isMeant) => resumeNotifiedWallets(wallets, isMeant),
  })
  return {
    timeZone: options.timeZone,
    begin: async (sale) => begun(options, await checkout.begin(sale)),
    payLink: (reference) => payLink(options, reference),
    payLinkFor: (who) => payLinkFor(options, { ...who, now: clock() }),
    handle: inbound.handle,
    settle: (record) => checkout.settle(record, 'ask'),
    settleReturned: checkout.settleReturned,
    resolve: checkout.resolve,
    expire: checkout.expire,
    approveLoan: checkout.approveLoan,
    decideReview: checkout.decideReview,
    refundUnexpected: checkout.refundUnexpected,
    ...createLoanLimits(byName),
    beginOffline: offline.begin,
    recordOffline: (reference) => offline.record(reference),
    capture: operations.capture,
    void: operations.void,
    refund: operations.refund,
    previewRefund: operations.previewRefund,
    refundsElsewhere: operations.refundsElsewhere,
    approve: operations.approve,
    approveDelivered,
    disapprove: operations.disapprove,
    executeOperation: operations.executeOperation,
    waysToPay: (entry) => waysToPay(options.checkout, entry),
    refunded: async ({ account, paymentIds: [paymentId] }) =>
      paymentId === undefined ? undefined : givenBack(await platform.operationsOf({ account, paymentId })),
    payment: operations.payment,
    ...createDeclinedPayments(shared),
    ...createLateOperations(shared),
    ...createRefusedRefunds(shared),
    fraud: createFraud(byName),
    paymentLinks,
    linkPayments: createLinkPayments({ ...shared, paymentLinks, settle: checkout.settle }),
    ...createPaymentsByCard(clientFor),
    members,
    wallets: createWallets(wallets),
    marketplace,
    transfers,
    reports: createReports({ ...byName, options, platform }),
    setup: createSetup({ ...byName, options, connections, poses, logger }),
    storedCards: storedCards.cards,
    renameStoredCard: storedCards.rename,
    deleteStoredCard: storedCards.delete,
    installments: installmentTables({
      clock,
      clientFor: parts.clientFor ?? prices.of,
      enabledInstallments: options.checkout.enabledInstallments,
    }),
    loanOffers: createLoanOffers({ clock, clientFor: parts.clientFor ?? prices.of }),
    applyRetention: async (part) =>
      platform.retention === undefined
        ? { paid: 0, unpaid: 0, webhooks: 0 }
        : applyRetention({ ...shared, store: platform.retention, retention: options.retention }, part),
    alerts,
    async reconcile(part) {
      const asked = { ...shared, ...checkout, resumeOperations, approveDelivered }
      const report = await reconcile(
        { ...asked, resumeWallets: (query) => resumeWallets(wallets, query) },
        part,
      )
      if (report.next !== undefined) return report
      return { ...report, problems: [...report.problems, ...(await alerts.tell())] }
    },
    close: async () => {
      await alerts.close()
      await Promise.all([pool.close(), prices.close()])
    },
  }
}

const begun = (options: ParsedOptions, record: CheckoutRecord): BeginResult => ({
  record,
  payLink: payLink(options, record.reference),
  payLinkBy: (method) => payLink(options, record.reference, method),
})
