import {
  type CraftgateCommerce,
  type Money,
  type OperationResult,
  type PaymentOperation,
  toDecimal,
} from '@craftgate-commerce/core'
import { capturedPrice, operationKeyOf, pendingReason, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import {
  type CancelPaymentErrorResult,
  type CancelPaymentResult,
  type ID,
  Order,
  Payment,
  PaymentMethodService,
  type PaymentState,
  Permission,
  type RequestContext,
  type SettlePaymentErrorResult,
  type SettlePaymentResult,
  TransactionalConnection,
} from '@vendure/core'
import { AmountNotRepresentable, OrderReader, partFromVendure, partToVendure } from '../order'
import { CheckoutStore, latestOf, lockRow, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { DeferredOperations } from './deferred-operations'
import { type Known, knownOutcome } from './known-outcomes'
import { currentRequest, type RequestOperations } from './request-operations'
import { attemptOf, noRecordOf, paymentMetadata, pendingMetadata } from './vendure-payment'

type Kind = 'capture' | 'void'

/** A capture or void that a mutation asks for. */
export interface PaymentCall {
  readonly kind: Kind
  /** Of Vendure's payment. */
  readonly id: ID | undefined
  /** What to capture, as Vendure stores it; all that was authorized when absent. */
  readonly amount?: number
}

/**
 * What Vendure's "settle payment" and "cancel payment" do. Vendure has no pending answer for them and calls the payment
 * handler inside a transaction, where nobody may wait for Craftgate. So a merchant's mutation has them carried out first
 * (`carryOut`), and the handler only enters what came of it. Reached in any other way (another plugin, a job) the
 * handler writes the operation down, says that it is on its way, and enters its end when it was made.
 */
@Injectable()
export class CaptureAndVoid {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
    private readonly reader: OrderReader,
    private readonly methods: PaymentMethodService,
    private readonly deferred: DeferredOperations,
  ) {}

  /**
   * Asks Craftgate, outside of any transaction, and keeps the answer for the handler. Does nothing for what the mutation
   * refuses by itself: a payment of another provider or channel, a method that is switched off, a wrong amount.
   */
  async carryOut(ctx: RequestContext, call: PaymentCall, answers: RequestOperations): Promise<void> {
    const payment = await this.openPayment(ctx, call)
    if (!payment) return
    const amount = call.amount === undefined ? undefined : this.moneyOf(call.amount, payment)
    if (call.amount !== undefined && amount === undefined) return
    const request = await this.requestFor(payment, call.kind)
    if (!request) return
    answers.answered(call.kind, payment.id, await this.craftgate[call.kind]({ ...request, amount }))
  }

  async capture(
    ctx: RequestContext,
    payment: Payment,
  ): Promise<SettlePaymentResult | SettlePaymentErrorResult> {
    const known = knownOutcome(ctx)
    if (known?.about === 'operation') return this.captured(payment, known.operation)
    if (known?.about === 'payment') return this.capturedElsewhere(payment, known)
    await this.lock(ctx, payment)
    if (payment.state === 'Settled') return { success: true }
    if (payment.state !== 'Authorized') return refusal(ctx, payment.state, NOT_OPEN)
    const amount = known?.about === 'capture' ? known.amount : undefined
    const result = await this.resultOf(ctx, payment, 'capture', amount)
    if (!result) return refusal(ctx, 'Authorized', noRecordOf(payment.order))
    if (result.state === 'done') return this.captured(payment, result.operation)
    return { ...notDone(ctx, result), state: 'Authorized' }
  }

  async void(ctx: RequestContext, payment: Payment): Promise<CancelPaymentResult | CancelPaymentErrorResult> {
    const known = knownOutcome(ctx)
    if (known) return voided(payment, known)
    await this.lock(ctx, payment)
    if (!holdsMoney(payment.state)) return { success: true }
    const attempt = await attemptOf(this.checkouts, payment, payment.order.id)
    const state = payment.state === 'Settled' ? 'Settled' : 'Authorized'
    if (!attempt) return refusal(ctx, state, noRecordOf(payment.order))
    if (state === 'Settled') return refusal(ctx, state, REFUND_INSTEAD)
    const result = await this.resultOf(ctx, payment, 'void')
    if (!result) return refusal(ctx, state, noRecordOf(payment.order))
    return result.state === 'done' ? voided(payment) : { ...notDone(ctx, result), state }
  }

  /** Vendure saves the payment right after this: its amount becomes what was really captured. */
  private captured(payment: Payment, { amount }: Pick<PaymentOperation, 'amount'>): SettlePaymentResult {
    const authorized = payment.amount
    const captured = partToVendure(amount, authorized, this.reader)
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

  /**
   * Vendure read the payment before the order's row was locked, and saves it whole afterwards: what another mutation
   * entered in between stays.
   */
  private async lock(ctx: RequestContext, payment: Payment): Promise<void> {
    await lockRow(ctx, { connection: this.connection, entity: Order, id: payment.order.id })
    const payments = this.connection.getRepository(ctx, Payment).createQueryBuilder('payment')
    const [latest] = await latestOf(payments.where('payment.id = :id', { id: payment.id }))
    if (latest) Object.assign(payment, latest)
  }

  /** What became of it before this transaction, or that it is written down now. */
  private async resultOf(
    ctx: RequestContext,
    payment: Payment,
    kind: Kind,
    amount?: Money,
  ): Promise<OperationResult | undefined> {
    const answer = currentRequest()?.answerOf(kind, payment.id)
    if (answer) return answer
    const request = await this.requestFor(payment, kind)
    if (!request) return undefined
    const result = await this.craftgate[kind]({ ...request, amount, execute: 'after-commit' })
    if (result.operation && result.state !== 'failed') await this.deferred.afterCommit(ctx, result.operation)
    return result
  }

  /** A payment that was captured by now is not voided, it is refunded; one under fraud review always was captured. */
  private async requestFor(payment: Payment, kind: Kind) {
    const attempt = await attemptOf(this.checkouts, payment, payment.order.id)
    if (!attempt) return undefined
    const operations = await this.operations.of(attempt.payment)
    const key = operationKeyOf(kind, attempt.payment.paymentId, operations)
    return { ...attempt.payment, key, onlyUncaptured: attempt.record.phase === 'PRE_AUTH' }
  }

  private async openPayment(ctx: RequestContext, { id }: PaymentCall): Promise<Payment | undefined> {
    if (id === undefined || !ctx.userHasPermissions([Permission.UpdateOrder])) return undefined
    const where = { id, state: 'Authorized' as const }
    const payment = await this.connection.getRepository(ctx, Payment).findOne({ where, relations: ['order'] })
    if (!payment?.order) return undefined
    const order = await this.connection.findOneInChannel(ctx, Order, payment.order.id, ctx.channelId)
    return order && (await this.isSwitchedOn(ctx, payment)) ? payment : undefined
  }

  private async isSwitchedOn(ctx: RequestContext, { method }: Payment): Promise<boolean> {
    try {
      await this.methods.getMethodAndOperations(ctx, method)
      return true
    } catch {
      return false
    }
  }

  private moneyOf(amount: number, { order, amount: whole }: Payment): Money | undefined {
    const { currencyCode: currency } = order
    try {
      return amount > 0 ? partFromVendure({ amount, whole, currency }, this.reader) : undefined
    } catch (error) {
      if (error instanceof AmountNotRepresentable) return undefined
      throw error
    }
  }
}

const holdsMoney = (state: PaymentState): boolean => state === 'Authorized' || state === 'Settled'

/** A cancelled payment holds nothing, so no refund may be taken from it. */
function voided(payment: Payment, known?: Known): CancelPaymentResult {
  const authorizedAmount = payment.amount
  payment.amount = 0
  const metadata = known?.about === 'payment' ? paymentMetadata(known.record, known.outcome) : {}
  return { success: true, metadata: { ...metadata, authorizedAmount } }
}

/** In the middle of a transaction that may still be rolled back: `metadata` says which operation it wrote down. */
function notDone(ctx: RequestContext, result: OperationResult) {
  const errorMessage = sentenceIn(ctx.languageCode, pendingReason(result))
  const isWritten = result.state === 'pending'
  return {
    success: false as const,
    errorMessage,
    metadata: isWritten ? pendingMetadata(ctx, result.operation) : undefined,
  }
}

function refusal<State extends PaymentState>(
  ctx: RequestContext,
  state: State,
  sentence: { tr: string; en: string },
) {
  return { success: false as const, state, errorMessage: sentenceIn(ctx.languageCode, sentence) }
}

const NOT_OPEN = {
  tr: 'Bu ödeme iptal edilmiş veya reddedilmiş; provizyonu kapatılamaz',
  en: 'This payment was cancelled or declined; it cannot be captured',
}
const REFUND_INSTEAD = {
  tr: 'Bu ödeme tahsil edilmiş; iptal edilemez. Bunun yerine iade edin (refundOrder)',
  en: 'This payment was captured and cannot be cancelled: refund it instead (refundOrder)',
}
