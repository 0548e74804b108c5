import type { CraftgateCommerce, Logger } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'
import type { Clock } from '../context/clock'
import { errorFacts } from '../context/logging'
import type { Tenant } from '../context/tenant'
import type { PaymentOutcomeHandler } from '../payments/payment-outcome-handler'
import type { SessionStore } from '../sessions/session-store'
import type { RetryScheduler } from '../shopify-sync/retry-scheduler'
import type { SessionProcessor } from './session-processor'
import { tenantsToReconcile } from './tenants-to-reconcile'

export interface ReconciliationJobDeps {
  readonly database: DataSource
  readonly sessions: SessionStore
  readonly retries: RetryScheduler
  readonly outcomes: PaymentOutcomeHandler
  readonly processor: SessionProcessor
  readonly tenants: { commerceOf(tenant: Tenant): Promise<CraftgateCommerce | undefined> }
  readonly logger: Logger
  readonly clock: Clock
  /** What needs attention is told of every shop, not only of those that named an address: it may be where nothing is open. */
  readonly alertsOfAll: boolean
}

const CONCURRENCY = 4
/** An attempt that is so late was lost with the process that was to make it. */
const LOST_AFTER_MS = 60_000
/** The retry policy makes eleven attempts in that time, so that Shopify may be away for hours. */
const END_BEFORE_MS = 4 * 3_600_000

/** Once a minute: requeues lost attempts, and asks Craftgate about what no notification reported. */
export class ReconciliationJob {
  constructor(private readonly deps: ReconciliationJobDeps) {}

  async run(): Promise<void> {
    await this.requeueLost()
    await this.reconcile()
    await this.expirePendingSessions()
  }

  private async requeueLost(): Promise<void> {
    const { sessions, retries, clock, logger } = this.deps
    const lost = await sessions.overdue(new Date(clock().getTime() - LOST_AFTER_MS))
    for (const { id } of lost) await this.guarded({ session: id }, () => retries.requeue(id))
    if (lost.length > 0) logger.warn('Lost attempts are made now', { sessions: lost.length })
  }

  /**
   * Shopify waits for a pending payment for three days, and takes no answer after that. A safe while before, Craftgate is
   * asked once more; then awaited funds are given up, and a review that nobody decided is shown to the merchant, because
   * the card stays charged until they decide.
   */
  private async expirePendingSessions(): Promise<void> {
    const { sessions, processor, outcomes, clock } = this.deps
    for (const { id } of await sessions.pendingUntil(new Date(clock().getTime() + END_BEFORE_MS))) {
      await this.guarded({ session: id }, async () => {
        await processor.process(id)
        await outcomes.expireAwaiting(id)
        await sessions.locked(id, async (session) => {
          const { resolution, syncStatus } = session.row
          const isStillPending = resolution?.mutation === 'paymentSessionPending' && syncStatus === 'synced'
          if (isStillPending) await session.change({ lastError: 'review-overdue' })
        })
      })
    }
  }

  /** Some shops at a time, so that a slow one does not keep all others waiting. */
  private async reconcile(): Promise<void> {
    const { database, alertsOfAll, clock } = this.deps
    const tenants = [...(await tenantsToReconcile(database, clock(), { alertsOfAll }))]
    const next = async (): Promise<void> => {
      for (let tenant = tenants.shift(); tenant; tenant = tenants.shift()) await this.reconcileTenant(tenant)
    }
    await Promise.all(Array.from({ length: CONCURRENCY }, next))
  }

  private reconcileTenant({ shop, mode }: Tenant): Promise<void> {
    return this.guarded({ shop, mode }, async () => {
      const commerce = await this.deps.tenants.commerceOf({ shop, mode })
      const { problems } = (await commerce?.reconcile()) ?? { problems: [] }
      if (problems.length > 0)
        this.deps.logger.warn('Some payments could not be settled', { shop, mode, problems })
    })
  }

  /** One failure never stops the rest. */
  private async guarded(what: Readonly<Record<string, string>>, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      this.deps.logger.error('A reconciliation failed', { ...what, error: errorFacts(error) })
    }
  }
}
