import { Injectable } from '@nestjs/common'
import { Mutex, Semaphore } from 'async-mutex'
import { CraftgateCheckout } from '../entities'
import { LEDGER_POOL, Ledger } from './ledger'

interface Waiting {
  readonly mutex: Mutex
  users: number
}

/**
 * One money call at a time for a payment: a mutex inside this process, and the row of the attempt between processes
 * where the database has row locks.
 */
@Injectable()
export class PaymentLock {
  private readonly queues = new Map<number, Waiting>()
  private readonly permits = new Semaphore(LEDGER_POOL / 2)

  constructor(private readonly ledger: Ledger) {}

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

  private async betweenProcesses<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    if (!this.ledger.hasRowLocks) return work()
    const source = await this.ledger.source()
    return this.permits.runExclusive(() =>
      source.transaction(async (manager) => {
        await manager
          .createQueryBuilder(CraftgateCheckout, 'checkout')
          .setLock('pessimistic_write')
          .where('checkout.paymentId = :paymentId', { paymentId })
          .getMany()
        return work()
      }),
    )
  }
}
