import {
  type CraftgateCommerce,
  type Money,
  type OperationRequest,
  type OperationResult,
  type PaymentOperation,
  toDecimal,
} from '@craftgate-commerce/core'
import { capturedPrice, operationKeyOf, pendingReason, sentenceIn } from '@craftgate-commerce/core/adapter'
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
import { type Known, knownOutcome } from './known-outcomes'
import { attemptOf, paymentMetadata } from './vendure-payment'

const NOT_OURS = {
  tr: 'Bu ödemenin Craftgate kaydı bulunamadı',
  en: 'There is no Craftgate record of this payment',
}

/** What Vendure's "settle payment" and "cancel payment" do. The order's row is locked while Craftgate is asked. */
@Injectable()
export class CaptureAndVoid {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
    private readonly reader: OrderReader,
  ) {}

  async capture(
    ctx: RequestContext,
    payment: Payment,
  ): Promise<SettlePaymentResult | SettlePaymentErrorResult> {
    const known = knownOutcome(ctx)
    if (known?.about === 'operation') return this.captured(payment, known.operation)
    if (known?.about === 'payment') return this.capturedElsewhere(payment, known)
    if (payment.state === 'Settled') return { success: true }
    const result = await this.run(ctx, payment, 'capture', known?.amount)
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
    { record, outcome }: Extract<Known, { about: 'payment' }>,
  ): Promise<SettlePaymentResult> {
    const metadata = paymentMetadata(record, outcome)
    if (outcome.kind !== 'captured') return { success: true, metadata }
    const amount = capturedPrice(
      outcome.facts,
      await this.operations.of({ account: record.account, paymentId: outcome.facts.paymentId }),
    )
    const { metadata: change } = this.captured(payment, { amount })
    return { success: true, metadata: { ...metadata, ...change } }
  }

  async void(ctx: RequestContext, payment: Payment): Promise<CancelPaymentResult | CancelPaymentErrorResult> {
    const known = knownOutcome(ctx)
    if (known || !holdsMoney(payment.state)) return { success: true, metadata: knownMetadata(known) }
    const result = await this.run(ctx, payment, 'void')
    if (result.done) return { success: true }
    const state = payment.state === 'Settled' ? 'Settled' : 'Authorized'
    return { success: false, state, errorMessage: result.reason }
  }

  private async run(
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
    const operations = await this.operations.of(attempt.payment)
    return { ...attempt.payment, key: operationKeyOf(kind, attempt.payment.paymentId, operations) }
  }
}

const holdsMoney = (state: PaymentState): boolean => state === 'Authorized' || state === 'Settled'

const knownMetadata = (known: Known | undefined) =>
  known?.about === 'payment' ? paymentMetadata(known.record, known.outcome) : undefined
