import type { EntityManager } from 'typeorm'
import { noteEntity, type SessionRow, sessionEntity } from '../database'

type Change = Partial<Omit<SessionRow, 'id' | 'shop' | 'mode' | 'kind' | 'gid' | 'createdAt'>>

/** One session inside a transaction that holds its row: whoever else wants to move it waits. */
export class LockedSession {
  private constructor(
    /** Of the transaction; what is written through it commits together with the session. */
    readonly manager: EntityManager,
    private held: SessionRow,
    readonly now: Date,
  ) {}

  /** @throws Error when there is no such session. */
  static async lock(manager: EntityManager, id: string, now: Date): Promise<LockedSession> {
    const lock = { mode: 'pessimistic_write' } as const
    const row = await manager.getRepository(sessionEntity).findOneOrFail({ where: { id }, lock })
    return new LockedSession(manager, row, now)
  }

  get row(): SessionRow {
    return this.held
  }

  async change(change: Change): Promise<void> {
    const changed = { ...change, changedAt: this.now }
    await this.manager.getRepository(sessionEntity).update({ id: this.held.id }, changed)
    this.held = { ...this.held, ...changed }
  }

  /** Adds a moment to the merchant's timeline. */
  async note(what: string, facts: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.manager
      .getRepository(noteEntity)
      .insert({ sessionId: this.held.id, at: this.now, what, facts })
  }
}
