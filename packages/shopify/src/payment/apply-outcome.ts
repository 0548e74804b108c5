import {
  type ApplyResult,
  type CheckoutRecord,
  type HeldOutcome,
  isForfeited,
  type PaymentOutcome,
} from '@craftgate-commerce/core'
import { checkoutEntity, type SessionRow } from '../database'
import { claim, claimOf, isHeldBy, release, releaseOf } from '../sessions/claims'
import type { LockedSession } from '../sessions/locked-session'
import type { SessionStore } from '../sessions/session-store'
import type { Teller, Telling } from '../telling/teller'
import { decisionOf, pendingUntilPaid } from './decision-of'
import { rejectOfGroup } from './reject-reason'

type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

interface News {
  readonly record: CheckoutRecord
  readonly outcome: HeldOutcome
  /** The checkout may still be claimed for it. */
  readonly mayClaim: boolean
}

/** Shopify does not answer now. The payment is written down and told again; nothing else is decided meanwhile. */
export class ShopifyNotTold extends Error {
  override readonly name = 'ShopifyNotTold'

  constructor(session: string) {
    super(`Shopify was not told of session ${session} yet; it will be`)
  }
}

/**
 * Moves a session by what Craftgate said. A payment first claims its checkout (`group`), so that Shopify hears at most
 * one yes for each, however many tabs paid; the claim and what Shopify is to be told commit together.
 */
export class ApplyOutcome {
  constructor(
    private readonly sessions: SessionStore,
    private readonly teller: Teller,
    /** A shop that removed the app can be told nothing. */
    private readonly isInstalled: (shop: string) => Promise<boolean>,
  ) {}

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    switch (outcome.kind) {
      case 'captured':
      case 'authorized':
      case 'review':
        return this.take(record, outcome)
      case 'declined':
        return this.decline(record, outcome)
      default:
        throw new Error(`A shop is not asked to apply '${outcome.kind}'`)
    }
  }

  /**
   * The shopper promised to pay later (bank transfer, shopping loan): Shopify places the order and waits for the money.
   * It claims the checkout, so that no other tab is taken besides.
   */
  async promised(record: CheckoutRecord, paymentId: number): Promise<void> {
    const asked = await this.sessions.find(record.reference)
    if (!asked || !(await this.isInstalled(asked.shop))) return
    const isOurs = await this.sessions.locked(record.reference, async (session) => {
      const { row, manager, now } = session
      if (row.decision !== null || (await claimOf(manager, row))) return false
      if (await isPromisedBack(session, record)) return false
      if (!(await claim(manager, row, paymentId, now))) return false
      await session.note('promised', { payment: String(paymentId) })
      await this.teller.decide(session, pendingUntilPaid(now))
      return true
    })
    if (isOurs && (await this.teller.tell(record.reference)) === 'refused')
      await this.forgetPromise(record.reference)
  }

  /** A promise that Shopify does not wait for any more holds no checkout: another payment may. */
  forgetPromise(id: string): Promise<void> {
    return this.sessions.locked(id, async ({ manager, row }) => {
      if (isPromise(row)) await releaseOf(manager, row)
    })
  }

  /** The money was promised and has not come in the days that Shopify waits for it. */
  async breakPromise(id: string): Promise<void> {
    await this.sessions.locked(id, async (session) => {
      const { row, manager } = session
      if (row.told !== 'accepted' || !isPromise(row)) return
      await releaseOf(manager, row)
      await session.note('promise-broken')
      await this.teller.decide(session, rejectOfGroup(undefined, row.merchantLocale))
    })
    await this.teller.tell(id)
  }

  private async take(record: CheckoutRecord, outcome: HeldOutcome): Promise<ApplyResult> {
    const session = await this.sessions.find(record.reference)
    const mayClaim = session !== undefined && (await this.isInstalled(session.shop))
    const standing = await this.sessions.locked(record.reference, (locked) =>
      this.decide(locked, { record, outcome, mayClaim }),
    )
    if (standing !== 'to-tell') return standing
    return this.appliedBy(await this.teller.tell(record.reference), record, outcome)
  }

  private async decide(
    session: LockedSession,
    { record, outcome, mayClaim }: News,
  ): Promise<'to-tell' | ApplyResult> {
    const { row, manager, now } = session
    const { paymentId } = outcome.facts
    const held = await claimOf(manager, row)
    if (held) return isHeldBy(held, row, paymentId) ? this.follow(session, outcome) : 'unexpected'
    if (!mayClaim || row.decision !== null || (await isPromisedBack(session, record))) return 'unexpected'
    if (!(await claim(manager, row, paymentId, now))) return 'unexpected'
    await session.note('held', { payment: String(paymentId), kind: outcome.kind })
    await this.teller.decide(session, decisionOf(outcome, now))
    return 'to-tell'
  }

  /** The payment has the checkout already. A review that ended well is told anew; a capture Shopify made itself. */
  private async follow(session: LockedSession, outcome: HeldOutcome): Promise<'to-tell' | ApplyResult> {
    const { told, decision } = session.row
    if (told === 'refused') {
      await release(session.manager, session.row, outcome.facts.paymentId)
      return 'unexpected'
    }
    if (decision?.operation === 'paymentSessionPending' && outcome.kind !== 'review') {
      await this.teller.decide(session, decisionOf(outcome, session.now))
      return 'to-tell'
    }
    return told === 'accepted' ? 'already' : 'to-tell'
  }

  /** A decline waits for the shopper, who may try another card; a review that ended badly waits for nobody. */
  private async decline(record: CheckoutRecord, outcome: Declined): Promise<ApplyResult> {
    const group = outcome.error.group ?? outcome.error.code
    const ended = await this.sessions.locked(record.reference, async (session) => {
      const { row, manager } = session
      const holder = await claimOf(manager, row)
      const paymentId = outcome.facts?.paymentId ?? holder?.paymentId
      const held = paymentId !== undefined && isHeldBy(holder, row, paymentId)
      await session.change({ decline: group })
      await session.note('declined', { group, code: outcome.error.code })
      if (!held || row.decision?.operation !== 'paymentSessionPending') return false
      await release(manager, row, paymentId)
      await this.teller.decide(session, rejectOfGroup(outcome.error.group, row.merchantLocale))
      return true
    })
    if (ended) await this.teller.tell(record.reference)
    return 'applied'
  }

  private async appliedBy(
    telling: Telling,
    record: CheckoutRecord,
    outcome: HeldOutcome,
  ): Promise<ApplyResult> {
    if (telling === 'told') return 'applied'
    if (telling === 'later') throw new ShopifyNotTold(record.reference)
    await this.sessions.locked(record.reference, ({ manager, row }) =>
      release(manager, row, outcome.facts.paymentId),
    )
    return 'unexpected'
  }
}

/** The shopper said that the money comes later. */
const isPromise = ({ decision }: SessionRow): boolean =>
  decision?.operation === 'paymentSessionPending' && decision.reason === 'BUYER_ACTION_REQUIRED'

/** Locks the attempt, so that who gives its money back and who claims the checkout for it meet one after the other. */
async function isPromisedBack({ manager, row }: LockedSession, { id }: CheckoutRecord): Promise<boolean> {
  const attempts = manager.getRepository(checkoutEntity)
  const where = { shop: row.shop, mode: row.mode, recordId: id }
  const attempt = await attempts.findOne({ where, lock: { mode: 'pessimistic_write' } })
  return attempt !== null && isForfeited(attempt.state)
}
