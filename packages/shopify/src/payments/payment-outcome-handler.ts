import type {
  ApplyResult,
  CheckoutRecord,
  PaymentFacts,
  PaymentOutcome,
  PaymentRef,
} from '@craftgate-commerce/core'
import { type HeldOutcome, isForfeited } from '@craftgate-commerce/core/adapter'
import { checkoutEntity, type SessionRow } from '../database'
import {
  findGroupWinner,
  isGroupWinner,
  releaseGroup,
  releaseGroupOfSession,
  winGroup,
} from '../sessions/checkout-group'
import type { SessionStore, SessionTransaction } from '../sessions/session-store'
import type { ReportResult, SessionReporter } from '../shopify-sync/session-reporter'
import { pendingUntilPaid, rejectionOfGroup, resolutionOfOutcome } from './session-resolution'

type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

interface OutcomeInput {
  readonly record: CheckoutRecord
  readonly outcome: HeldOutcome
  /** Nothing but another payment keeps it from winning its checkout group. */
  readonly canWinGroup: boolean
}

/** Shopify does not answer now. The resolution is written down and reported again; nothing else is decided meanwhile. */
export class ShopifySyncPending extends Error {
  override readonly name = 'ShopifySyncPending'

  constructor(session: string) {
    super(`Shopify has not heard of session ${session} yet; it will`)
  }
}

/**
 * Moves a session by what Craftgate said. A payment first wins its checkout group, so that Shopify hears at most one yes
 * for each, however many tabs paid; the win and the session's resolution commit together.
 */
