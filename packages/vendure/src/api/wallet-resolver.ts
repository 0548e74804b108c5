import type { CraftgateCommerce, CustomerDetails, CustomerRef, TopUpPage } from '@craftgate-commerce/core'
import { ownWallet, topUpOwnWallet } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Allow, Ctx, CustomerService, Permission, RequestContext } from '@vendure/core'
import { Shoppers } from '../cards'
import { fromVendure, OrderReader } from '../order'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { answered, ShopError } from './shop-error'

/** The wallet of the customer who is logged in, at the merchant of the channel. */
@Injectable()
export class OwnWallets {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly shoppers: Shoppers,
    private readonly customers: CustomerService,
    private readonly orders: OrderReader,
  ) {}

  async find(ctx: RequestContext, page: number) {
    const customer = await this.customerOf(ctx)
    return customer && answered(ownWallet(this.craftgate, customer, Math.max(0, page)))
  }

  async topUp(ctx: RequestContext, amount: number): Promise<TopUpPage> {
    const ref = await this.customerOf(ctx)
    if (ref === undefined) throw new ShopError('no-wallet-here')
    const details = await this.detailsOf(ctx, ref)
    const price = fromVendure(amount, ctx.currencyCode, this.orders)
    return answered(topUpOwnWallet(this.craftgate, ref, { details, amount: price }))
  }

  /** What Craftgate wants to know of whoever gets a wallet. */
  async detailsOf(ctx: RequestContext, { customer: id }: CustomerRef): Promise<CustomerDetails> {
    const customer = await this.customers.findOne(ctx, id, ['addresses'])
    if (!customer) throw new ShopError('no-wallet-here')
    const { emailAddress: email, firstName: name, lastName: surname, phoneNumber, addresses } = customer
    const address = addresses.find(({ defaultBillingAddress }) => defaultBillingAddress) ?? addresses[0]
    return {
      ...{ email, name, surname, phone: phoneNumber || (address?.phoneNumber ?? '') },
      address: [address?.streetLine1, address?.city].filter(Boolean).join(', '),
    }
  }

  /** Who is logged in, at the merchant of the channel. */
  async customerOf(ctx: RequestContext): Promise<CustomerRef | undefined> {
    const merchant = this.options.merchantOf(ctx.channel.token)
    const customer = await this.shoppers.customerOf(ctx.activeUserId)
    return merchant === undefined || customer === undefined ? undefined : { merchant, customer }
  }
}

@Resolver()
export class WalletResolver {
  constructor(private readonly wallets: OwnWallets) {}

  @Query()
  @Allow(Permission.Owner)
  craftgateWallet(@Ctx() ctx: RequestContext, @Args() args: { page?: number }) {
    return this.wallets.find(ctx, args.page ?? 0)
  }

  @Mutation()
  @Allow(Permission.Authenticated)
  topUpCraftgateWallet(@Ctx() ctx: RequestContext, @Args() args: { amount: number }) {
    return this.wallets.topUp(ctx, args.amount)
  }
}
