import { randomBytes } from 'node:crypto'
import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { isStartable, type MethodName, offlineMethodOf } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { isGraphQlErrorResult, type Order, type RequestContext } from '@vendure/core'
import { leftToPay, OrderReader, roundingOf } from '../order'
import { HANDLER_CODE } from '../payment'
import { CheckoutStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { CraftgateCheckoutError } from './checkout-error'
import { phaseOf, wayToPayOf } from './craftgate-methods'
import { contextOf, PayableOrders, type Sale, type SaleInput, type SaleProblem } from './payable-orders'

export interface BeginInput extends SaleInput {
  /** The way to pay that the link names. */
  readonly wayToPay?: string | null
}

export interface NewCheckout {
  readonly __typename: 'CraftgateCheckout'
  readonly reference: string
  readonly payLink: string
  readonly orderCode: string
  readonly amount: number
  readonly rounding: number
  readonly currencyCode: Order['currencyCode']
}

export type BeginResult = NewCheckout | SaleProblem

/**
 * The mutation `createCraftgateCheckout`: checks, moves the order to ArrangingPayment, writes the attempt down. An order has
 * one open attempt: who asks again gets its link. The order's row is locked (`OrderLockInterceptor`).
 */
@Injectable()
export class BeginCheckout {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly payable: PayableOrders,
    private readonly reader: OrderReader,
    private readonly checkouts: CheckoutStore,
  ) {}

  async begin(ctx: RequestContext, { wayToPay, ...input }: BeginInput): Promise<BeginResult> {
    if (wayToPay != null && !isStartable(wayToPay)) return new CraftgateCheckoutError('UNKNOWN_WAY_TO_PAY')
    const sale = await this.payable.prepare(ctx, input, HANDLER_CODE)
    return isGraphQlErrorResult(sale) ? sale : this.write(ctx, sale, wayToPay ?? undefined)
  }

  private async write(
    ctx: RequestContext,
    { order, merchant, method, expected }: Sale,
    wayToPay: MethodName | undefined,
  ): Promise<NewCheckout> {
    const open = await this.checkouts.unfinishedOf(String(order.id))
    const page = open.find((record) => offlineMethodOf(record) === undefined)
    const { record, payLink, payLinkBy } = await this.craftgate.begin({
      reference: page?.reference ?? randomBytes(16).toString('hex'),
      closeEarlier: 'when-opened',
      merchant,
      order: String(order.id),
      context: contextOf(ctx, order, method),
      phase: phaseOf(method),
      method: wayToPayOf(method),
      expected,
    })
    return {
      __typename: 'CraftgateCheckout',
      reference: record.reference,
      payLink: wayToPay ? payLinkBy(wayToPay) : payLink,
      orderCode: order.code,
      amount: leftToPay(order),
      rounding: roundingOf(leftToPay(order), order.currencyCode, this.reader),
      currencyCode: order.currencyCode,
    }
  }
}
