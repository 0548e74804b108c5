import { isDeepStrictEqual } from 'node:util'
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
    await session.change({ decision, redirectUrl: null, unsure: false })
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

  /**
   * An end that is written stays, however late another try's answer comes. Somebody may also have decided anew while
   * Shopify was asked; that decision has tries of its own.
   */
  private async write(session: LockedSession, asked: SessionRow, answer: Answer): Promise<Telling> {
    const { told, decision } = session.row
    if (!isDeepStrictEqual(decision, asked.decision)) return 'later'
    if (told === 'accepted') return 'told'
    if (told === 'refused') return 'refused'
    switch (answer.kind) {
      case 'accepted':
        return this.accepted(session, answer.redirectUrl ?? null)
      case 'refused': {
        const why = `${answer.code}: ${answer.message}`
        // Who never looked at the session cannot say what became of an earlier try.
        const isEnd = answer.about === 'session' || !asked.unsure
        return isEnd ? this.refused(session, why) : this.again(session, asked, why)
      }
      case 'again':
        if (answer.reason === 'not-started' && this.startWasRead(session))
          return this.refused(session, 'the session was not started, or was ended before')
        if (TOOK_NOTHING.has(answer.reason) && session.row.tries === asked.tries)
          await session.change({ unsure: asked.unsure })
        return this.again(session, asked, answer.reason)
    }
  }

  private async accepted(session: LockedSession, redirectUrl: string | null): Promise<Telling> {
    await session.change({ told: 'accepted', redirectUrl, trouble: null, nextTryAt: null })
    await session.note('told', { operation: operationOf(session) })
    return 'told'
  }

  private async refused(session: LockedSession, why: string): Promise<Telling> {
    const { id, shop } = session.row
    const operation = operationOf(session)
    this.parts.logger.error('Shopify refused what it was told', { session: id, shop, operation, why })
    await session.change({ told: 'refused', trouble: why, nextTryAt: null })
    await session.note('refused', { operation, why })
    return 'refused'
  }

  /** After the last rung it stands still, in sight of the merchant: what happened is not known, so nothing is undone. */
  private async again(session: LockedSession, asked: SessionRow, why: string): Promise<Telling> {
    const { id, shop } = session.row
    const operation = operationOf(session)
    const isLast = asked.told === 'stalled'
    // Nobody ever heard: without the app in the shop nobody will.
    if (isLast && why === 'unauthorized' && !session.row.unsure) return this.refused(session, why)
    const facts = { session: id, shop, operation, why, tries: asked.tries }
    this.parts.logger[isLast ? 'error' : 'warn']('Shopify could not be told', facts)
    await session.change({ trouble: why })
    await session.note(isLast ? 'stalled' : 'not-told', { operation, why, tries: String(asked.tries) })
    return 'later'
  }

  private startWasRead({ row, now }: LockedSession): boolean {
    const patience = START_IS_READ_AFTER_SECONDS * 1000 * this.parts.scale
    return now.getTime() - row.createdAt.getTime() > patience
  }
}

/** With these words Shopify, or nobody, looked at nothing. */
const TOOK_NOTHING: ReadonlySet<string> = new Set(['throttled', 'unauthorized', 'not-started'])

const operationOf = ({ row }: LockedSession): string => row.decision?.operation ?? ''
