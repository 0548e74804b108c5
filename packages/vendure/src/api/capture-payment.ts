import type { PaymentRef } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  assertOrderIsInChannel,
  EntityNotFoundError,
  type ID,
  OrderService,
  Payment,
  type RequestContext,
  TransactionalConnection,
  UserInputError,
} from '@vendure/core'
import { AmountNotRepresentable, OrderReader, partFromVendure } from '../order'
import { MerchantPanel } from '../panel'
import { paymentRefOf, withKnownOutcome } from '../payment'
import { CheckoutStore } from '../storage'

export interface CaptureInput {
  readonly paymentId: ID
  /** As Vendure stores it. */
  readonly amount: number
}

/**
 * Captures another amount than was authorized: less, or more within the margin of the bank. Everything else is
 * Vendure's own settlePayment, so the order moves, is locked and answers as always.
 */
@Injectable()
export class CapturePayment {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly orders: OrderService,
    private readonly reader: OrderReader,
    private readonly checkouts: CheckoutStore,
    private readonly panel: MerchantPanel,
  ) {}

  /** Throws UserInputError for an amount that cannot be captured, EntityNotFoundError for a payment of another provider or channel. */
  async capture(ctx: RequestContext, { paymentId, amount }: CaptureInput) {
    const payment = await this.connection.getEntityOrThrow(ctx, Payment, paymentId, { relations: ['order'] })
    await assertOrderIsInChannel(ctx, this.connection, payment.order.id, 'Payment', paymentId)
    const ref = paymentRefOf(payment)
    if (ref === undefined) throw new EntityNotFoundError('Payment', paymentId)
    const capture = { about: 'capture', amount: this.amountOf(ctx, payment, amount) } as const
    await this.panel.audit(ctx, 'captured', await this.referenceOf(ref))
    return withKnownOutcome(ctx, capture, () => this.orders.settlePayment(ctx, payment.id))
  }

  /** As the panel's pages name it. */
  private async referenceOf(payment: PaymentRef): Promise<string> {
    const attempt = await this.checkouts.find(payment)
    return attempt?.reference ?? String(payment.paymentId)
  }

  private amountOf({ languageCode }: RequestContext, { order, amount: whole }: Payment, amount: number) {
    if (!(amount > 0)) throw new UserInputError(sentenceIn(languageCode, NOT_ABOVE_ZERO))
    try {
      return partFromVendure({ amount, whole, currency: order.currencyCode }, this.reader)
    } catch (error) {
      if (error instanceof AmountNotRepresentable)
        throw new UserInputError(sentenceIn(languageCode, error.sentence))
      throw error
    }
  }
}

const NOT_ABOVE_ZERO = {
  tr: 'amount sıfırdan büyük olmalı; ödemeden vazgeçmek için iptal edin',
  en: 'amount must be above zero; to give up the payment, cancel it',
}
