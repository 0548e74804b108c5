import type { CraftgateCommerce, InstallmentTable, Money } from '@craftgate-commerce/core'
import { toDecimal } from '@craftgate-commerce/core'
import { isBin } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { Args, Query, Resolver } from '@nestjs/graphql'
import { Allow, Ctx, type ID, Permission, RequestContext } from '@vendure/core'
import { CRAFTGATE } from '../tokens'
import { answered, ShopError } from './shop-error'
import { ShopPrices } from './shop-prices'

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
    private readonly prices: ShopPrices,
  ) {}

  async of(ctx: RequestContext, input: InstallmentsInput) {
    const merchant = this.prices.merchantOf(ctx)
    const bin = input.bin ?? undefined
    if (bin !== undefined && !isBin(bin)) throw new ShopError('no-bin')
    const price = await this.priceOf(ctx, input)
    const question = { merchant, price, bin, clientIp: ctx.req?.ip }
    const tables = await answered(this.craftgate.installments(question))
    return { price: toDecimal(price), currencyCode: price.currency, tables: tables.map(viewOf) }
  }

  private async priceOf(ctx: RequestContext, { variantId, amount }: InstallmentsInput): Promise<Money> {
    if (variantId != null && amount != null) throw new ShopError('ask-for-one')
    if (variantId != null) return this.prices.ofVariant(ctx, variantId)
    if (amount != null) return this.prices.onGrid(ctx, amount)
    return this.prices.ofActiveOrder(ctx)
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
