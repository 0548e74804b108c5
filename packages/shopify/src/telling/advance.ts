import type { SessionRow } from '../database'
import type { MoneySessions } from '../money/money-sessions'
import { ShopifyNotTold } from '../payment/apply-outcome'
import type { SessionStore } from '../sessions/session-store'
import type { Tenants } from '../tenants'
import { isReject } from './decision'
import type { Teller } from './teller'
import type { Tries, TryJob } from './tries'

export interface AdvanceParts {
  readonly sessions: SessionStore
  readonly tries: Tries
  readonly teller: Teller
  readonly money: MoneySessions
  readonly tenants: Tenants
}

/** Brings a session of any kind one try further. */
export class Advance {
  constructor(private readonly parts: AdvanceParts) {}

  /** A job whose moment has come. */
  async due(job: TryJob): Promise<void> {
    if (await this.parts.tries.due(job)) await this.on(job.session)
  }

  /** The merchant asks, whatever the ladder says. */
  async again(id: string): Promise<void> {
    const { sessions, tries } = this.parts
    await sessions.locked(id, async (session) => {
      await session.note('asked-again')
      const { kind, decision, told } = session.row
      const hasToldEnd = told === 'accepted' || told === 'refused'
      // A payment of which nothing is decided has nothing to try but the question itself.
      if (!hasToldEnd && (kind !== 'payment' || decision !== null)) await tries.restart(session)
    })
    await this.on(id)
  }

  async on(id: string): Promise<void> {
    const session = await this.parts.sessions.find(id)
    if (!session) return
    if (session.kind !== 'payment') return this.parts.money.advance(id)
    return session.decision !== null && isReject(session.decision) ? this.tell(id) : this.settle(session)
  }

  private async tell(id: string): Promise<void> {
    await this.parts.teller.tell(id)
  }

  /** One more knock: Craftgate is asked, and Shopify is told on the way. */
  private async settle(session: SessionRow): Promise<void> {
    const { tenants } = this.parts
    const commerce = await tenants.commerceOf(session)
    const record = await tenants.stores(session).checkouts.find({ reference: session.id })
    if (!commerce || !record) return
    try {
      await commerce.settle(record)
    } catch (error) {
      if (!(error instanceof ShopifyNotTold)) throw error
    }
  }
}
