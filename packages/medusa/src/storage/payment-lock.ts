import { KeyedMutex } from '@craftgate-commerce/core'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { Semaphore } from 'async-mutex'
import { ISOLATED_POOL_SIZE } from './isolated-connection'

/** Names our locks among all advisory locks of the database. */
const LOCK_SPACE = 0x63676174

/**
 * One money call at a time for a payment: a queue inside this process, so that waiting costs no connection, and an
 * advisory lock of Postgres between processes. Half of our connections stay free for what is written inside.
 */
export class PaymentLock {
  private readonly queue = new KeyedMutex()
  private readonly permits = new Semaphore(ISOLATED_POOL_SIZE / 2)

  constructor(private readonly connection: Knex) {}

  exclusively<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    return this.queue.run(String(paymentId), () => this.betweenProcesses(paymentId, work))
  }

  private betweenProcesses<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    return this.permits.runExclusive(() =>
      this.connection.transaction(async (transaction) => {
        await transaction.raw('select pg_advisory_xact_lock(?, hashint8(?::bigint))', [LOCK_SPACE, paymentId])
        return work()
      }),
    )
  }
}
