import {
  type CraftgateCommerce,
  callKeyOf,
  capturedPrice,
  type Money,
  type OperationRequest,
  type OperationResult,
  type PaymentOperation,
  pendingReason,
  sentenceIn,
  toDecimal,
} from '@craftgate-commerce/core'
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
import { OrderReader, toVendure } from '../order'
import { CheckoutStore, lockRow, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { attemptOf } from './attempt-of'
import { type Told, toldIn } from './hand-over'
import { paymentMetadata } from './payment-metadata'

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
    private readonly operations: OperationStore,
    private readonly reader: OrderReader,
  ) {}

  async settle(
    ctx: RequestContext,
    payment: Payment,
  ): Promise<SettlePaymentResult | SettlePaymentErrorResult> {
    const told = toldIn(ctx)
    if (told?.about === 'call') return this.captured(payment, told.operation)
    if (told?.about === 'payment') return this.capturedElsewhere(payment, told)
    if (payment.state === 'Settled') return { success: true }
    const result = await this.call(ctx, payment, 'capture', told?.amount)
    if (result.done && result.operation) return this.captured(payment, result.operation)
    return { success: false, state: 'Authorized', errorMessage: result.reason }
  }

  /** Vendure saves the payment right after this: its amount becomes what was really captured. */
  private captured(payment: Payment, { amount }: Pick<PaymentOperation, 'amount'>): SettlePaymentResult {
    const authorized = payment.amount
    const captured = toVendure(amount, this.reader)
    if (captured === undefined || captured === authorized) return { success: true }
    payment.amount = captured
    return { success: true, metadata: { authorizedAmount: authorized, captured: toDecimal(amount) } }
  }

  /** A review that ended well, a capture in Craftgate's panel, or one of ours whose answer was lost. */
  private async capturedElsewhere(
    payment: Payment,
    { record, outcome }: Extract<Told, { about: 'payment' }>,
  ): Promise<SettlePaymentResult> {
    const metadata = paymentMetadata(record, outcome)
    if (outcome.kind !== 'captured') return { success: true, metadata }
    const amount = capturedPrice(outcome.facts, await this.operations.of(outcome.facts.paymentId))
    const { metadata: change } = this.captured(payment, { amount })
    return { success: true, metadata: { ...metadata, ...change } }
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
    amount?: Money,
  ): Promise<{ done: boolean; reason?: string; operation?: PaymentOperation }> {
    await lockRow(ctx, { connection: this.connection, entity: Order, id: payment.order.id })
    const request = await this.requestFor(payment, kind)
    if (!request) return { done: false, reason: sentenceIn(ctx.languageCode, NOT_OURS) }
    const result: OperationResult = await this.craftgate[kind]({ ...request, amount })
    return {
      done: result.state === 'done',
      reason: sentenceIn(ctx.languageCode, pendingReason(result)),
      operation: result.operation,
    }
  }

  private async requestFor(
    payment: Payment,
    kind: 'capture' | 'void',
  ): Promise<OperationRequest | undefined> {
    const attempt = await attemptOf(this.checkouts, payment, payment.order.id)
    if (!attempt) return undefined
    const { record, paymentId } = attempt
    const key = callKeyOf(kind, paymentId, await this.operations.of(paymentId))
    return { merchant: record.merchant, paymentId, key }
  }
}

const holdsMoney = (state: PaymentState): boolean => state === 'Authorized' || state === 'Settled'

function toldMetadata(ctx: RequestContext) {
  const told = toldIn(ctx)
  return told?.about === 'payment' ? paymentMetadata(told.record, told.outcome) : undefined
}
