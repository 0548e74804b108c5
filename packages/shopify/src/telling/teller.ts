import type { Logger } from '@craftgate-commerce/core'
import type { SessionRow } from '../database'
import type { LockedSession } from '../sessions/locked-session'
import type { SessionStore } from '../sessions/session-store'
import type { Answer, PaymentsAppsApi } from '../shopify-api'
import type { Told } from './decision'
import { START_IS_READ_AFTER_SECONDS } from './ladder'
import type { Tries } from './tries'

export interface TellerParts {
  readonly api: PaymentsAppsApi
  readonly sessions: SessionStore
  readonly tries: Tries
  readonly logger: Logger
  readonly scale: number
}

/** told: Shopify accepted it. refused: it never will. later: it is not known yet; a job tries again. */
export type Telling = 'told' | 'refused' | 'later'

/** Tells Shopify what was decided, once it is written down. Whoever calls it again learns the same answer. */
export class Teller {
  constructor(private readonly parts: TellerParts) {}

  /** Writes down what Shopify is to be told, together with whatever else the transaction says. */
  async decide(session: LockedSession, decision: Told): Promise<void> {
    await session.change({ decision, redirectUrl: null })
    await session.note('decided', { operation: decision.operation })
    await this.parts.tries.restart(session)
  }

  /** The next try to tell a session that was decided. */
  async tell(id: string): Promise<Telling> {
    const row = await this.parts.tries.begin(id)
    if (row === 'later') return 'later'
    return row === 'over' ? this.toldBefore(id) : this.send(row)
  }

  /** Tells the decision in the course of a try that has begun already. */
  async send(row: SessionRow): Promise<Telling> {
    if (row.decision === null) throw new Error(`Session ${row.id} has nothing to tell`)
    const answer = await this.parts.api.tell(row, row.decision)
    return this.parts.sessions.locked(row.id, (session) => this.write(session, row, answer))
  }

  private async toldBefore(id: string): Promise<Telling> {
    return (await this.parts.sessions.find(id))?.told === 'accepted' ? 'told' : 'refused'
  }

  /** Somebody may have decided anew while Shopify was asked; that decision has tries of its own. */
  private async write(session: LockedSession, asked: SessionRow, answer: Answer): Promise<Telling> {
    if (!isSame(session.row.decision, asked.decision)) return 'later'
    const operation = asked.decision?.operation ?? ''
    switch (answer.kind) {
      case 'accepted': {
        const redirectUrl = answer.redirectUrl ?? null
        await session.change({ told: 'accepted', redirectUrl, trouble: null, nextTryAt: null })
        await session.note('told', { operation })
        return 'told'
      }
      case 'refused':
        return this.refused(session, operation, `${answer.code}: ${answer.message}`)
      case 'again':
        return this.again(session, operation, answer.reason)
    }
  }

  private async refused(session: LockedSession, operation: string, why: string): Promise<Telling> {
    const { id, shop } = session.row
    this.parts.logger.error('Shopify refused what it was told', { session: id, shop, operation, why })
    await session.change({ told: 'refused', trouble: why, nextTryAt: null })
    await session.note('refused', { operation, why })
    return 'refused'
  }

  /** After the last rung it stands still, in sight of the merchant: what happened is not known, so nothing is undone. */
  private async again(session: LockedSession, operation: string, why: string): Promise<Telling> {
    const { id, shop, nextTryAt, tries } = session.row
    if (why === 'not-started' && this.startWasRead(session))
      return this.refused(session, operation, 'the session was not started, or was ended before')
    const facts = { session: id, shop, operation, why, tries }
    const isLast = nextTryAt === null
    this.parts.logger[isLast ? 'error' : 'warn']('Shopify could not be told', facts)
    await session.change({ trouble: why, ...(isLast && { told: 'stalled' as const }) })
    await session.note(isLast ? 'stalled' : 'not-told', { operation, why, tries: String(tries) })
    return 'later'
  }

  private startWasRead({ row, now }: LockedSession): boolean {
    const patience = START_IS_READ_AFTER_SECONDS * 1000 * this.parts.scale
    return now.getTime() - row.createdAt.getTime() > patience
  }
}

const isSame = (a: Told | null, b: Told | null): boolean => JSON.stringify(a) === JSON.stringify(b)
