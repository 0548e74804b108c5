import { randomUUID } from 'node:crypto'
import { KeyedMutex } from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

const TABLE = 'craftgate_lease'

/** A server that died lets go after this long. */
const LEASE_SECONDS = 30
const RENEW_EVERY_MS = (LEASE_SECONDS * 1000) / 3
/** Work that does not end is not waited for any longer than this. */
const LONGEST_MS = 10 * 60_000
const ASK_AGAIN_MS = 100

/** Somebody else works on it, for longer than the caller wanted to wait. */
export class LeaseTakenError extends Error {
  override readonly name = 'LeaseTakenError'
}

/**
 * Who works on what, across all servers. A lease is a row that its owner renews, so that it holds no connection and no
 * transaction while the work asks Craftgate, works behind any connection pooler, and ends by itself when a server dies.
 */
export class Leases {
  private readonly queue = new KeyedMutex()

  constructor(private readonly connections: Knex) {}

  /**
   * Runs the work while nobody else holds this name. Throws LeaseTakenError when it was not free within `patienceMs`.
   * Within a server callers wait in line.
   */
  during<T>(name: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
    const until = Date.now() + patienceMs
    return this.queue.run(name, async () => {
      const owner = await this.wait(name, until)
      const renewal = this.renew(name, owner)
      try {
        return await work()
      } finally {
        clearInterval(renewal)
        await this.connections(TABLE).where({ name, owner }).delete()
      }
    })
  }

  /** Marks this name for a while, whoever held it; nobody renews it. */
  async mark(name: string, seconds: number): Promise<void> {
    await this.connections(TABLE)
      .insert({ name, owner: randomUUID(), ends_at: this.after(seconds) })
      .onConflict('name')
      .merge()
  }

  async isHeld(name: string): Promise<boolean> {
    const row = await this.connections(TABLE)
      .where({ name })
      .where('ends_at', '>', this.connections.fn.now())
      .first('name')
    return row !== undefined
  }

  private async wait(name: string, until: number): Promise<string> {
    for (;;) {
      const owner = await this.take(name)
      if (owner !== undefined) return owner
      if (Date.now() >= until) throw new LeaseTakenError(`${name} is being worked on`)
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS))
    }
  }

  /** Undefined while somebody else holds it. */
  private async take(name: string): Promise<string | undefined> {
    const owner = randomUUID()
    const taken: unknown[] = await this.connections(TABLE)
      .insert({ name, owner, ends_at: this.after(LEASE_SECONDS) })
      .onConflict('name')
      .merge()
      .where(`${TABLE}.ends_at`, '<=', this.connections.fn.now())
      .returning('owner')
    return taken.length > 0 ? owner : undefined
  }

  private renew(name: string, owner: string): NodeJS.Timeout {
    const last = Date.now() + LONGEST_MS
    const timer = setInterval(() => {
      if (Date.now() > last) return clearInterval(timer)
      const renewed = this.connections(TABLE)
        .where({ name, owner })
        .update({ ends_at: this.after(LEASE_SECONDS) })
      // A database that is away for a moment is asked again at the next renewal.
      renewed.catch(() => undefined)
    }, RENEW_EVERY_MS)
    timer.unref()
    return timer
  }

  /** By the database's clock, which all servers share. */
  private after(seconds: number): Knex.Raw {
    return this.connections.raw(`now() + ? * interval '1 second'`, [seconds])
  }
}
