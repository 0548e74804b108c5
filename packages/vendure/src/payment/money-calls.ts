import type { CraftgateCommerce, MoneyRequest, MoneyResult } from '@craftgate-commerce/core'
import { Inject, Injectable } from '@nestjs/common'
import {
  type CancelPaymentErrorResult,
  type CancelPaymentResult,
  Order,
  type Payment,
  type PaymentState,
  type RequestContext,
  type SettlePaymentErrorResult,
  type SettlePaymentResult,
  TransactionalConnection,
} from '@vendure/core'
import { CheckoutStore, IntentStore, lockRow } from '../storage'
import { CRAFTGATE } from '../tokens'
import { keyOf } from './call-keys'
import { reasonOf } from './call-metadata'
import { toldIn } from './hand-over'
import { paymentIdOf } from './payment-id'
import { paymentMetadata } from './payment-metadata'
import { sentenceIn } from './sentence'

const NOT_OURS = {
  tr: 'Bu ödemenin Craftgate kaydı bulunamadı',
  en: 'There is no Craftgate record of this payment',
}

/** What the merchant's "settle" and "cancel" buttons do. The order's row is locked while Craftgate is asked. */
@Injectable()
export class MoneyCalls {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly intents: IntentStore,
  ) {}

  async settle(
    ctx: RequestContext,
    payment: Payment,
  ): Promise<SettlePaymentResult | SettlePaymentErrorResult> {
    if (toldIn(ctx) || payment.state === 'Settled') return { success: true, metadata: toldMetadata(ctx) }
    const result = await this.call(ctx, payment, 'capture')
    if (result.done) return { success: true }
    return { success: false, state: 'Authorized', errorMessage: result.reason }
  }

  async cancel(
    ctx: RequestContext,
    payment: Payment,
  ): Promise<CancelPaymentResult | CancelPaymentErrorResult> {
    if (toldIn(ctx) || !holdsMoney(payment.state)) return { success: true, metadata: toldMetadata(ctx) }
    const result = await this.call(ctx, payment, 'void')
    if (result.done) return { success: true }
    const state = payment.state === 'Settled' ? 'Settled' : 'Authorized'
    return { success: false, state, errorMessage: result.reason }
  }

  private async call(
    ctx: RequestContext,
    payment: Payment,
    kind: 'capture' | 'void',
  ): Promise<{ done: boolean; reason?: string }> {
    await lockRow(ctx, { connection: this.connection, entity: Order, id: payment.order.id })
    const request = await this.requestFor(payment, kind)
    if (!request) return { done: false, reason: sentenceIn(ctx.languageCode, NOT_OURS) }
    const result: MoneyResult = await this.craftgate[kind](request)
    return { done: result.state === 'done', reason: reasonOf(ctx.languageCode, result) }
  }

  private async requestFor(payment: Payment, kind: 'capture' | 'void'): Promise<MoneyRequest | undefined> {
    const paymentId = paymentIdOf(payment)
    const record = paymentId === undefined ? undefined : await this.checkouts.find({ paymentId })
    if (paymentId === undefined || !record) return undefined
    const key = keyOf(kind, paymentId, await this.intents.of(paymentId))
    return { merchant: record.merchant, paymentId, key }
  }
}

const holdsMoney = (state: PaymentState): boolean => state === 'Authorized' || state === 'Settled'

function toldMetadata(ctx: RequestContext) {
  const told = toldIn(ctx)
  return told?.about === 'payment' ? paymentMetadata(told.record, told.outcome) : undefined
}
