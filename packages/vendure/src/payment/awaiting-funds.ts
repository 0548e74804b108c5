// The state of an order that is placed unpaid: who may bring an order there, and what Vendure does when it comes there.
import { AsyncLocalStorage } from 'node:async_hooks'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import {
  type Injector,
  type Order,
  type OrderPlacedStrategy,
  type OrderProcess,
  type OrderState,
  Payment,
  type RequestContext,
  type StockAllocationStrategy,
  TransactionalConnection,
  totalCoveredByPayments,
} from '@vendure/core'
import { AWAITING_FUNDS, type AwaitingFunds } from '../order'

const NOT_BY_HAND = {
  tr: 'Sipariş bu duruma yalnızca Craftgate ile, havale/EFT ya da kapıda ödeme seçilince geçer',
  en: 'An order comes to this state only by choosing bank transfer or cash on delivery of Craftgate',
}
const HOLDS_MONEY = {
  tr: 'Siparişin ödemesi var; para beklemiyor',
  en: 'The order has a payment; it awaits no funds',
}

/** The order that our own mutation places now. Vendure copies its context on the way to the process, so it tells nothing. */
const placing = new AsyncLocalStorage<string>()

/** Runs Vendure's own service for an order that may come to AwaitingFunds. */
export const placingUnpaid = <T>({ id }: Pick<Order, 'id'>, work: () => Promise<T>): Promise<T> =>
  placing.run(String(id), work)

/**
 * ArrangingPayment -> AwaitingFunds -> paid. Both payment states must follow: that is how Vendure knows that the order takes
 * a payment. The Shop API lets a shopper ask for any transition, so this one is refused to everybody but
 * `placeCraftgateOrder`; after a modification an order that holds no money goes back to waiting.
 */
export function awaitingFundsProcess(): OrderProcess<AwaitingFunds> {
  let connection: TransactionalConnection
  return {
    transitions: {
      ArrangingPayment: { to: [AWAITING_FUNDS], mergeStrategy: 'merge' },
      AwaitingFunds: { to: ['PaymentSettled', 'PaymentAuthorized', 'Cancelled', 'Modifying'] },
      Modifying: { to: [AWAITING_FUNDS], mergeStrategy: 'merge' },
    },
    init(injector) {
      connection = injector.get(TransactionalConnection)
    },
    async onTransitionStart(from, to, { ctx, order }) {
      if (to !== AWAITING_FUNDS || placing.getStore() === String(order.id)) return undefined
      if (from !== 'Modifying') return sentenceIn(ctx.languageCode, NOT_BY_HAND)
      const where = { order: { id: order.id } }
      const payments = await connection.getRepository(ctx, Payment).find({ where, relations: ['refunds'] })
      order.payments = payments
      return totalCoveredByPayments(order) > 0 ? sentenceIn(ctx.languageCode, HOLDS_MONEY) : undefined
    },
  }
}

const isPlacing = (from: OrderState, to: OrderState): boolean =>
  from === 'ArrangingPayment' && to === AWAITING_FUNDS

/** What the shop's own strategy says, and an order that awaits funds is placed, once. */
export class PlacedUnpaid implements OrderPlacedStrategy {
  constructor(private readonly own: OrderPlacedStrategy) {}

  async init(injector: Injector): Promise<void> {
    await this.own.init?.(injector)
  }

  async destroy(): Promise<void> {
    await this.own.destroy?.()
  }

  shouldSetAsPlaced(
    ctx: RequestContext,
    from: OrderState,
    to: OrderState,
    order: Order,
  ): boolean | Promise<boolean> {
    return isPlacing(from, to) || this.own.shouldSetAsPlaced(ctx, from, to, order)
  }
}

/** What the shop's own strategy says, but for an order that awaits funds: its stock is allocated when it is placed. */
export class AllocatedUnpaid implements StockAllocationStrategy {
  constructor(private readonly own: StockAllocationStrategy) {}

  async init(injector: Injector): Promise<void> {
    await this.own.init?.(injector)
  }

  async destroy(): Promise<void> {
    await this.own.destroy?.()
  }

  shouldAllocateStock(
    ctx: RequestContext,
    from: OrderState,
    to: OrderState,
    order: Order,
  ): boolean | Promise<boolean> {
    if (isPlacing(from, to)) return true
    return from === AWAITING_FUNDS ? false : this.own.shouldAllocateStock(ctx, from, to, order)
  }
}
