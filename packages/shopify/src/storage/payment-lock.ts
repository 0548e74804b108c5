import type { PaymentRef } from '@craftgate-commerce/core'
import { KeyedMutex } from '@craftgate-commerce/core/adapter'
import { Semaphore } from 'async-mutex'
import type { DataSource } from 'typeorm'
import { type Tenant, tenantKey } from '../context/tenant'
import { lockByName, POOL_SIZE } from '../database'

/** Shared by all tenants of this process, because they share its connections. */
const queue = new KeyedMutex()
const permits = new Semaphore(POOL_SIZE / 3)
/** A shop whose bank is slow leaves the others their share. */
const PERMITS_OF_ONE = 2
const permitsOf = new Map<string, Semaphore>()

function ownPermits(tenant: Tenant): Semaphore {
  const key = tenantKey(tenant)
  const own = permitsOf.get(key) ?? new Semaphore(PERMITS_OF_ONE)
  permitsOf.set(key, own)
  return own
}

/**
 * One operation at a time for a payment of an account: a queue inside this process, so that waiting costs no connection, and an
 * advisory lock of Postgres between processes. Most connections stay free for what is written inside.
 */
export class PaymentLock {
  constructor(
    private readonly database: DataSource,
    private readonly tenant: Tenant,
  ) {}

  exclusively<T>({ account, paymentId }: PaymentRef, work: () => Promise<T>): Promise<T> {
    const name = `${tenantKey(this.tenant)} ${account} payment ${paymentId}`
    const locked = () => permits.runExclusive(() => this.betweenProcesses(name, work))
    return queue.run(name, () => ownPermits(this.tenant).runExclusive(locked))
  }

  private betweenProcesses<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.database.transaction(async (transaction) => {
      await lockByName(transaction, name)
      return work()
    })
  }
}
