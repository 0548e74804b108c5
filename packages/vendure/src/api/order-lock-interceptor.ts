import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common'
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql'
import {
  ActiveOrderService,
  ConfigService,
  DefaultActiveOrderStrategy,
  I18nError,
  type ID,
  internal_getRequestContext,
  internal_setRequestContext,
  LogLevel,
  Order,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import type { GraphQLResolveInfo } from 'graphql'
import { from, lastValueFrom, type Observable } from 'rxjs'
import { CraftgateCheckout } from '../entities'
import { IsolatedConnection, isLockFailure, isStorable } from '../storage'

type Arguments = Readonly<Record<string, unknown>>

interface Mutation {
  readonly ctx: RequestContext
  readonly name: string
  readonly args: Arguments
}

/** How long a mutation waits for the order; Postgres' own unit. A payment is applied in a fraction of a second. */
const PATIENCE = '10s'

/** Ours: they begin an attempt, so the order is locked when it has none yet. */
const BEGIN: ReadonlySet<string> = new Set(['createCraftgateCheckout', 'placeCraftgateOrder'])
/** Mutations of the Admin API whose `id` is an order's; all others name it `orderId`. */
const BY_ID: ReadonlySet<string> = new Set(['transitionOrderToState', 'setOrderCustomFields'])

/**
 * Vendure's mutations read an order, work on it, and save all of it late and without a version check. One that began before
 * a payment was applied would write its old state over the paid order, and take the payment off it. So each mutation of
 * an order that somebody began to pay with Craftgate holds the lock of the order's row before its resolver reads: the
 * lock that `ApplyOutcome` takes too. The transaction is opened here; the resolver's own becomes a savepoint of it.
 * An order without an attempt is left alone. SQLite and sql.js have no row locks, and run one transaction at a time.
 */
@Injectable()
export class OrderLockInterceptor implements NestInterceptor {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly isolated: IsolatedConnection,
    private readonly activeOrders: ActiveOrderService,
    private readonly config: ConfigService,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const mutation = this.isolated.hasRowLocks ? rootMutation(context) : undefined
    const order = mutation && (await this.orderToLock(mutation))
    if (mutation === undefined || order === undefined) return next.handle()
    return from(this.locked(mutation.ctx, order, (tx) => resolve(context, tx, next)))
  }

  private async locked(
    ctx: RequestContext,
    order: ID,
    work: (tx: RequestContext) => Promise<unknown>,
  ): Promise<unknown> {
    try {
      return await this.connection.withTransaction(ctx, async (tx) => {
        await this.lock(tx, order)
        return work(tx)
      })
    } catch (error) {
      throw isLockFailure(error) ? new OrderBusyError() : error
    }
  }

  /** Postgres: rows that refer to the order (sessions, jobs) may still be inserted by other connections meanwhile. */
  private async lock(tx: RequestContext, id: ID): Promise<void> {
    const orders = this.connection.getRepository(tx, Order)
    const isPostgres = orders.manager.connection.options.type === 'postgres'
    if (isPostgres) await orders.query(`SET LOCAL lock_timeout = '${PATIENCE}'`)
    const row = orders.createQueryBuilder('row').select('row.id').where('row.id = :id', { id })
    await row.setLock(isPostgres ? 'for_no_key_update' : 'pessimistic_write').getOne()
  }

  private async orderToLock(mutation: Mutation): Promise<ID | undefined> {
    const order = await this.orderOf(mutation)
    if (order === undefined || BEGIN.has(mutation.name)) return order
    const attempts = this.connection.rawConnection.getRepository(CraftgateCheckout)
    return (await attempts.existsBy({ order: String(order) })) ? order : undefined
  }

  private orderOf(mutation: Mutation): Promise<ID | undefined> {
    const { ctx, name, args } = mutation
    if (ctx.apiType === 'admin') return Promise.resolve(orderIdIn(name, args))
    const code = BEGIN.has(name) ? textIn(argumentsIn(args.input), 'orderCode') : undefined
    return code === undefined ? this.activeOrder(mutation) : this.orderByCode(code)
  }

  private async orderByCode(code: string): Promise<ID | undefined> {
    if (!isStorable(code)) return undefined
    const order = await this.connection.rawConnection
      .getRepository(Order)
      .findOne({ select: { id: true }, where: { code } })
    return order?.id
  }

  /** By the session, which is at hand; asked of Vendure when it does not tell. */
  private async activeOrder({ ctx, args }: Mutation): Promise<ID | undefined> {
    const byDefault = this.config.orderOptions.activeOrderStrategy instanceof DefaultActiveOrderStrategy
    if (!ctx.session) return undefined
    if (byDefault && (ctx.session.activeOrderId || !ctx.activeUserId)) return ctx.session.activeOrderId
    try {
      return (await this.activeOrders.getActiveOrder(ctx, argumentsIn(args.activeOrderInput)))?.id
    } catch {
      // The resolver asks the same, if it needs an order, and says what is wrong.
      return undefined
    }
  }
}

/** Somebody else holds the order: its payment is being applied, or another mutation works on it. */
export class OrderBusyError extends I18nError {
  constructor() {
    super('error.craftgate-order-busy', {}, 'CRAFTGATE_ORDER_BUSY', LogLevel.Warn)
  }
}

/** Awaits the resolver to its end: what `next` answers is a promise as soon as the resolver has a transaction. */
function resolve(context: ExecutionContext, tx: RequestContext, next: CallHandler): Promise<unknown> {
  const { req } = GqlExecutionContext.create(context).getContext()
  internal_setRequestContext(req, tx, context)
  return lastValueFrom(next.handle(), { defaultValue: undefined })
}

/** Undefined for queries, fields of a result, and REST. */
function rootMutation(context: ExecutionContext): Mutation | undefined {
  if (context.getType<GqlContextType>() !== 'graphql') return undefined
  const graphql = GqlExecutionContext.create(context)
  const info: GraphQLResolveInfo | undefined = graphql.getInfo()
  if (info?.parentType?.name !== 'Mutation') return undefined
  const ctx: RequestContext | undefined = internal_getRequestContext(graphql.getContext().req, context)
  return ctx && { ctx, name: info.fieldName, args: argumentsIn(graphql.getArgs()) }
}

function orderIdIn(name: string, args: Arguments): ID | undefined {
  const input = argumentsIn(args.input)
  const byOrderId = textIn(args, 'orderId') ?? textIn(input, 'orderId')
  return byOrderId ?? (BY_ID.has(name) ? (textIn(args, 'id') ?? textIn(input, 'id')) : undefined)
}

function argumentsIn(value: unknown): Arguments {
  return typeof value === 'object' && value !== null ? (value as Arguments) : {}
}

function textIn(args: Arguments, key: string): string | undefined {
  const value = args[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
