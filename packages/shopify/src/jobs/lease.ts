import { randomUUID } from 'node:crypto'
import type { AppContext } from '../context/app-context'

/** Longer than clocks of servers differ, and than a busy process is late to renew. */
const LEASE_MS = 60_000
const RENEW_MS = 15_000

const TAKE = `INSERT INTO craftgate_lease (name, owner, held_until) VALUES ($1, $2, $3)
  ON CONFLICT (name) DO UPDATE SET owner = $2, held_until = $3 WHERE craftgate_lease.held_until <= $4 RETURNING owner`
const RENEW = 'UPDATE craftgate_lease SET held_until = $3 WHERE name = $1 AND owner = $2'
const GIVE_BACK = 'DELETE FROM craftgate_lease WHERE name = $1 AND owner = $2'

/**
 * Scheduled work that one process does at a time. Whoever does it renews a lease; of one that died the lease ends within
 * a minute, and the next run takes over. For work that would be right, only wasteful, when it was done twice.
 */
export class Lease {
  private readonly owner = randomUUID()

  constructor(
    private readonly context: Pick<AppContext, 'database' | 'clock'>,
    private readonly name: string,
  ) {}

  /** False when another process is at it; then nothing was done. */
  async whileHeld(work: () => Promise<void>): Promise<boolean> {
    if (!(await this.take())) return false
    // A renewal that fails is made up for by the next one.
    const renewal = setInterval(() => this.sql(RENEW, [this.end()]).catch(() => undefined), RENEW_MS)
    try {
      await work()
    } finally {
      clearInterval(renewal)
      await this.sql(GIVE_BACK, [])
    }
    return true
  }

  private async take(): Promise<boolean> {
    const taken = await this.sql<{ owner: string }[]>(TAKE, [this.end(), this.context.clock()])
    return taken.length === 1
  }

  private end(): Date {
    return new Date(this.context.clock().getTime() + LEASE_MS)
  }

  private sql<T>(text: string, values: readonly unknown[]): Promise<T> {
    return this.context.database.query(text, [this.name, this.owner, ...values])
  }
}
