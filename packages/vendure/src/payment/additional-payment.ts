import { Injectable } from '@nestjs/common'
import { HistoryEntryType, SortOrder } from '@vendure/common/lib/generated-types'
import {
  HistoryService,
  Order,
  OrderService,
  type OrderState,
  type Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'

const MODIFYING = new Set(['Modifying', 'ArrangingAdditionalPayment'])

/**
 * The second half of a payment for a modified order. `addPaymentToOrder` neither settles the modifications nor moves
 * an order out of ArrangingAdditionalPayment; both are done here.
 */
@Injectable()
export class AdditionalPayment {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly orders: OrderService,
    private readonly history: HistoryService,
  ) {}

  /** Returns the order's state afterwards; it is unchanged when Vendure refuses to move it. */
  async finish(ctx: RequestContext, order: Order, payment: Payment): Promise<string> {
    await this.settleModifications(ctx, order, payment)
    for (const state of await this.candidates(ctx, order, payment)) {
      const moved = await this.orders.transitionToState(ctx, order.id, state)
      if ('state' in moved) return moved.state
    }
    return order.state
  }

  private async settleModifications(ctx: RequestContext, order: Order, payment: Payment): Promise<void> {
    const { manager } = this.connection.getRepository(ctx, Order)
    for (const modification of await this.orders.getOrderModifications(ctx, order.id)) {
      if (modification.isSettled) continue
      modification.payment = payment
      await manager.save(modification)
    }
  }

  /** Back to where the order was before it was modified, else to what its payment says. */
  private async candidates(ctx: RequestContext, order: Order, payment: Payment): Promise<OrderState[]> {
    const paid: OrderState = payment.state === 'Settled' ? 'PaymentSettled' : 'PaymentAuthorized'
    const before = await this.stateBeforeModifying(ctx, order)
    const possible = this.orders.getNextOrderStates(order)
    return [before, paid].flatMap((state) => (state && possible.includes(state) ? [state] : []))
  }

  private async stateBeforeModifying(ctx: RequestContext, order: Order): Promise<OrderState | undefined> {
    const { items } = await this.history.getHistoryForOrder(ctx, order.id, false, {
      filter: { type: { eq: HistoryEntryType.ORDER_STATE_TRANSITION } },
      sort: { createdAt: SortOrder.DESC },
    })
    return items.map(({ data }) => data.from).find((state) => state && !MODIFYING.has(state))
  }
}
