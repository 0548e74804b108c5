import { isDeepStrictEqual } from 'node:util'
import type { Logger } from '@craftgate-commerce/core'
import { countReport } from '../context/telemetry'
import type { SessionRow } from '../database'
import type { SessionStore, SessionTransaction } from '../sessions/session-store'
import { isReject, type MutationResult, type PaymentsAppsApi, type SessionResolution } from '../shopify-api'
import { type RetryScheduler, SESSION_START_GRACE_SECONDS } from './retry-scheduler'

export interface SessionReporterDeps {
  readonly api: PaymentsAppsApi
  readonly sessions: SessionStore
  readonly retries: RetryScheduler
  readonly logger: Logger
  readonly scale: number
}

/** reported: Shopify accepted it. rejected: it never will. deferred: it is not known yet; a job tries again. */
export type ReportResult = 'reported' | 'rejected' | 'deferred'

/** Reports a session's resolution to Shopify, once it is written down. Whoever calls it again learns the same answer. */
export class SessionReporter {
  constructor(private readonly deps: SessionReporterDeps) {}

  /** Writes down how Shopify is to be answered, together with whatever else the transaction says. */
  async setResolution(session: SessionTransaction, resolution: SessionResolution): Promise<void> {
    await session.change({ resolution, redirectUrl: null, mayHaveBeenApplied: false })
    await session.addEvent('resolution-set', { mutation: resolution.mutation })
    await this.deps.retries.restart(session)
  }

  /** The next attempt to report a session that has a resolution. */
  async report(id: string): Promise<ReportResult> {
    const row = await this.deps.retries.startAttempt(id)
    if (row === 'deferred') return 'deferred'
    return row === 'ended' ? this.reportedBefore(id) : this.sendMutation(row)
  }

  /** Sends the mutation in the course of an attempt that has begun already. */
  async sendMutation(row: SessionRow): Promise<ReportResult> {
    if (row.resolution === null) throw new Error(`Session ${row.id} has no resolution`)
    const result = await this.deps.api.resolveSession(row, row.resolution)
    countReport(row.resolution.mutation, result.kind)
    return this.deps.sessions.locked(row.id, (session) => this.write(session, row, result))
  }

  private async reportedBefore(id: string): Promise<ReportResult> {
    return (await this.deps.sessions.find(id))?.syncStatus === 'synced' ? 'reported' : 'rejected'
  }

  /**
   * An end that is written stays, however late another attempt's answer comes. Somebody may also have set another
   * resolution while Shopify was asked; that one has attempts of its own.
   */
  private async write(
    session: SessionTransaction,
    asked: SessionRow,
    result: MutationResult,
  ): Promise<ReportResult> {
    const { syncStatus, resolution } = session.row
    if (!isDeepStrictEqual(resolution, asked.resolution)) return 'deferred'
    if (syncStatus === 'synced') return 'reported'
    if (syncStatus === 'rejected') return 'rejected'
    switch (result.kind) {
      case 'accepted':
        return this.synced(session, result.redirectUrl ?? null)
      case 'rejected': {
        const why = `${result.code}: ${result.message}`
        // Who never looked at the session cannot say what became of an earlier attempt.
        const isEnd = result.about === 'session' || !asked.mayHaveBeenApplied
        return isEnd ? this.rejected(session, why) : this.retryLater(session, asked, why)
      }
      case 'retry':
        if (result.reason === 'not-started' && this.isStartOver(session))
          return this.rejected(session, 'the session was not started, or was ended before')
        if (APPLIED_NOTHING.has(result.reason) && session.row.attempts === asked.attempts)
          await session.change({ mayHaveBeenApplied: asked.mayHaveBeenApplied })
        return this.retryLater(session, asked, result.reason)
    }
  }

  private async synced(session: SessionTransaction, redirectUrl: string | null): Promise<ReportResult> {
    await session.change({ syncStatus: 'synced', redirectUrl, lastError: null, nextAttemptAt: null })
    if (session.row.resolution && !isReject(session.row.resolution)) await session.endAuthorization()
    await session.addEvent('synced', { mutation: mutationOf(session) })
    return 'reported'
  }

  private async rejected(session: SessionTransaction, why: string): Promise<ReportResult> {
    const { id, shop } = session.row
    const mutation = mutationOf(session)
    this.deps.logger.error('Shopify rejected the result of a session', { session: id, shop, mutation, why })
    await session.change({ syncStatus: 'rejected', lastError: why, nextAttemptAt: null })
    await session.addEvent('sync-rejected', { mutation, why })
    return 'rejected'
  }

  /** After the last attempt it stands still, in sight of the merchant: what happened is not known, so nothing is undone. */
  private async retryLater(
    session: SessionTransaction,
    asked: SessionRow,
    why: string,
  ): Promise<ReportResult> {
    const { id, shop } = session.row
    const mutation = mutationOf(session)
    const isLast = asked.syncStatus === 'exhausted'
    // Nobody ever heard: without the app in the shop nobody will.
    if (isLast && why === 'unauthorized' && !session.row.mayHaveBeenApplied)
      return this.rejected(session, why)
    const facts = { session: id, shop, mutation, why, attempts: asked.attempts }
    this.deps.logger[isLast ? 'error' : 'warn']('A session could not be reported to Shopify', facts)
    await session.change({ lastError: why })
    const event = isLast ? 'sync-exhausted' : 'sync-failed'
    await session.addEvent(event, { mutation, why, attempts: String(asked.attempts) })
    return 'deferred'
  }

  private isStartOver({ row, now }: SessionTransaction): boolean {
    const grace = SESSION_START_GRACE_SECONDS * 1000 * this.deps.scale
    return now.getTime() - row.createdAt.getTime() > grace
  }
}

/** With these reasons Shopify, or nobody, looked at nothing. */
const APPLIED_NOTHING: ReadonlySet<string> = new Set(['throttled', 'unauthorized', 'not-started'])

const mutationOf = ({ row }: SessionTransaction): string => row.resolution?.mutation ?? ''
