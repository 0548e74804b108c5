import { type CraftgateCommerce, CraftgateError } from '@craftgate-commerce/core'
import { PART_OF_A_REQUEST, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Inject } from '@nestjs/common'
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql'
import {
  Allow,
  Ctx,
  ForbiddenError,
  type ID,
  type LanguageCode,
  type ListQueryOptions,
  Permission,
  RequestContext,
  Transaction,
  UserInputError,
} from '@vendure/core'
import type { CraftgateCheckout } from '../entities'
import { isOfChannel } from '../order'
import { craftgatePermission, MerchantPanel } from '../panel'
import { CheckoutStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { AdminPayment } from './admin-payment'
import { ApproveLoan } from './approve-loan'
import { type CaptureInput, CapturePayment } from './capture-payment'
import { CheckoutList } from './checkout-list'
import { RecordPayment } from './record-payment'
import { RefundPreview, type RefundPreviewArgs } from './refund-preview'
import { SellerPayments } from './seller-payments'

interface PaymentArgs {
  readonly paymentId: ID
  readonly language?: LanguageCode
}

@Resolver()
export class AdminResolver {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly checkouts: CheckoutStore,
    private readonly payments: AdminPayment,
    private readonly list: CheckoutList,
    private readonly captures: CapturePayment,
    private readonly previews: RefundPreview,
    private readonly recordings: RecordPayment,
    private readonly loans: ApproveLoan,
    private readonly sellers: SellerPayments,
    private readonly panel: MerchantPanel,
  ) {}

  @Query()
  @Allow(craftgatePermission.Read)
  craftgatePayment(@Ctx() ctx: RequestContext, @Args() args: PaymentArgs) {
    return this.payments.of(ctx, args.paymentId, args.language)
  }

  @Query()
  @Allow(craftgatePermission.Read)
  craftgateOperations(@Ctx() ctx: RequestContext, @Args() args: PaymentArgs) {
    return this.payments.operationsOf(ctx, args.paymentId, args.language)
  }

  @Query()
  @Allow(craftgatePermission.Read)
  craftgateDeclinedPayments(@Ctx() ctx: RequestContext, @Args() args: PaymentArgs) {
    return this.payments.declinedPayments(ctx, args.paymentId, args.language)
  }

  @Query()
  @Allow(craftgatePermission.Read)
  craftgateRefundPreview(@Ctx() ctx: RequestContext, @Args() args: RefundPreviewArgs) {
    return this.previews.of(ctx, args)
  }

  @Query()
  @Allow(craftgatePermission.Read)
  craftgateSellerPayments(@Ctx() ctx: RequestContext, @Args() args: { orderId: ID }) {
    return this.sellers.of(ctx, args.orderId)
  }

  @Query()
  @Allow(craftgatePermission.Read)
  craftgateCheckouts(
    @Ctx() ctx: RequestContext,
    @Args() args: { options?: ListQueryOptions<CraftgateCheckout>; language?: LanguageCode },
  ) {
    return this.list.of(ctx, args.options, args.language)
  }

  @Query()
  @Allow(craftgatePermission.Read)
  craftgateTimeZone() {
    return this.craftgate.timeZone
  }

  @Query()
  @Allow(craftgatePermission.Read)
  craftgateAttention(@Ctx() ctx: RequestContext, @Args() args: { language?: LanguageCode }) {
    return this.panel.attention(ctx, args.language)
  }

  @Mutation()
  @Allow(craftgatePermission.Write)
  async settleCraftgateCheckout(@Ctx() ctx: RequestContext, @Args() args: { reference: string }) {
    const record = await this.checkouts.find({ reference: args.reference })
    if (!record || !isOfChannel(record, ctx)) return null
    await this.panel.audit(ctx, 'asked-again', record.reference)
    const settled = await this.craftgate.settle(record)
    return this.list.byRecordId(settled.record.id, ctx.languageCode)
  }

  @Transaction()
  @Mutation()
  @Allow(craftgatePermission.Write)
  captureCraftgatePayment(@Ctx() ctx: RequestContext, @Args() args: { input: CaptureInput }) {
    // Allow() is satisfied by any one permission; Vendure's own settlePayment asks for this one.
    if (!ctx.userHasPermissions([Permission.UpdateOrder])) throw new ForbiddenError()
    return this.captures.capture(ctx, args.input)
  }

  @Mutation()
  @Allow(craftgatePermission.Write)
  recordCraftgatePayment(@Ctx() ctx: RequestContext, @Args() args: { orderCode: string }) {
    if (!ctx.userHasPermissions([Permission.UpdateOrder])) throw new ForbiddenError()
    return this.recordings.record(ctx, args.orderCode)
  }

  @Mutation()
  @Allow(craftgatePermission.Write)
  approveCraftgateLoan(@Ctx() ctx: RequestContext, @Args() args: { reference: string }) {
    if (!ctx.userHasPermissions([Permission.UpdateOrder])) throw new ForbiddenError()
    return this.loans.approve(ctx, args.reference)
  }

  @Mutation()
  @Allow(craftgatePermission.Read)
  craftgatePanelLink(@Ctx() ctx: RequestContext, @Args() args: { path?: string }) {
    return this.panel.link(ctx, args.path)
  }

  @Mutation()
  @Allow(craftgatePermission.Write)
  async craftgateReconcile(
    @Ctx() ctx: RequestContext,
    @Args() { after }: { readonly after?: string | null },
  ) {
    try {
      return await this.craftgate.reconcile(typeof after === 'string' ? { after } : undefined)
    } catch (error) {
      if (!CraftgateError.is(error) || error.kind !== 'invalid-request') throw error
      throw new UserInputError(sentenceIn(ctx.languageCode, error.merchantMessage))
    }
  }

  @Mutation()
  @Allow(craftgatePermission.Write)
  craftgateApplyRetention() {
    return this.craftgate.applyRetention(PART_OF_A_REQUEST)
  }
}
