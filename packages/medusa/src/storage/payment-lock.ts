import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { Mutex, Semaphore } from 'async-mutex'
import { LEDGER_POOL } from './ledger'

/** Names our locks among all advisory locks of the database. */
const LOCK_SPACE = 0x63676174

interface Waiting {
  readonly mutex: Mutex
  users: number
}

/**
 * One money call at a time for a payment: a mutex inside this process, so that waiting costs no connection, and an
 * advisory lock of Postgres between processes. Half of our connections stay free for what is written inside.
 */
export class PaymentLock {
  private readonly queues = new Map<number, Waiting>()
  private readonly permits = new Semaphore(LEDGER_POOL / 2)

  constructor(private readonly ledger: Knex) {}

  async exclusively<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    const queue = this.queues.get(paymentId) ?? { mutex: new Mutex(), users: 0 }
    this.queues.set(paymentId, queue)
    queue.users += 1
    try {
      return await queue.mutex.runExclusive(() => this.betweenProcesses(paymentId, work))
    } finally {
      queue.users -= 1
      if (queue.users === 0) this.queues.delete(paymentId)
    }
  }

  private betweenProcesses<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    return this.permits.runExclusive(() =>
      this.ledger.transaction(async (transaction) => {
        await transaction.raw('select pg_advisory_xact_lock(?, hashint8(?::bigint))', [LOCK_SPACE, paymentId])
        return work()
      }),
    )
  }
}
