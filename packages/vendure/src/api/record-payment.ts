import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { offlineMethodOf, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import { OrderService, type RequestContext, UserInputError } from '@vendure/core'
import { MerchantPanel } from '../panel'
import { CheckoutStore, isStorable } from '../storage'
import { CRAFTGATE } from '../tokens'
import { CheckoutList } from './checkout-list'

/**
 * The mutation `recordCraftgatePayment`: the money of an order that was placed unpaid came. It is not called inside of a
 * transaction, and names the order by its code: its payment is applied under the lock of the order's row.
 */
@Injectable()
export class RecordPayment {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly orders: OrderService,
    private readonly checkouts: CheckoutStore,
    private readonly list: CheckoutList,
    private readonly panel: MerchantPanel,
  ) {}

  async record(ctx: RequestContext, orderCode: string) {
    const order = isStorable(orderCode) ? await this.orders.findOneByCode(ctx, orderCode) : undefined
    if (!order) throw new UserInputError(sentenceIn(ctx.languageCode, NO_ORDER))
    const attempts = await this.checkouts.attemptsOf(String(order.id))
    const waiting = attempts.find((record) => offlineMethodOf(record) !== undefined)
    if (waiting) await this.panel.audit(ctx, 'recorded-payment', waiting.reference)
    const result = await this.craftgate.recordOffline(waiting?.reference ?? '')
    const newest = waiting && (await this.checkouts.find({ reference: waiting.reference }))
    return {
      state: result.state,
      errorCode: result.state === 'failed' ? result.error.code : null,
      message: result.state === 'done' ? null : sentenceIn(ctx.languageCode, result.message),
      checkout: newest ? await this.list.byRecordId(newest.id, ctx.languageCode) : null,
    }
  }
}

const NO_ORDER = { tr: 'Bu numarada bir sipariş yok', en: 'There is no order with this code' }
