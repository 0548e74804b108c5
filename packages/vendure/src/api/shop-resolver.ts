import type { CheckoutRecord } from '@craftgate-commerce/core'
import {
  offlineMethodOf,
  type ShopperPayment,
  sentenceIn,
  shopperOutcome,
} from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import { Injectable } from '@nestjs/common'
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import {
  Allow,
  Ctx,
  Order,
  Payment,
  Permission,
  RequestContext,
  Transaction,
  TransactionalConnection,
} from '@vendure/core'
import { factsOf, isOfChannel, OrderReader, toVendure } from '../order'
import { CheckoutStore } from '../storage'
import { BeginCheckout } from './begin-checkout'
import { CraftgateMethods, instructionsIn } from './craftgate-methods'
import type { SaleInput } from './payable-orders'
import { PlaceUnpaidOrder } from './place-unpaid-order'

/**
 * An attempt as the storefront shows it to whoever holds its unguessable reference, which a pay link names too. Vendure
 * gives a guest's name and address for an order code, so that is told to the shopper only.
 */
@Injectable()
export class CheckoutStatus {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly reader: OrderReader,
    private readonly methods: CraftgateMethods,
  ) {}

  async of(ctx: RequestContext, reference: string) {
    const record = await this.recordOf(ctx, reference)
    if (!record) return null
    const { error, public: paid } = await this.lastPayment(ctx, record)
    return {
      ...paid,
      paidWith: sentenceIn(ctx.languageCode, paid?.paidWith),
      reference,
      outcome: shopperOutcome(record.state, error !== undefined).toUpperCase(),
      orderCode: (await this.isShopper(ctx, record)) ? factsOf(record).code : null,
      amount: toVendure(record.expected, this.reader),
      currencyCode: record.expected.currency,
      declineMessage: error && sentenceIn(ctx.languageCode, describeErrorGroup(error.group).shopper),
      errorGroup: error?.group,
      instructions: offlineMethodOf(record)
        ? instructionsIn(ctx, await this.methods.instructionsOf(ctx, factsOf(record).method))
        : null,
    }
  }

  /** The same for the JSON of every shop. */
  async forStorefront(ctx: RequestContext, reference: string): Promise<ShopperPayment | undefined> {
    const record = await this.recordOf(ctx, reference)
    if (!record) return undefined
    const { error, public: paid } = await this.lastPayment(ctx, record)
    const { code, method } = factsOf(record)
    const order = await this.connection.getRepository(ctx, Order).findOneBy({ id: record.order })
    const isPlaced = order?.orderPlacedAt != null && order.state !== 'Cancelled'
    const isOwn = isPlaced && (await this.isShopper(ctx, record))
    return {
      record,
      declined: error && { group: error.group },
      paid,
      isPlaced,
      order: isOwn ? { id: code, number: code } : undefined,
      instructions: offlineMethodOf(record) && (await this.methods.instructionsOf(ctx, method)),
    }
  }

  private async recordOf(ctx: RequestContext, reference: string): Promise<CheckoutRecord | undefined> {
    const record = await this.checkouts.find({ reference })
    return record && isOfChannel(record, ctx) ? record : undefined
  }

  private async isShopper(ctx: RequestContext, record: CheckoutRecord): Promise<boolean> {
    const { session } = factsOf(record)
    if (session !== '' && session === String(ctx.session?.id ?? '')) return true
    if (!ctx.activeUserId) return false
    const where = { id: record.order, customer: { user: { id: ctx.activeUserId } } }
    return this.connection.getRepository(ctx, Order).existsBy(where)
  }

  /** What is written of the newest payment of this session, declined ones too. */
  private async lastPayment(ctx: RequestContext, record: CheckoutRecord): Promise<Payment['metadata']> {
    const payments = await this.connection
      .getRepository(ctx, Payment)
      .find({ where: { order: { id: record.order } }, order: { id: 'DESC' } })
    return payments.find(({ metadata }) => metadata?.reference === record.reference)?.metadata ?? {}
  }
}

@Resolver()
export class ShopResolver {
  constructor(
    private readonly checkout: BeginCheckout,
    private readonly status: CheckoutStatus,
    private readonly unpaid: PlaceUnpaidOrder,
  ) {}

  @Transaction()
  @Mutation()
  @Allow(Permission.Owner)
  createCraftgateCheckout(@Ctx() ctx: RequestContext, @Args() args: { input?: SaleInput | null }) {
    return this.checkout.begin(ctx, args.input ?? {})
  }

  @Transaction()
  @Mutation()
  @Allow(Permission.Owner)
  placeCraftgateOrder(@Ctx() ctx: RequestContext, @Args() args: { input?: SaleInput | null }) {
    return this.unpaid.place(ctx, { paymentMethodCode: args.input?.paymentMethodCode })
  }

  @Query()
  @Allow(Permission.Owner)
  craftgateCheckout(@Ctx() ctx: RequestContext, @Args() args: { reference: string }) {
    return this.status.of(ctx, args.reference)
  }
}
