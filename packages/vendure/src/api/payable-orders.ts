import type { CheckoutRecord, Money } from '@craftgate-commerce/core'
import { isCurrency } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import {
  ActiveOrderService,
  ConfigService,
  isGraphQlErrorResult,
  NoActiveOrderError,
  type Order,
  OrderService,
  type OrderStateTransitionError,
  type PaymentMethod,
  type RequestContext,
} from '@vendure/core'
import { chargedFor, isPayable, leftToPay, OrderReader, toContext } from '../order'
import type { VendureOptions } from '../plugin-options'
import { isStorable } from '../storage'
import { CRAFTGATE_OPTIONS } from '../tokens'
import { CraftgateCheckoutError, type IneligibleMethodError } from './checkout-error'
import { CraftgateMethods } from './craftgate-methods'

export interface SaleInput {
  readonly paymentMethodCode?: string | null
  readonly orderCode?: string | null
}

/** An order in ArrangingPayment, or one that waits for an additional payment, and how it is to be paid. */
export interface Sale {
  readonly order: Order
  readonly merchant: string
  readonly method: PaymentMethod
  readonly expected: Money
}

export type SaleProblem =
  | CraftgateCheckoutError
  | NoActiveOrderError
  | IneligibleMethodError
  | OrderStateTransitionError

/** What is checked, and moved, before an order is paid or placed. The order's row is locked. */
@Injectable()
export class PayableOrders {
  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly activeOrders: ActiveOrderService,
    private readonly orders: OrderService,
    private readonly reader: OrderReader,
    private readonly config: ConfigService,
    private readonly methods: CraftgateMethods,
  ) {}

  /** `handler`: the code of the handler that the payment method must have. */
  async prepare(ctx: RequestContext, input: SaleInput, handler: string): Promise<Sale | SaleProblem> {
    const merchant = this.options.merchantOf(ctx.channel.token)
    if (merchant === undefined) return new CraftgateCheckoutError('CHANNEL_NOT_CONFIGURED')
    const order = await this.orderOf(ctx, input.orderCode)
    if (!order) return new NoActiveOrderError()
    const before = this.amountOf(order)
    if (isGraphQlErrorResult(before)) return before
    const method = await this.methods.choose(ctx, order, { handler, code: input.paymentMethodCode })
    if (isGraphQlErrorResult(method)) return method
    const moved = await this.arrange(ctx, order)
    if (isGraphQlErrorResult(moved)) return moved
    const expected = this.amountOf(moved)
    return isGraphQlErrorResult(expected) ? expected : { order: moved, merchant, method, expected }
  }

  private async orderOf(ctx: RequestContext, code: string | null | undefined): Promise<Order | undefined> {
    if (!code) {
      const active = await this.activeOrders.getActiveOrder(ctx, undefined)
      return active && this.reader.read(ctx, active.id)
    }
    const order = isStorable(code) ? await this.orders.findOneByCode(ctx, code) : undefined
    const { orderByCodeAccessStrategy } = this.config.orderOptions
    const mayPay = order && (await orderByCodeAccessStrategy.canAccessOrder(ctx, order))
    return mayPay ? this.reader.read(ctx, order.id) : undefined
  }

  private amountOf(order: Order): Money | CraftgateCheckoutError {
    if (order.type === 'Seller') return new CraftgateCheckoutError('SELLER_ORDER')
    if (!isPayable(order)) return new CraftgateCheckoutError('ORDER_NOT_PAYABLE')
    const left = leftToPay(order)
    if (left <= 0) return new CraftgateCheckoutError('NOTHING_TO_PAY')
    if (!isCurrency(order.currencyCode)) return new CraftgateCheckoutError('CURRENCY_NOT_SUPPORTED')
    const charged = chargedFor(left, order.currencyCode, this.reader)
    return charged.minor > 0 ? charged : new CraftgateCheckoutError('NOTHING_TO_PAY')
  }

  private async arrange(ctx: RequestContext, order: Order): Promise<Order | OrderStateTransitionError> {
    if (order.state !== 'AddingItems') return order
    const moved = await this.orders.transitionToState(ctx, order.id, 'ArrangingPayment')
    if (isGraphQlErrorResult(moved)) return moved
    return (await this.reader.read(ctx, order.id)) ?? moved
  }
}

/** What an attempt remembers of the request that begins it. */
export function contextOf(
  ctx: RequestContext,
  order: Order,
  method: Pick<PaymentMethod, 'code'>,
): CheckoutRecord['context'] {
  return toContext({
    channel: String(ctx.channelId),
    language: ctx.languageCode,
    method: method.code,
    code: order.code,
    session: String(ctx.session?.id ?? ''),
  })
}
