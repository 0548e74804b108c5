import { Injectable } from '@nestjs/common'
import { Mutex, Semaphore } from 'async-mutex'
import type { DataSource } from 'typeorm'
import { CraftgateLock } from '../entities'
import { isUniqueViolation } from './database-errors'
import { LEDGER_POOL, Ledger } from './ledger'

interface Waiting {
  readonly mutex: Mutex
  users: number
}

/**
 * One money call at a time for a payment: a mutex inside this process, and a row of its own between processes where
 * the database has row locks. (Locking the attempt's row would make its writers wait with a connection in their hands.)
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
    await addLock(source, paymentId)
    return this.permits.runExclusive(() =>
      source.transaction(async (manager) => {
        const lock = { mode: 'pessimistic_write' } as const
        await manager.findOneOrFail(CraftgateLock, { where: { paymentId }, lock })
        return work()
      }),
    )
  }
}

async function addLock(source: DataSource, paymentId: number): Promise<void> {
  const locks = source.getRepository(CraftgateLock)
  if (await locks.existsBy({ paymentId })) return
  try {
    await locks.insert({ paymentId })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}
