import { randomBytes } from 'node:crypto'
import type { CheckoutRecord, CraftgateCommerce, Money } from '@craftgate-commerce/core'
import { isCurrency, isStartable, type MethodName } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import {
  ActiveOrderService,
  ConfigService,
  isGraphQlErrorResult,
  NoActiveOrderError,
  type Order,
  OrderService,
  type OrderStateTransitionError,
  type RequestContext,
} from '@vendure/core'
import { chargedFor, isPayable, leftToPay, OrderReader, roundingOf, toContext } from '../order'
import type { VendureOptions } from '../plugin-options'
import { CheckoutStore, isStorable } from '../storage'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { CraftgateCheckoutError, type IneligibleMethodError } from './checkout-error'
import { type CraftgateMethod, CraftgateMethods } from './craftgate-methods'

export interface BeginInput {
  readonly paymentMethodCode?: string | null
  readonly orderCode?: string | null
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

export type BeginResult =
  | NewCheckout
  | CraftgateCheckoutError
  | NoActiveOrderError
  | IneligibleMethodError
  | OrderStateTransitionError

/**
 * The mutation `createCraftgateCheckout`: checks, moves the order to ArrangingPayment, writes the attempt down. An order has
 * one open attempt: who asks again gets its link. The order's row is locked (`OrderLockInterceptor`).
 */
@Injectable()
export class BeginCheckout {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly activeOrders: ActiveOrderService,
    private readonly orders: OrderService,
    private readonly reader: OrderReader,
    private readonly checkouts: CheckoutStore,
    private readonly config: ConfigService,
    private readonly methods: CraftgateMethods,
  ) {}

  async begin(ctx: RequestContext, input: BeginInput): Promise<BeginResult> {
    const wayToPay = input.wayToPay ?? undefined
    if (wayToPay !== undefined && !isStartable(wayToPay))
      return new CraftgateCheckoutError('UNKNOWN_WAY_TO_PAY')
    const merchant = this.options.merchantOf(ctx.channel.token)
    if (merchant === undefined) return new CraftgateCheckoutError('CHANNEL_NOT_CONFIGURED')
    const order = await this.orderOf(ctx, input.orderCode)
    if (!order) return new NoActiveOrderError()
    const expected = this.amountOf(order)
    if (isGraphQlErrorResult(expected)) return expected
    const method = await this.methods.choose(ctx, order, input.paymentMethodCode)
    if (isGraphQlErrorResult(method)) return method
    const moved = await this.arrange(ctx, order)
    if (isGraphQlErrorResult(moved)) return moved
    return this.write(ctx, { order: moved, merchant, method, wayToPay, expected: this.amountOf(moved) })
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

  private async write(
    ctx: RequestContext,
    attempt: {
      order: Order
      merchant: string
      method: CraftgateMethod
      wayToPay: MethodName | undefined
      expected: Money | CraftgateCheckoutError
    },
  ): Promise<NewCheckout | CraftgateCheckoutError> {
    const { order, merchant, method, wayToPay, expected } = attempt
    if (isGraphQlErrorResult(expected)) return expected
    const open = await this.checkouts.payableOf(String(order.id))
    const { record, payLink, payLinkBy } = await this.craftgate.begin({
      reference: open?.reference ?? randomBytes(16).toString('hex'),
      closeEarlier: 'when-opened',
      merchant,
      order: String(order.id),
      context: contextOf(ctx, order, method),
      phase: method.phase,
      method: method.wayToPay,
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

function contextOf(ctx: RequestContext, order: Order, method: CraftgateMethod): CheckoutRecord['context'] {
  return toContext({
    channel: String(ctx.channelId),
    language: ctx.languageCode,
    method: method.code,
    code: order.code,
    session: String(ctx.session?.id ?? ''),
  })
}
