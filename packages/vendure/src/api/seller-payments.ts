import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { itemsView } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { type ID, Order, Payment, type RequestContext, TransactionalConnection } from '@vendure/core'
import { isOfChannel, itemsOfPart } from '../order'
import { mayRefund } from '../panel'
import { type AttemptOfPayment, attemptOf } from '../payment'
import { CheckoutStore, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'

/** What a seller's order says of the payment, which is on the order that was split. */
@Injectable()
export class SellerPayments {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
  ) {}

  /**
   * Of the payments that took money, oldest first. What is said is of this seller's goods alone, so whoever may see the seller's
   * channel may see it; the order that was split, its payment and the refund are for those who work in the channel where it was
   * sold. Throws EntityNotFoundError for an order of another channel.
   */
  async of(ctx: RequestContext, orderId: ID) {
    const { channelId } = ctx
    const find = { channelId, relations: [...LINES] }
    const part = await this.connection.getEntityOrThrow(ctx, Order, orderId, find)
    if (part.aggregateOrderId == null) return []
    const split = await this.connection
      .getRepository(ctx, Order)
      .findOne({ where: { id: part.aggregateOrderId }, relations: [...LINES, 'payments'] })
    if (split === null) return []
    const its = itemsOfPart(part, split)
    const told = []
    for (const row of split.payments.filter(tookMoney).toSorted(byAge)) {
      const attempt = await attemptOf(this.checkouts, row, split.id)
      if (attempt) told.push(await this.view(ctx, { split, row, attempt, its }))
    }
    return told
  }

  private async view(ctx: RequestContext, { split, row, attempt, its }: OfSeller) {
    const { payment, record } = attempt
    const facts = await this.craftgate.payment(payment)
    const { left, ...sums } = itemsView(facts, await this.operations.of(payment), (id) => its.has(id))
    const view = { ...sums, state: row.state, currencyCode: facts.price.currency }
    if (!isOfChannel(record, ctx)) return view
    const path = `/payments/${encodeURIComponent(record.reference)}`
    const isRefundable = row.state === 'Settled' && left.length > 0 && mayRefund(ctx)
    return {
      ...view,
      aggregateOrderId: split.id,
      aggregateOrderCode: split.code,
      paymentId: row.id,
      panelPath: path,
      refundPath: isRefundable ? `${path}/refund?${left.map((id) => `pieces-${id}=all`).join('&')}` : null,
    }
  }
}

interface OfSeller {
  readonly split: Order
  readonly row: Payment
  readonly attempt: AttemptOfPayment
  /** Ids of the seller's items in the basket at Craftgate. */
  readonly its: ReadonlySet<string>
}

const LINES = ['lines', 'lines.productVariant'] as const

const byAge = (one: Payment, other: Payment): number => one.createdAt.getTime() - other.createdAt.getTime()

const tookMoney = ({ state }: Payment): boolean => state === 'Settled' || state === 'Authorized'
