import type { PaymentRef } from '@craftgate-commerce/core'
import { PaymentLock } from '@craftgate-commerce/core/adapter'
import { Injectable, type OnModuleDestroy } from '@nestjs/common'
import { TransactionalConnection } from '@vendure/core'
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm'
import { CraftgateLock, craftgateEntities } from '../entities'
import { isUniqueViolation } from './transactions'

/** Connections of the isolated pool. Half of them may hold a payment's lock; the rest is for short writes. */
const ISOLATED_POOL = 6

/**
 * The connection that our tables are written through: never inside the shop's transaction, so that a roll-back there
 * cannot forget a payment operation. It has a small pool of its own where the database has pools: a request that holds
 * one of the shop's connections while it waits for a second one would otherwise starve the shop under load.
 */
@Injectable()
export class IsolatedConnection implements OnModuleDestroy {
  private opening?: Promise<DataSource>

  constructor(private readonly connection: TransactionalConnection) {}

  /** SQLite and sql.js are one connection for everybody, without row locks. */
  get hasRowLocks(): boolean {
    return !/sqlite|sqljs|spatialite|capacitor|expo|cordova/.test(this.connection.rawConnection.options.type)
  }

  async source(): Promise<DataSource> {
    if (!this.hasRowLocks) return this.connection.rawConnection
    this.opening ??= openIsolatedPool(this.connection.rawConnection.options).catch((error: unknown) => {
      this.opening = undefined
      throw error
    })
    return this.opening
  }

  /** One transaction of our own; where everybody shares one connection, what it happens to be in. */
  async transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const source = await this.source()
    return this.hasRowLocks ? source.transaction(work) : work(source.manager)
  }

  async onModuleDestroy(): Promise<void> {
    const source = await this.opening?.catch(() => undefined)
    if (source?.isInitialized) await source.destroy()
  }
}

function openIsolatedPool(shop: DataSourceOptions): Promise<DataSource> {
  const options = Object.assign({}, masterOf(shop), {
    entities: [...craftgateEntities],
    subscribers: [],
    migrations: [],
    migrationsRun: false,
    synchronize: false,
    dropSchema: false,
    poolSize: ISOLATED_POOL,
    // So that whoever looks at the database's connections knows these from the shop's (Postgres).
    applicationName: 'craftgate',
  })
  return new DataSource(options).initialize()
}

/** Never a read replica, which lags behind; and not the shop's own pool size, which the driver would prefer to ours. */
function masterOf(options: DataSourceOptions): DataSourceOptions {
  const { max: _max, min: _min, connectionLimit: _limit, ...extra } = options.extra ?? {}
  const replication = 'replication' in options ? options.replication : undefined
  const master = replication && 'master' in replication ? replication.master : {}
  return Object.assign({}, options, master, { replication: undefined, extra })
}

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
