import type { DataSource, EntityManager } from 'typeorm'
import { type SessionRow, sessionEntity } from '../database'
import type { Clock } from '../house'
import { LockedSession } from './locked-session'

/** What Shopify began with us: payments, refunds, captures, voids. */
export class SessionStore {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  async find(id: string): Promise<SessionRow | undefined> {
    return (await this.rows().findOneBy({ id })) ?? undefined
  }

  /** Runs the work in one transaction while nobody else moves this session. */
  locked<T>(id: string, work: (session: LockedSession) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) =>
      work(await LockedSession.lock(manager, id, this.clock())),
    )
  }

  /** False when a session with this id is there already; it stays as it is. */
  async insert(manager: EntityManager, row: SessionRow): Promise<boolean> {
    const insert = manager.createQueryBuilder().insert().into(sessionEntity)
    const { raw } = await insert.values(row).orIgnore().returning('id').execute()
    return Array.isArray(raw) && raw.length === 1
  }

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.transaction(work)
  }

  /** Sessions whose next try is long past: whoever was to make it died. */
  async overdue(before: Date, limit = 100): Promise<readonly SessionRow[]> {
    const rows = this.rows().createQueryBuilder('row')
    rows.where('row.nextTryAt < :before AND row.told IS NULL', { before })
    return rows.orderBy('row.nextTryAt').take(limit).getMany()
  }

  /** Payments that Shopify was told to wait for until a moment that has passed. */
  async outwaited(now: Date, limit = 100): Promise<readonly SessionRow[]> {
    const rows = this.rows().createQueryBuilder('row').where(`row.told = 'accepted'`)
    rows.andWhere(`row.decision ->> 'operation' = 'paymentSessionPending'`)
    rows.andWhere(`(row.decision ->> 'pendingExpiresAt')::timestamptz < :now`, { now })
    return rows.andWhere('row.trouble IS NULL').orderBy('row.createdAt').take(limit).getMany()
  }

  private rows() {
    return this.database.getRepository(sessionEntity)
  }
}
