import { setTimeout } from 'node:timers/promises'
import type {
  CheckoutRecord,
  CheckoutState,
  CraftgateCommerce,
  Logger,
  ReviewDecision,
} from '@craftgate-commerce/core'
import { waitsForLoanApproval, waitsForReview } from '@craftgate-commerce/core/adapter'
import { errorFacts } from '../context/logging'
import type { Tenant } from '../context/tenant'
import type { SessionRow } from '../database'
import { type PaymentOutcomeHandler, ShopifySyncPending } from '../payments/payment-outcome-handler'
import type { SessionStore } from '../sessions/session-store'
import type { RetryJob, RetryScheduler } from '../shopify-sync/retry-scheduler'
import type { SessionReporter } from '../shopify-sync/session-reporter'
import type { TransactionSessions } from '../transactions/transaction-sessions'

export interface SessionProcessorDeps {
  readonly sessions: SessionStore
  readonly retries: RetryScheduler
  readonly reporter: SessionReporter
  readonly outcomes: PaymentOutcomeHandler
  readonly transactions: TransactionSessions
  readonly tenants: {
    commerceOf(tenant: Tenant): Promise<CraftgateCommerce | undefined>
    stores(tenant: Tenant): { readonly checkouts: { of(reference: string): Promise<CheckoutRecord[]> } }
  }
  readonly logger: Logger
}

/** Brings a session of any kind one attempt further. */
export class SessionProcessor {
  private readonly running = new Map<string, Promise<void>>()

  constructor(private readonly deps: SessionProcessorDeps) {}

  /** A job whose moment has come. While an earlier attempt of the session is still running here, this one is skipped. */
  async processJob(job: RetryJob): Promise<void> {
    if (!(await this.deps.retries.claimDue(job))) return
    if (this.running.has(job.session)) await this.deps.retries.skip(job.session)
    else await this.process(job.session)
  }

  /** The merchant asks, whatever the retry policy says. */
  async retryNow(id: string): Promise<void> {
    const { sessions, retries } = this.deps
    await sessions.locked(id, async (session) => {
      await session.addEvent('retry-requested')
      if (mayBeRetried(session.row)) await retries.restart(session)
    })
    await this.process(id)
  }

  /**
   * The merchant lets a lender pay what it granted. False when no loan of the payment waits for that. Throws a CraftgateError
   * when it cannot be approved now.
   */
  async approveLoan({ id, shop, mode }: SessionRow): Promise<boolean> {
    const { tenants } = this.deps
    const commerce = await tenants.commerceOf({ shop, mode })
    const attempt = (await tenants.stores({ shop, mode }).checkouts.of(id)).findLast(waitsForLoanApproval)
    if (!commerce || !attempt) return false
    try {
      await commerce.approveLoan(attempt)
    } catch (error) {
      // Approved; the retry policy tells Shopify.
      if (!(error instanceof ShopifySyncPending)) throw error
    }
    return true
  }

  /**
   * The merchant decides the fraud review of a payment. False when none waits for that. Throws a CraftgateError when it cannot
   * be decided so.
   */
  async decideReview({ id, shop, mode }: SessionRow, decision: ReviewDecision): Promise<boolean> {
    const { tenants } = this.deps
    const commerce = await tenants.commerceOf({ shop, mode })
    const attempt = (await tenants.stores({ shop, mode }).checkouts.of(id)).findLast(waitsForReview)
    if (!commerce || !attempt) return false
    await commerce.decideReview(attempt, decision)
    return true
  }

  /** Works on it now, unless this process does already. */
  async process(id: string): Promise<void> {
    if (this.running.has(id)) return
    const work = this.work(id)
    this.running.set(id, work)
    try {
      await work
    } finally {
      this.running.delete(id)
    }
  }

  /** Resolves when what this process began has ended, or after so long: what is cut off then is tried again. */
  async drain(timeoutMs: number): Promise<void> {
    const limit = new AbortController()
    const ended = Promise.allSettled(this.running.values())
    const timeout = setTimeout(timeoutMs, undefined, { signal: limit.signal }).catch(() => undefined)
    await Promise.race([ended, timeout])
    limit.abort()
  }

  private async work(id: string): Promise<void> {
    const session = await this.deps.sessions.find(id)
    if (!session) return
    await (session.kind === 'payment' ? this.payment(session) : this.deps.transactions.process(id))
  }

  /** What has a resolution is reported first: it waits for no question to Craftgate, and for no keys. */
  private async payment(session: SessionRow): Promise<void> {
    const { tenants, reporter, outcomes } = this.deps
    const isRejected = session.resolution !== null && (await reporter.report(session.id)) === 'rejected'
    if (isRejected) await outcomes.releaseAwaiting(session.id)
    const commerce = await tenants.commerceOf(session)
    if (!commerce) return
    const attempts = await tenants.stores(session).checkouts.of(session.id)
    for (const attempt of attempts.filter(mayStillMove)) await this.settle(commerce, attempt)
  }

  /** Also for an earlier page of the session: it may have been paid when it seemed expired. */
  private async settle(commerce: CraftgateCommerce, attempt: CheckoutRecord): Promise<void> {
    try {
      await commerce.settle(attempt)
    } catch (error) {
      if (error instanceof ShopifySyncPending) return
      const facts = { checkout: attempt.id, error: errorFacts(error) }
      this.deps.logger.warn('An attempt could not be settled', facts)
    }
  }
}

const AT_ITS_END: ReadonlySet<CheckoutState> = new Set(['created', 'captured', 'refunded'])

const mayStillMove = ({ state }: CheckoutRecord): boolean => !AT_ITS_END.has(state)

/**
 * A payment without a resolution has nothing to retry but the question itself, and one that Shopify rejected is over.
 * What was refunded, captured or voided has happened: it may be reported again, whatever Shopify said.
 */
function mayBeRetried({ kind, resolution, syncStatus }: SessionRow): boolean {
  if (syncStatus === 'synced') return false
  return kind === 'payment' ? syncStatus !== 'rejected' && resolution !== null : true
}
