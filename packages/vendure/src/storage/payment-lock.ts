import { PaymentLock, type PaymentRef } from '@craftgate-commerce/core'
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
      async hold({ account, paymentId }, work) {
        const payment = { account, paymentId }
        if (!connection.hasRowLocks) return work()
        const source = await connection.source()
        await addLock(source, payment)
        return source.transaction(async (manager) => {
          const lock = { mode: 'pessimistic_write' } as const
          await manager.findOneOrFail(CraftgateLock, { where: payment, lock })
          return work()
        })
      },
    })
  }
}

async function addLock(source: DataSource, payment: PaymentRef): Promise<void> {
  const locks = source.getRepository(CraftgateLock)
  if (await locks.existsBy({ ...payment })) return
  try {
    // A copy: TypeORM writes the new row back into what it is given.
    await locks.insert({ ...payment })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
}
