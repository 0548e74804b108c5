import { KeyedMutex } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { Semaphore } from 'async-mutex'
import type { DataSource } from 'typeorm'
import { CraftgateLock } from '../entities'
import { isUniqueViolation } from './database-errors'
import { LEDGER_POOL, Ledger } from './ledger'

/**
 * One money call at a time for a payment: a queue inside this process, and a row of its own between processes where
 * the database has row locks. (Locking the attempt's row would make its writers wait with a connection in their hands.)
 */
@Injectable()
export class PaymentLock {
  private readonly queue = new KeyedMutex()
  private readonly permits = new Semaphore(LEDGER_POOL / 2)

  constructor(private readonly ledger: Ledger) {}

  exclusively<T>(paymentId: number, work: () => Promise<T>): Promise<T> {
    return this.queue.run(String(paymentId), () => this.betweenProcesses(paymentId, work))
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
