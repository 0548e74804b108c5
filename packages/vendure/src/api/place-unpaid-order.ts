import { randomBytes } from 'node:crypto'
import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { offlineMethodOf } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import {
  isGraphQlErrorResult,
  type NoActiveOrderError,
  type Order,
  OrderService,
  type OrderStateTransitionError,
  type RequestContext,
} from '@vendure/core'
import { AWAITING_FUNDS, leftToPay } from '../order'
import { OFFLINE_HANDLER_CODE, placingUnpaid } from '../payment'
import { CheckoutStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import type { CraftgateCheckoutError, IneligibleMethodError } from './checkout-error'
import { CraftgateMethods } from './craftgate-methods'
import { contextOf, PayableOrders, type SaleInput } from './payable-orders'

export interface UnpaidOrder {
  readonly __typename: 'CraftgateUnpaidOrder'
  readonly reference: string
  readonly orderCode: string
  readonly amount: number
  readonly currencyCode: Order['currencyCode']
  readonly method: string
  readonly instructions: string | null
}

export type PlaceResult =
  | UnpaidOrder
  | CraftgateCheckoutError
  | NoActiveOrderError
  | IneligibleMethodError
  | OrderStateTransitionError

/**
 * The mutation `placeCraftgateOrder`: the order is placed unpaid, and waits for a bank transfer or is paid on delivery. The
 * order's row is locked (`OrderLockInterceptor`).
 */
@Injectable()
export class PlaceUnpaidOrder {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly payable: PayableOrders,
    private readonly methods: CraftgateMethods,
    private readonly orders: OrderService,
    private readonly checkouts: CheckoutStore,
  ) {}

  async place(ctx: RequestContext, input: Pick<SaleInput, 'paymentMethodCode'>): Promise<PlaceResult> {
    const sale = await this.payable.prepare(ctx, input, OFFLINE_HANDLER_CODE)
    if (isGraphQlErrorResult(sale)) return sale
    const { order, merchant, method, expected } = sale
    const { kind, instructions } = this.methods.offline(ctx, method)
    const placed = await placingUnpaid(order, () =>
      this.orders.transitionToState(ctx, order.id, AWAITING_FUNDS),
    )
    if (isGraphQlErrorResult(placed)) return placed
    const open = await this.checkouts.unfinishedOf(String(order.id))
    const waiting = open.find((record) => offlineMethodOf(record) !== undefined)
    const { reference } = await this.craftgate.beginOffline({
      reference: waiting?.reference ?? randomBytes(16).toString('hex'),
      merchant,
      order: String(order.id),
      context: contextOf(ctx, order, method),
      expected,
      method: kind,
    })
    const { code: orderCode, currencyCode } = order
    const amount = leftToPay(placed)
    return {
      ...{ __typename: 'CraftgateUnpaidOrder', reference, orderCode, amount, currencyCode },
      ...{ method: kind, instructions },
    }
  }
}
