import type { PaymentRef } from '@craftgate-commerce/core'
import { KeyedMutex } from '@craftgate-commerce/core/adapter'
import { Semaphore } from 'async-mutex'
import type { DataSource } from 'typeorm'
import { type Tenant, tenantKey } from '../context/tenant'
import { lockHolders, withLock } from '../database'

/** A shop whose bank is slow leaves the others their share. */
const PERMITS_OF_ONE = 2

/** What all tenants of this process share, because they share its connections. */
interface Shared {
  readonly queue: KeyedMutex
  readonly permits: Semaphore
  readonly permitsOf: Map<string, Semaphore>
}

const sharedBy = new WeakMap<DataSource, Shared>()

function sharedOf(database: DataSource): Shared {
  const known = sharedBy.get(database)
  if (known) return known
  const shared = {
    queue: new KeyedMutex(),
    permits: new Semaphore(lockHolders(database)),
    permitsOf: new Map(),
  }
  sharedBy.set(database, shared)
  return shared
}

function ownPermits({ permitsOf }: Shared, tenant: Tenant): Semaphore {
  const key = tenantKey(tenant)
  const own = permitsOf.get(key) ?? new Semaphore(PERMITS_OF_ONE)
  permitsOf.set(key, own)
  return own
}

/**
 * One operation at a time for a payment of an account: a queue inside this process, so that waiting costs no connection, and
 * an advisory lock of Postgres between processes. Most connections stay free for what is written inside.
 */
export class PaymentLock {
  constructor(
    private readonly database: DataSource,
    private readonly tenant: Tenant,
  ) {}

  exclusively<T>({ account, paymentId }: PaymentRef, work: () => Promise<T>): Promise<T> {
    const shared = sharedOf(this.database)
    const name = `${tenantKey(this.tenant)} ${account} payment ${paymentId}`
    const locked = () => shared.permits.runExclusive(() => withLock(this.database, name, work))
    return shared.queue.run(name, () => ownPermits(shared, this.tenant).runExclusive(locked))
  }
}
