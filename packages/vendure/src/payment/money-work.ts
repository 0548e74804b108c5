import { setTimeout as sleep } from 'node:timers/promises'
import { Inject, Injectable } from '@nestjs/common'
import {
  Order,
  OrderService,
  Payment,
  Refund,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE_OPTIONS } from '../tokens'
import { CaptureAndVoid, type PaymentCall } from './capture-and-void'
import { DeferredOperations } from './deferred-operations'
import { inRequest, RequestOperations } from './request-operations'

/**
 * Keeps calls of Craftgate out of the transactions of a merchant's work on money. A capture or void, for which Vendure has
 * no pending answer, is carried out before the transaction begins. Refunds are written down inside it; they are carried
 * out after the commit and waited for a while, so that a merchant whose bank is quick reads the end in the same answer.
 */
@Injectable()
export class MoneyWork {
  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly connection: TransactionalConnection,
    private readonly orders: OrderService,
    private readonly payments: CaptureAndVoid,
    private readonly deferred: DeferredOperations,
  ) {}

  /** `work` ends with the commit of its transaction. */
  around<T>(ctx: RequestContext, call: PaymentCall | undefined, work: () => Promise<T>): Promise<T> {
    const operations = new RequestOperations()
    return inRequest(operations, async () => {
      if (call) await this.payments.carryOut(ctx, call, operations)
      const result = await work()
      if (operations.written.length === 0) return result
      await this.waitFor(operations)
      return this.readAgain(ctx, result)
    })
  }

  private async waitFor({ written }: RequestOperations): Promise<void> {
    const stop = new AbortController()
    const late = sleep(this.options.answerWithinSeconds * 1000, undefined, { signal: stop.signal })
    const ended = Promise.all(written.map((operation) => this.deferred.run(operation)))
    await Promise.race([ended, late])
    stop.abort()
    await late.catch(() => undefined)
  }

  /** The same answer with what was entered since; a replica of the database might lag behind. */
  private readAgain<T>(ctx: RequestContext, result: T): Promise<T> {
    return this.connection.withTransaction(ctx, async (tx) => {
      if (result instanceof Order)
        return ((await this.orders.findOne(tx, result.id)) as T | undefined) ?? result
      for (const entity of [Refund, Payment]) {
        if (result instanceof entity)
          return Object.assign(
            result,
            await this.connection.getRepository(tx, entity).findOneBy({ id: result.id }),
          )
      }
      return result
    })
  }
}
