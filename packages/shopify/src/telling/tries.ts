import type { EntityManager } from 'typeorm'
import type { SessionRow } from '../database'
import type { LockedSession } from '../sessions/locked-session'
import type { SessionStore } from '../sessions/session-store'
import { nextTryAfter } from './ladder'

/** A durable job: this session, at this moment, unless it was tried again by then. */
export interface TryJob {
  readonly queue: 'payment' | 'money'
  readonly session: string
  readonly tries: number
}

export interface Jobs {
  /** Commits with the transaction of the manager. */
  schedule(manager: EntityManager, job: TryJob, at: Date): Promise<void>
}

/**
 * The next try is written down before this one begins, so that a process that dies in the middle of a try costs a pause
 * and nothing else. A job finds its session by the count of tries; one that was overtaken does nothing.
 */
export class Tries {
  constructor(
    private readonly sessions: SessionStore,
    private readonly jobs: Jobs,
    private readonly scale: number,
  ) {}

  /** From the top of the ladder: the first try may begin now; its safety net is the first rung. */
  async restart(session: LockedSession): Promise<void> {
    await session.change({ tries: 0, told: null, trouble: null })
    await this.scheduleNext(session)
  }

  /**
   * Takes the next rung. Answers the session to work on, with `unsure` of the tries before this one; 'later' when its time
   * has not come, 'over' when Shopify knows its end.
   */
  begin(id: string): Promise<SessionRow | 'later' | 'over'> {
    return this.sessions.locked(id, async (session) => {
      const { told, tries, nextTryAt, unsure } = session.row
      if (told === 'accepted' || told === 'refused') return 'over'
      if (told === 'stalled' || (tries > 0 && nextTryAt !== null && nextTryAt > session.now)) return 'later'
      // Until it has an answer this try may have been taken, also when its process dies.
      await session.change({ tries: tries + 1, unsure: true })
      const isLast = !(await this.scheduleNext(session))
      // A process that dies in the last try leaves it in sight of the merchant.
      if (isLast) await session.change({ told: 'stalled' })
      return { ...session.row, unsure }
    })
  }

  /** Leaves this try to one that is still at work; the next one is written down all the same. */
  pass(id: string): Promise<void> {
    return this.sessions.locked(id, async (session) => {
      await session.change({ tries: session.row.tries + 1 })
      if (!(await this.scheduleNext(session))) await session.change({ told: 'stalled' })
    })
  }

  /** The moment of a job has come. False when the session went on without it. */
  due({ session: id, tries }: TryJob): Promise<boolean> {
    return this.sessions.locked(id, async (session) => {
      const { row } = session
      if (row.tries !== tries || row.told !== null) return false
      await session.change({ nextTryAt: session.now })
      return true
    })
  }

  /** Whoever was to make the next try died: a new job makes it now. */
  revive(id: string): Promise<void> {
    return this.sessions.locked(id, async (session) => {
      if (session.row.told !== null) return
      await session.change({ nextTryAt: session.now })
      await this.jobs.schedule(session.manager, jobOf(session), session.now)
    })
  }

  /** False after the last rung. */
  private async scheduleNext(session: LockedSession): Promise<boolean> {
    const { tries } = session.row
    const at = nextTryAfter(tries, session.now, this.scale)
    await session.change({ nextTryAt: at ?? null })
    if (at) await this.jobs.schedule(session.manager, jobOf(session), at)
    return at !== undefined
  }
}

const jobOf = ({ row }: LockedSession): TryJob => ({
  queue: row.kind === 'payment' ? 'payment' : 'money',
  session: row.id,
  tries: row.tries,
})
