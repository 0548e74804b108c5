import type { CraftgateCommerce, InstallmentTable, Money } from '@craftgate-commerce/core'
import { toDecimal } from '@craftgate-commerce/core'
import { amountOnGrid, InvalidMoneyError, isBin, isCurrency } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import {
  ActiveOrderService,
  Allow,
  Ctx,
  type ID,
  Permission,
  ProductVariantService,
  RequestContext,
} from '@vendure/core'
import { chargedFor, leftToPay, OrderReader } from '../order'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { answered, ShopError } from './shop-error'

interface InstallmentsInput {
  readonly variantId?: ID | null
  readonly amount?: number | null
  readonly bin?: string | null
}

/**
 * What the shopper would pay in instalments at the merchant of the channel. Anybody may ask, and each new price is a question
 * to Craftgate: so only prices that the shop itself has, or an amount on the grid.
 */
@Injectable()
export class Installments {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly activeOrders: ActiveOrderService,
    private readonly variants: ProductVariantService,
    private readonly reader: OrderReader,
  ) {}

  async of(ctx: RequestContext, input: InstallmentsInput) {
    const merchant = this.options.merchantOf(ctx.channel.token)
    if (merchant === undefined) throw new ShopError('channel-not-configured')
    const bin = input.bin ?? undefined
    if (bin !== undefined && !isBin(bin)) throw new ShopError('no-bin')
    const price = await this.priceOf(ctx, input)
    const question = { merchant, price, bin, clientIp: ctx.req?.ip }
    const tables = await answered(this.craftgate.installments(question))
    return { price: toDecimal(price), currencyCode: price.currency, tables: tables.map(viewOf) }
  }

  private async priceOf(ctx: RequestContext, { variantId, amount }: InstallmentsInput): Promise<Money> {
    if (variantId != null && amount != null) throw new ShopError('ask-for-one')
    if (variantId != null) return this.payable(await this.variantPrice(ctx, variantId), ctx.currencyCode)
    if (amount != null) return this.onGrid(amount, ctx.currencyCode)
    const active = await this.activeOrders.getActiveOrder(ctx, undefined)
    const order = active && (await this.reader.read(ctx, active.id))
    if (!order) throw new ShopError('no-active-order')
    return this.payable(leftToPay(order), order.currencyCode)
  }

  /** One piece, as the storefront shows it: with tax. */
  private async variantPrice(ctx: RequestContext, id: ID): Promise<number> {
    const variant = await this.variants.findOne(ctx, id)
    const { product } = variant ?? {}
    if (!variant?.enabled || !product?.enabled || product.deletedAt) throw new ShopError('no-such-variant')
    return variant.priceWithTax
  }

  private onGrid(amount: number, currency: string): Money {
    const price = amountOnGrid(this.payable(amount, currency))
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

const viewOf = (table: InstallmentTable) => ({
  cardFamily: table.family,
  bank: table.bankName,
  cardAssociation: table.association,
  cardType: table.type,
  commercial: table.commercial,
  forceThreeDS: table.forceThreeDS,
  options: table.options.map(({ count, each, total, interest, fundedBy }) => ({
    installment: count,
    each: toDecimal(each),
    total: toDecimal(total),
    interest: toDecimal(interest),
    fundedBy: fundedBy.toUpperCase(),
  })),
})

@Resolver()
export class InstallmentsResolver {
  constructor(private readonly installments: Installments) {}

  @Query()
  @Allow(Permission.Owner)
  craftgateInstallments(@Ctx() ctx: RequestContext, @Args() args: { input?: InstallmentsInput | null }) {
    return this.installments.of(ctx, args.input ?? {})
  }
}
