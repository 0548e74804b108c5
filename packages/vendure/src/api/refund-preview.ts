import type { CraftgateCommerce, Money } from '@craftgate-commerce/core'
import { toDecimal } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import {
  assertOrderIsInChannel,
  type ID,
  Payment,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { AmountNotRepresentable, OrderReader, partFromVendure } from '../order'
import { attemptOf, leftOf } from '../payment'
import { CheckoutStore } from '../storage'
import { CRAFTGATE } from '../tokens'

export interface RefundPreviewArgs {
  readonly paymentId: ID
  /** As Vendure stores it. */
  readonly amount: number
  readonly language?: string
}

/** What a refund of this amount would give back to the card: nothing is done, and nothing written down. */
@Injectable()
export class RefundPreview {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly reader: OrderReader,
  ) {}

  /** Null for a payment of another provider. Throws EntityNotFoundError for one of another channel. */
  async of(ctx: RequestContext, args: RefundPreviewArgs) {
    const { paymentId, amount, language = ctx.languageCode } = args
    const relations = ['order', 'refunds']
    const payment = await this.connection.getEntityOrThrow(ctx, Payment, paymentId, { relations })
    await assertOrderIsInChannel(ctx, this.connection, payment.order.id, 'Payment', paymentId)
    const attempt = await attemptOf(this.checkouts, payment, payment.order.id)
    if (attempt === undefined) return null
    const part = this.partOf(payment, amount)
    if (part instanceof AmountNotRepresentable) return { refusal: sentenceIn(language, part.sentence) }
    const preview = await this.craftgate.previewRefund({ ...attempt.payment, amount: part })
    if (preview.state === 'refused') return { refusal: sentenceIn(language, preview.message) }
    const { price, cardAmount, walletAmount } = preview
    return {
      price: toDecimal(price),
      cardAmount: toDecimal(cardAmount),
      walletAmount: walletAmount && toDecimal(walletAmount),
    }
  }

  private partOf(payment: Payment, amount: number): Money | AmountNotRepresentable {
    const currency = payment.order.currencyCode
    try {
      return partFromVendure({ amount, whole: leftOf(payment), currency }, this.reader)
    } catch (error) {
      if (error instanceof AmountNotRepresentable) return error
      throw error
    }
  }
}
