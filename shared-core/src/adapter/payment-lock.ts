import { bulkhead } from 'cockatiel'
import type { PaymentRef } from '../platform'

/** Runs pieces of work that share a key one after the other, in this process; a failure holds nobody up. */
export class KeyedMutex {
  private readonly last = new Map<string, Promise<unknown>>()

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve()
    const now = before.then(work, work)
    const ended: Promise<void> = now.then(
      () => this.forget(key, ended),
      () => this.forget(key, ended),
    )
    this.last.set(key, ended)
    return now
  }

  private forget(key: string, ended: Promise<unknown>): void {
    if (this.last.get(key) === ended) this.last.delete(key)
  }
}

/** How an adapter's database keeps other processes away from a payment. */
export interface DatabaseLock {
  /** Connections that may hold a lock at the same time; the others of the pool stay free for what is written meanwhile. */
  readonly connections: number
  /** Runs the work while this connection holds the payment's lock. */
  hold<T>(payment: PaymentRef, work: () => Promise<T>): Promise<T>
}

/**
 * One money call at a time for a payment: a queue inside this process, so that waiting costs no connection, then a permit,
 * so that holding a lock never takes the last connection, then the database's own lock between processes.
 */
export class PaymentLock {
  private readonly queue = new KeyedMutex()
  private readonly permits

  constructor(private readonly database: DatabaseLock) {
    this.permits = bulkhead(database.connections, Number.POSITIVE_INFINITY)
  }

  exclusively<T>(payment: PaymentRef, work: () => Promise<T>): Promise<T> {
    return this.queue.run(`${payment.account} ${payment.paymentId}`, () =>
      this.permits.execute(() => this.database.hold(payment, work)),
    )
  }
}
