import { setTimeout } from 'node:timers/promises'
import type { CheckoutRecord, CheckoutState, CraftgateCommerce, Logger } from '@craftgate-commerce/core'
import type { SessionRow } from '../database'
import { errorName } from '../http/error-name'
import type { MoneySessions } from '../money/money-sessions'
import { type ApplyOutcome, ShopifyNotTold } from '../payment/apply-outcome'
import type { SessionStore } from '../sessions/session-store'
import type { Tenants } from '../tenants'
import type { Teller } from './teller'
import type { Tries, TryJob } from './tries'

export interface AdvanceParts {
  readonly sessions: SessionStore
  readonly tries: Tries
  readonly teller: Teller
  readonly outcomes: ApplyOutcome
  readonly money: MoneySessions
  readonly tenants: Tenants
  readonly logger: Logger
}

/** Brings a session of any kind one try further. */
export class Advance {
  private readonly atWork = new Map<string, Promise<void>>()

  constructor(private readonly parts: AdvanceParts) {}

  /** A job whose moment has come. While an earlier try of the session is still at work here, this one is passed over. */
  async due(job: TryJob): Promise<void> {
    if (!(await this.parts.tries.due(job))) return
    if (this.atWork.has(job.session)) await this.parts.tries.pass(job.session)
    else await this.on(job.session)
  }

  /** The merchant asks, whatever the ladder says. */
  async again(id: string): Promise<void> {
    const { sessions, tries } = this.parts
    await sessions.locked(id, async (session) => {
      await session.note('asked-again')
      if (mayTryAgain(session.row)) await tries.restart(session)
    })
    await this.on(id)
  }

  /** Works on it now, unless this process does already. */
  async on(id: string): Promise<void> {
    if (this.atWork.has(id)) return
    const work = this.work(id)
    this.atWork.set(id, work)
    try {
      await work
    } finally {
      this.atWork.delete(id)
    }
  }

  /** Resolves when what this process began has ended, or after so long: what is cut off then is tried again. */
  async idle(atMostMs: number): Promise<void> {
    const limit = new AbortController()
    const ended = Promise.allSettled(this.atWork.values())
    const patience = setTimeout(atMostMs, undefined, { signal: limit.signal }).catch(() => undefined)
    await Promise.race([ended, patience])
    limit.abort()
  }

  private async work(id: string): Promise<void> {
    const session = await this.parts.sessions.find(id)
    if (!session) return
    await (session.kind === 'payment' ? this.payment(session) : this.parts.money.advance(id))
  }

  /** What is decided is told first: it waits for no question to Craftgate, and for no keys. */
  private async payment(session: SessionRow): Promise<void> {
    const { tenants, teller, outcomes } = this.parts
    const isRefused = session.decision !== null && (await teller.tell(session.id)) === 'refused'
    if (isRefused) await outcomes.forgetPromise(session.id)
    const commerce = await tenants.commerceOf(session)
    if (!commerce) return
    const attempts = await tenants.stores(session).checkouts.of(session.id)
    for (const attempt of attempts.filter(mayStillMove)) await this.settle(commerce, attempt)
  }

  /** One more knock. Also for an earlier page of the session: it may have been paid when it seemed dead. */
  private async settle(commerce: CraftgateCommerce, attempt: CheckoutRecord): Promise<void> {
    try {
      await commerce.settle(attempt)
    } catch (error) {
      if (error instanceof ShopifyNotTold) return
      const facts = { checkout: attempt.id, error: errorName(error) }
      this.parts.logger.warn('An attempt could not be settled', facts)
    }
  }
}

const AT_ITS_END: ReadonlySet<CheckoutState> = new Set(['created', 'captured', 'refunded', 'needs-review'])

const mayStillMove = ({ state }: CheckoutRecord): boolean => !AT_ITS_END.has(state)

/**
 * A payment of which nothing is decided has nothing to try but the question itself, and one that Shopify refused is over.
 * What was refunded, captured or voided has happened: Shopify may be told again, whatever it said.
 */
function mayTryAgain({ kind, decision, told }: SessionRow): boolean {
  if (told === 'accepted') return false
  return kind === 'payment' ? told !== 'refused' && decision !== null : true
}
