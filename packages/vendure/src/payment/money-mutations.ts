import { setTimeout as sleep } from 'node:timers/promises'
import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common'
import { GqlExecutionContext } from '@nestjs/graphql'
import {
  type ID,
  internal_getRequestContext,
  Order,
  OrderService,
  Payment,
  parseContext,
  Refund,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { from, lastValueFrom, type Observable } from 'rxjs'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE_OPTIONS } from '../tokens'
import { CaptureAndVoid, type PaymentCall } from './capture-and-void'
import { DeferredOperations } from './deferred-operations'
import { inRequest, RequestOperations } from './request-operations'

interface MutationArgs {
  readonly id?: ID
  readonly state?: string
  readonly input?: { readonly paymentId?: ID; readonly amount?: number }
}

/** The Admin API's mutations that move money, and which capture or void each asks for. Refunds are written down inside. */
const MUTATIONS: Readonly<Record<string, (args: MutationArgs) => PaymentCall | undefined>> = {
  settlePayment: ({ id }) => ({ kind: 'capture', id }),
  cancelPayment: ({ id }) => ({ kind: 'void', id }),
  transitionPaymentToState: ({ id, state }) => {
    if (state === 'Settled') return { kind: 'capture', id }
    return state === 'Cancelled' ? { kind: 'void', id } : undefined
  },
  captureCraftgatePayment: ({ input }) => ({ kind: 'capture', id: input?.paymentId, amount: input?.amount }),
  refundOrder: () => undefined,
  modifyOrder: () => undefined,
  cancelOrder: () => undefined,
}

/**
 * Keeps calls of Craftgate out of the transactions of the merchant's mutations. Captures and voids, for which Vendure
 * has no pending answer, are carried out before the transaction begins. Refunds are written down inside it; they are
 * carried out after the commit and waited for a while, so that a merchant whose bank is quick reads the end in the same
 * answer. It must be the outermost of the plugin's interceptors.
 */
@Injectable()
export class MoneyMutations implements NestInterceptor {
  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly connection: TransactionalConnection,
    private readonly orders: OrderService,
    private readonly payments: CaptureAndVoid,
    private readonly deferred: DeferredOperations,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { isGraphQL, req, info } = parseContext(context)
    if (!isGraphQL || info?.parentType.name !== 'Mutation') return next.handle()
    const ctx = internal_getRequestContext(req)
    const callOf = MUTATIONS[info.fieldName]
    if (callOf === undefined || ctx?.apiType !== 'admin') return next.handle()
    const call = callOf(GqlExecutionContext.create(context).getArgs<MutationArgs>())
    return from(this.around(ctx, call, next))
  }

  private around(ctx: RequestContext, call: PaymentCall | undefined, next: CallHandler): Promise<unknown> {
    const operations = new RequestOperations()
    return inRequest(operations, async () => {
      if (call) await this.payments.carryOut(ctx, call, operations)
      // Vendure's own interceptor emits a promise, which ends with the commit.
      const result: unknown = await lastValueFrom(next.handle())
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
  private readAgain(ctx: RequestContext, result: unknown): Promise<unknown> {
    return this.connection.withTransaction(ctx, async (tx) => {
      if (result instanceof Order) return (await this.orders.findOne(tx, result.id)) ?? result
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
