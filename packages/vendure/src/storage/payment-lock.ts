import { PaymentLock } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import type { DataSource } from 'typeorm'
import { CraftgateLock } from '../entities'
import { ISOLATED_POOL, IsolatedConnection } from './isolated-connection'
import { isUniqueViolation } from './transactions'

/**
 * One money call at a time for a payment. Between processes a row of its own is locked where the database has row locks:
 * locking the attempt's row would make its writers wait with a connection in their hands.
 */
@Injectable()
export class VendurePaymentLock extends PaymentLock {
  constructor(connection: IsolatedConnection) {
    super({
      connections: ISOLATED_POOL / 2,
      async hold(paymentId, work) {
        if (!connection.hasRowLocks) return work()
        const source = await connection.source()
        await addLock(source, paymentId)
        return source.transaction(async (manager) => {
          const lock = { mode: 'pessimistic_write' } as const
          await manager.findOneOrFail(CraftgateLock, { where: { paymentId }, lock })
          return work()
        })
      },
    })
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
