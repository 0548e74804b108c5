import { LOAN_METHODS, ownLoans, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { Query, Resolver } from '@nestjs/graphql'
import { Allow, Ctx, Order, Permission, RequestContext, TransactionalConnection } from '@vendure/core'
import { Shoppers } from '../cards'
import { CheckoutStore } from '../storage'

const MOST_ORDERS = 100

/** Applications for a loan of the customer who is logged in, in the channel. */
@Injectable()
export class OwnLoans {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly shoppers: Shoppers,
  ) {}

  async find(ctx: RequestContext) {
    const customer = await this.shoppers.customerOf(ctx.activeUserId)
    if (customer === undefined) return []
    const orders = await this.connection.getRepository(ctx, Order).find({
      where: { customer: { id: customer } },
      select: { id: true },
      order: { id: 'DESC' },
      take: MOST_ORDERS,
    })
    const ids = orders.map(({ id }) => String(id))
    const attempts = await this.checkouts.paidBy(LOAN_METHODS, {
      orders: ids,
      channel: String(ctx.channelId),
    })
    return ownLoans(attempts).map(({ label, ...loan }) => ({
      ...loan,
      label: sentenceIn(ctx.languageCode, label),
    }))
  }
}

@Resolver()
export class LoanResolver {
  constructor(private readonly loans: OwnLoans) {}

  @Query()
  @Allow(Permission.Owner)
  craftgateLoans(@Ctx() ctx: RequestContext) {
    return this.loans.find(ctx)
  }
}
