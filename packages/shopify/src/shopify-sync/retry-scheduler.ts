import type { EntityManager } from 'typeorm'
import type { SessionRow } from '../database'
import type { SessionStore, SessionTransaction } from '../sessions/session-store'

/**
 * Shopify's retry policy for payments apps: the delay after each attempt; 17 attempts in about 24 hours
 * (shopify.dev/docs/apps/build/payments/considerations).
 */
export const RETRY_DELAYS_SECONDS = [
  5, 10, 30, 45, 60, 120, 300, 720, 2_280, 3_600, 7_200, 14_400, 14_400, 14_400, 14_400, 14_400,
] as const

/**
 * When the next attempt comes after so many (the first comes at once); undefined after the last.
 * `scale` shortens the delays, for tests.
 */
export function nextAttemptAfter(attempts: number, now: Date, scale: number): Date | undefined {
  const delay = RETRY_DELAYS_SECONDS[Math.max(attempts, 1) - 1]
  return delay === undefined ? undefined : new Date(now.getTime() + Math.ceil(delay * 1000 * scale))
}

/** Until then Shopify may still not have read our answer to the session request; afterwards its rejection is final. */
export const SESSION_START_GRACE_SECONDS = 900

/** A durable job: this session, at this moment, unless it was attempted again by then. */
export interface RetryJob {
  readonly queue: 'payment' | 'transaction'
  readonly session: string
  readonly attempts: number
}

export interface JobQueue {
  /** Commits with the transaction of the manager. */
  enqueue(manager: EntityManager, job: RetryJob, at: Date): Promise<void>
}

/**
 * The next attempt is written down before this one begins, so that a process that dies in the middle of one costs a
 * delay and nothing else. A job finds its session by the count of attempts; one that was overtaken does nothing.
 */
export class RetryScheduler {
  constructor(
    private readonly sessions: SessionStore,
    private readonly jobs: JobQueue,
    private readonly scale: number,
  ) {}

  /** The first attempt may begin now; the job of the second one is its safety net. */
  async restart(session: SessionTransaction): Promise<void> {
    await session.change({ attempts: 0, syncStatus: null, lastError: null })
    await this.scheduleNext(session)
  }

  /**
   * Begins an attempt. Answers the session to work on, with `mayHaveBeenApplied` of the attempts before this one;
   * 'deferred' when its time has not come, 'ended' when Shopify knows its end.
   */
  startAttempt(id: string): Promise<SessionRow | 'deferred' | 'ended'> {
    return this.sessions.locked(id, async (session) => {
      const { syncStatus, attempts, nextAttemptAt, mayHaveBeenApplied } = session.row
      if (syncStatus === 'synced' || syncStatus === 'rejected') return 'ended'
      const isEarly = attempts > 0 && nextAttemptAt !== null && nextAttemptAt > session.now
      if (syncStatus === 'exhausted' || isEarly) return 'deferred'
      // Until it has an answer this attempt may have been applied, also when its process dies.
      await session.change({ attempts: attempts + 1, mayHaveBeenApplied: true })
      const isLast = !(await this.scheduleNext(session))
      // A process that dies in the last attempt leaves it in sight of the merchant.
      if (isLast) await session.change({ syncStatus: 'exhausted' })
      return { ...session.row, mayHaveBeenApplied }
    })
  }

  /** Leaves this attempt to one that is still running; the next one is written down all the same. */
  skip(id: string): Promise<void> {
    return this.sessions.locked(id, async (session) => {
      await session.change({ attempts: session.row.attempts + 1 })
      if (!(await this.scheduleNext(session))) await session.change({ syncStatus: 'exhausted' })
    })
  }

  /** The moment of a job has come. False when the session went on without it. */
  claimDue({ session: id, attempts }: RetryJob): Promise<boolean> {
    return this.sessions.locked(id, async (session) => {
      const { row } = session
      if (row.attempts !== attempts || row.syncStatus !== null) return false
      await session.change({ nextAttemptAt: session.now })
      return true
    })
  }

  /** Whoever was to make the next attempt died: a new job makes it now. */
  requeue(id: string): Promise<void> {
    return this.sessions.locked(id, async (session) => {
      if (session.row.syncStatus !== null) return
      await session.change({ nextAttemptAt: session.now })
      await this.jobs.enqueue(session.manager, jobOf(session), session.now)
    })
  }

  /** False after the last attempt. */
  private async scheduleNext(session: SessionTransaction): Promise<boolean> {
    const at = nextAttemptAfter(session.row.attempts, session.now, this.scale)
    await session.change({ nextAttemptAt: at ?? null })
    if (at) await this.jobs.enqueue(session.manager, jobOf(session), at)
    return at !== undefined
  }
}

const jobOf = ({ row }: SessionTransaction): RetryJob => ({
  queue: row.kind === 'payment' ? 'payment' : 'transaction',
  session: row.id,
  attempts: row.attempts,
})
