import { bulkhead } from 'cockatiel'
import { KeyedMutex } from '../keyed-mutex'
import type { PaymentRef } from '../platform'

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
