import { type DataSource, type EntityManager, IsNull } from 'typeorm'
import type { Clock } from '../context/clock'
import type { Tenant } from '../context/tenant'
import { type SessionRow, sessionEntity, sessionEventEntity } from '../database'

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
  locked<T>(id: string, work: (session: SessionTransaction) => Promise<T>): Promise<T> {
    return this.database.transaction(async (manager) =>
      work(await SessionTransaction.lock(manager, id, this.clock())),
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

  /** Sessions whose next attempt is long overdue: whoever was to make it died. */
  async overdue(before: Date, limit = 100): Promise<readonly SessionRow[]> {
    const rows = this.rows().createQueryBuilder('row')
    rows.where('row.nextAttemptAt < :before AND row.syncStatus IS NULL', { before })
    return rows.orderBy('row.nextAttemptAt').take(limit).getMany()
  }

  /** Payments that Shopify was asked to wait for, and not longer than until that moment. */
  async pendingUntil(moment: Date, limit = 100): Promise<readonly SessionRow[]> {
    const rows = this.rows().createQueryBuilder('row').where(`row.syncStatus = 'synced'`)
    rows.andWhere('"row".pending_until < :moment', { moment: moment.toISOString() })
    return rows.andWhere('row.lastError IS NULL').orderBy('"row".pending_until').take(limit).getMany()
  }

  /** Where the newest payments of a tenant came from: addresses of its checkout. */
  async cancelUrlsOf({ shop, mode }: Tenant, limit = 25): Promise<readonly string[]> {
    const rows = this.rows().createQueryBuilder('row').select('row.cancelUrl', 'url')
    rows.where(`row.shop = :shop AND row.mode = :mode AND row.kind = 'payment'`, { shop, mode })
    rows.orderBy('row.createdAt', 'DESC').addOrderBy('row.id', 'DESC').limit(limit)
    const found = await rows.getRawMany<{ url: string | null }>()
    return found.flatMap(({ url }) => url ?? [])
  }

  private rows() {
    return this.database.getRepository(sessionEntity)
  }
}

type Change = Partial<Omit<SessionRow, 'id' | 'shop' | 'mode' | 'kind' | 'gid' | 'createdAt'>>

/** One session inside a transaction that holds its row: whoever else wants to move it waits. */
export class SessionTransaction {
  private constructor(
    /** Of the transaction; what is written through it commits together with the session. */
    readonly manager: EntityManager,
    private current: SessionRow,
    readonly now: Date,
  ) {}

  /** @throws Error when there is no such session. */
  static async lock(manager: EntityManager, id: string, now: Date): Promise<SessionTransaction> {
    const lock = { mode: 'pessimistic_write' } as const
    const row = await manager.getRepository(sessionEntity).findOneOrFail({ where: { id }, lock })
    return new SessionTransaction(manager, row, now)
  }

  get row(): SessionRow {
    return this.current
  }

  async change(change: Change): Promise<void> {
    const changed = { ...change, changedAt: this.now }
    await this.manager.getRepository(sessionEntity).update({ id: this.current.id }, changed)
    this.current = { ...this.current, ...changed }
  }

  /** Of a capture or void that Shopify knows of: its payment is no open authorization any more. A capture counts for more. */
  async endAuthorization(): Promise<void> {
    const { kind, paymentSessionId: id } = this.current
    if (id === null || (kind !== 'capture' && kind !== 'void')) return
    const which = kind === 'capture' ? { id } : { id, followedBy: IsNull() }
    await this.manager.getRepository(sessionEntity).update(which, { followedBy: kind })
  }

  /** Adds a moment to the merchant's timeline. */
  async addEvent(what: string, facts: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.manager
      .getRepository(sessionEventEntity)
      .insert({ sessionId: this.current.id, at: this.now, what, facts })
  }
}