export class PaymentOutcomeHandler {
  constructor(
    private readonly sessions: SessionStore,
    private readonly reporter: SessionReporter,
    /** A shop that removed the app can not be answered. */
    private readonly isInstalled: (shop: string) => Promise<boolean>,
  ) {}

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    switch (outcome.kind) {
      case 'captured':
      case 'authorized':
      case 'review':
        return this.accept(record, outcome)
      case 'declined':
        return this.decline(record, outcome)
      default:
        throw new Error(`A shop is not asked to apply '${outcome.kind}'`)
    }
  }

  /** The payment won its group: Shopify heard so, or may have heard, and did not reject it. */
  holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean> {
    return this.sessions.locked(record.reference, async ({ manager, row }) => {
      const winner = await findGroupWinner(manager, row)
      return row.syncStatus !== 'rejected' && isGroupWinner(winner, row, paymentOf(record, outcome))
    })
  }

  /**
   * The money comes later (bank transfer, shopping loan): Shopify places the order and waits for it. It wins the group,
   * so that no other tab is accepted besides.
   */
  async awaitFunds(record: CheckoutRecord, { paymentId }: PaymentFacts): Promise<void> {
    const asked = await this.sessions.find(record.reference)
    if (!asked || asked.resolution !== null || !(await this.isInstalled(asked.shop))) return
    const isWinner = await this.sessions.locked(record.reference, async (session) => {
      const { row, manager, now } = session
      if (row.resolution !== null || (await findGroupWinner(manager, row))) return false
      if (await isRefundScheduled(session, record)) return false
      if (!(await winGroup(manager, row, { account: record.account, paymentId }, now))) return false
      await session.addEvent('awaiting-funds', { payment: String(paymentId) })
      await this.reporter.setResolution(session, pendingUntilPaid(now))
      return true
    })
    if (isWinner && (await this.reporter.report(record.reference)) === 'rejected')
      await this.releaseAwaiting(record.reference)
  }

  /** Shopify waits for this payment, and for no other of its checkout. A session keeps its amount. */
  awaits({ reference, account }: CheckoutRecord, { paymentId }: PaymentFacts): Promise<boolean> {
    return this.sessions.locked(reference, async ({ manager, row }) => {
      if (row.syncStatus === 'rejected' || !isAwaitingFunds(row)) return false
      return isGroupWinner(await findGroupWinner(manager, row), row, { account, paymentId })
    })
  }

  /** A payment that Shopify does not wait for any more holds no checkout group: another may win it. */
  releaseAwaiting(id: string): Promise<void> {
    return this.sessions.locked(id, async ({ manager, row }) => {
      if (isAwaitingFunds(row)) await releaseGroupOfSession(manager, row)
    })
  }

  /** The awaited funds have not come in the days that Shopify waits for them. */
  async expireAwaiting(id: string): Promise<void> {
    await this.sessions.locked(id, async (session) => {
      const { row, manager } = session
      if (row.syncStatus !== 'synced' || !isAwaitingFunds(row)) return
      await releaseGroupOfSession(manager, row)
      await session.addEvent('funds-not-received')
      await this.reporter.setResolution(session, rejectionOfGroup(undefined, row.merchantLocale))
    })
    await this.reporter.report(id)
  }

  private async accept(record: CheckoutRecord, outcome: HeldOutcome): Promise<ApplyResult> {
    const session = await this.sessions.find(record.reference)
    const canWinGroup = session !== undefined && (await this.isInstalled(session.shop))
    const result = await this.sessions.locked(record.reference, (locked) =>
      this.resolve(locked, { record, outcome, canWinGroup }),
    )
    if (result !== 'to-report') return result
    return this.appliedBy(await this.reporter.report(record.reference), record, outcome)
  }

  private async resolve(
    session: SessionTransaction,
    { record, outcome, canWinGroup }: OutcomeInput,
  ): Promise<'to-report' | ApplyResult> {
    const { row, manager, now } = session
    const payment = paymentOf(record, outcome)
    const winner = await findGroupWinner(manager, row)
    if (winner)
      return isGroupWinner(winner, row, payment) ? this.update(session, record, outcome) : 'unexpected'
    if (!canWinGroup || row.resolution !== null || (await isRefundScheduled(session, record)))
      return 'unexpected'
    if (!(await winGroup(manager, row, payment, now))) return 'unexpected'
    await session.addEvent('group-won', { payment: String(payment.paymentId), kind: outcome.kind })
    await this.reporter.setResolution(session, resolutionOfOutcome(outcome, now))
    return 'to-report'
  }

  /** The payment has won the group before. A review that ended well is reported anew; a capture Shopify made itself. */
  private async update(
    session: SessionTransaction,
    record: CheckoutRecord,
    outcome: HeldOutcome,
  ): Promise<'to-report' | ApplyResult> {
    const { syncStatus, resolution } = session.row
    if (syncStatus === 'rejected') {
      await releaseGroup(session.manager, session.row, paymentOf(record, outcome))
      return 'unexpected'
    }
    if (resolution?.mutation === 'paymentSessionPending' && outcome.kind !== 'review') {
      await this.reporter.setResolution(session, resolutionOfOutcome(outcome, session.now))
      return 'to-report'
    }
    return syncStatus === 'synced' ? 'already' : 'to-report'
  }

  /** A decline waits for the shopper, who may try another card; a review that ended badly waits for nobody. */
  private async decline(record: CheckoutRecord, outcome: Declined): Promise<ApplyResult> {
    const group = outcome.error.group ?? outcome.error.code
    const ended = await this.sessions.locked(record.reference, async (session) => {
      const { row, manager } = session
      const winner = await findGroupWinner(manager, row)
      const payment = outcome.facts ? paymentOf(record, { facts: outcome.facts }) : winner
      const isWinner = payment !== undefined && isGroupWinner(winner, row, payment)
      await session.change({ decline: group })
      await session.addEvent('declined', { group, code: outcome.error.code })
      if (!isWinner || row.resolution?.mutation !== 'paymentSessionPending') return false
      await releaseGroup(manager, row, payment)
      await this.reporter.setResolution(session, rejectionOfGroup(outcome.error.group, row.merchantLocale))
      return true
    })
    if (ended) await this.reporter.report(record.reference)
    return 'applied'
  }

  private async appliedBy(
    result: ReportResult,
    record: CheckoutRecord,
    outcome: HeldOutcome,
  ): Promise<ApplyResult> {
    if (result === 'reported') return 'applied'
    if (result === 'deferred') throw new ShopifySyncPending(record.reference)
    await this.sessions.locked(record.reference, ({ manager, row }) =>
      releaseGroup(manager, row, paymentOf(record, outcome)),
    )
    return 'unexpected'
  }
}

/** Its lead payment, which all that Shopify asks later is about. */
const paymentOf = ({ account }: CheckoutRecord, { facts }: { readonly facts: PaymentFacts }): PaymentRef => ({
  account,
  paymentId: facts.paymentId,
})

/** Shopify was asked to wait for the shopper's money. */
const isAwaitingFunds = ({ resolution }: SessionRow): boolean =>
  resolution?.mutation === 'paymentSessionPending' && resolution.reason === 'BUYER_ACTION_REQUIRED'

/** Locks the attempt, so that who refunds it and who wins the group for it meet one after the other. */
async function isRefundScheduled(
  { manager, row }: SessionTransaction,
  { id }: CheckoutRecord,
): Promise<boolean> {
  const attempts = manager.getRepository(checkoutEntity)
  const where = { shop: row.shop, mode: row.mode, recordId: id }
  const attempt = await attempts.findOne({ where, lock: { mode: 'pessimistic_write' } })
  return attempt !== null && isForfeited(attempt.state)
}
