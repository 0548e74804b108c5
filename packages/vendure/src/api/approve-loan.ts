import { type CraftgateCommerce, CraftgateError } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { type RequestContext, UserInputError } from '@vendure/core'
import { isOfChannel } from '../order'
import { MerchantPanel } from '../panel'
import { CheckoutStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { CheckoutList } from './checkout-list'

/**
 * The mutation `approveCraftgateLoan`: the merchant lets a lender pay what it granted (option `checkout.loanApproval`). Not
 * called inside of a transaction: the payment is applied under the lock of the order's row.
 */
@Injectable()
export class ApproveLoan {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly checkouts: CheckoutStore,
    private readonly list: CheckoutList,
    private readonly panel: MerchantPanel,
  ) {}

  /** Null for an attempt of another channel. Throws UserInputError when no loan of it can be approved now. */
  async approve(ctx: RequestContext, reference: string) {
    const record = await this.checkouts.find({ reference })
    if (!record || !isOfChannel(record, ctx)) return null
    await this.panel.audit(ctx, 'approved-loan', record.reference)
    try {
      const settled = await this.craftgate.approveLoan(record)
      return await this.list.byRecordId(settled.record.id, ctx.languageCode)
    } catch (error) {
      if (!CraftgateError.is(error)) throw error
      throw new UserInputError(sentenceIn(ctx.languageCode, error.merchantMessage))
    }
  }
}
