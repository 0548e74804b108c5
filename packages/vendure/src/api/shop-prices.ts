import type { Money } from '@craftgate-commerce/core'
import { amountOnGrid, InvalidMoneyError, isCurrency } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { ActiveOrderService, type ID, ProductVariantService, type RequestContext } from '@vendure/core'
import { chargedFor, leftToPay, OrderReader } from '../order'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE_OPTIONS } from '../tokens'
import { ShopError } from './shop-error'

/** Prices that the shop itself has, and who takes them. Throw ShopError for what is not for sale. */
@Injectable()
export class ShopPrices {
  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly activeOrders: ActiveOrderService,
    private readonly variants: ProductVariantService,
    private readonly reader: OrderReader,
  ) {}

  /** The merchant of the channel. */
  merchantOf(ctx: RequestContext): string {
    const merchant = this.options.merchantOf(ctx.channel.token)
    if (merchant === undefined) throw new ShopError('channel-not-configured')
    return merchant
  }

  /** What is left to pay of the active order. */
  async ofActiveOrder(ctx: RequestContext): Promise<Money> {
    // Vendure finds an active order of a session only.
    const active = ctx.session && (await this.activeOrders.getActiveOrder(ctx, undefined))
    const order = active && (await this.reader.read(ctx, active.id))
    if (!order) throw new ShopError('no-active-order')
    return this.payable(leftToPay(order), order.currencyCode)
  }

  /** One piece, as the storefront shows it: with tax. */
  async ofVariant(ctx: RequestContext, id: ID): Promise<Money> {
    const variant = await this.variants.findOne(ctx, id)
    const { product } = variant ?? {}
    if (!variant?.enabled || !product?.enabled || product.deletedAt) throw new ShopError('no-such-variant')
    return this.payable(variant.priceWithTax, ctx.currencyCode)
  }

  /** Any amount of Vendure's, to its first three digits. */
  onGrid(ctx: RequestContext, amount: number): Money {
    const price = amountOnGrid(this.payable(amount, ctx.currencyCode))
    if (price === undefined) throw new ShopError('no-such-amount')
    return price
  }

  private payable(amount: number, currency: string): Money {
    if (!isCurrency(currency)) throw new ShopError('currency-not-supported')
    try {
      const price = chargedFor(amount, currency, this.reader)
      if (price.minor > 0) return price
    } catch (error) {
      if (InvalidMoneyError.is(error)) throw new ShopError('no-such-amount')
      throw error
    }
    throw new ShopError('nothing-to-pay')
  }
}
