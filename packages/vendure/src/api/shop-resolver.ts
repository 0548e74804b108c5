import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import { Allow, Ctx, Permission, RequestContext, Transaction } from '@vendure/core'
import { BeginCheckout, type BeginInput } from './begin-checkout'
import { CheckoutStatus } from './checkout-status'

@Resolver()
export class ShopResolver {
  constructor(
    private readonly checkout: BeginCheckout,
    private readonly status: CheckoutStatus,
  ) {}

  @Transaction()
  @Mutation()
  @Allow(Permission.Owner)
  createCraftgateCheckout(@Ctx() ctx: RequestContext, @Args() args: { input?: BeginInput | null }) {
    return this.checkout.begin(ctx, args.input ?? {})
  }

  @Query()
  @Allow(Permission.Owner)
  craftgateCheckout(@Ctx() ctx: RequestContext, @Args() args: { reference: string }) {
    return this.status.of(ctx, args.reference)
  }
}
