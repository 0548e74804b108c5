import type { CraftgateCommerce, Money, OperationResult, RefundRequest } from '@craftgate-commerce/core'
import { pendingReason, refundIdsOf, refundKeyOf, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Inject, Injectable } from '@nestjs/common'
import type { RefundOrderInput } from '@vendure/common/lib/generated-types'
import {
  type CreateRefundResult,
  Order,
  Payment,
  Refund,
  type RequestContext,
  TransactionalConnection,
  UserInputError,
} from '@vendure/core'
import { AmountNotRepresentable, fromVendure, OrderReader } from '../order'
import { CheckoutStore, latestOf, lockRow, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { vendureLogger } from '../vendure-logger'
import { refundItems } from './refund-items'
import { partialKeyOf, RefundRows, refundMetadata } from './refund-rows'
import { attemptOf } from './vendure-payment'

interface RefundInput {
  readonly input: RefundOrderInput
  /** As Vendure stores it. */
  readonly amount: number
  readonly order: Order
  readonly payment: Payment
}

const STATES = {
  done: 'Settled',
  pending: 'Pending',
  waiting: 'Pending',
  unknown: 'Pending',
  failed: 'Failed',
} as const

/**
 * The merchant's refund. The rows of order and payment are locked first, in this order as everywhere: Vendure writes the
 * order's history after us, and a deadlock there would forget a refund that happened. The payment's row makes two clicks
 * see each other's refund. Nothing is thrown once Craftgate may have been asked, for the same reason.
 */
@Injectable()
export class RefundPayment {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
    private readonly reader: OrderReader,
    private readonly rows: RefundRows,
  ) {}

  async create(ctx: RequestContext, wanted: RefundInput): Promise<CreateRefundResult> {
    refuseIncomplete(wanted.input)
    const { order, payment } = wanted
    await lockRow(ctx, { connection: this.connection, entity: Order, id: order.id })
    await lockRow(ctx, { connection: this.connection, entity: Payment, id: payment.id })
    const refunds = await latestOf(this.refundsOf(ctx, payment))
    const planned = await this.plan(ctx, wanted, refunds)
    if ('refusal' in planned) return { state: 'Failed', metadata: { reason: planned.refusal } }
    return this.send(ctx, wanted, planned)
  }

  private async plan(
    ctx: RequestContext,
    wanted: RefundInput,
    refunds: readonly Refund[],
  ): Promise<RefundRequest | { refusal: string }> {
    const { payment, order } = wanted
    const left = payment.amount - spentBy(refunds)
    if (wanted.amount <= 0 || wanted.amount > left) return { refusal: say(ctx, TOO_MUCH) }
    const amount = this.moneyOf(wanted.amount, order.currencyCode)
    if (typeof amount === 'string') return { refusal: amount }
    const attempt = await attemptOf(this.checkouts, payment, order.id)
    if (!attempt) return { refusal: say(ctx, NOT_OURS) }
    const operations = await this.operations.of(attempt.payment)
    const known = new Set<string>(refunds.map(({ metadata }) => metadata?.key))
    const key = refundKeyOf({ paymentId: attempt.payment.paymentId, amount, operations, known })
    const items = await this.itemsOf(ctx, wanted, amount)
    return { ...attempt.payment, key, amount, items }
  }

  private refundsOf(ctx: RequestContext, { id }: Payment) {
    const refunds = this.connection.getRepository(ctx, Refund).createQueryBuilder('refund')
    return refunds.where('refund.paymentId = :id', { id })
  }

  private moneyOf(amount: number, currency: string): Money | string {
    try {
      return fromVendure(amount, currency, this.reader)
    } catch (error) {
      if (error instanceof AmountNotRepresentable) return error.message
      throw error
    }
  }

  private async itemsOf(ctx: RequestContext, { input, order }: RefundInput, amount: Money) {
    if (!input.lines?.length && !input.shipping) return undefined
    const whole = await this.reader.read(ctx, order.id)
    const { lines = [], shippingLines = [] } = whole ?? {}
    return refundItems({ input, lines, shippingLines, amount, scale: this.reader })
  }

  private async send(
    ctx: RequestContext,
    wanted: RefundInput,
    request: RefundRequest,
  ): Promise<CreateRefundResult> {
    try {
      return await this.resultOf(ctx, wanted, request, await this.craftgate.refund(request))
    } catch (error) {
      return this.afterException(ctx, wanted, { request, error })
    }
  }

  private async resultOf(
    ctx: RequestContext,
    { payment, input }: RefundInput,
    request: RefundRequest,
    result: OperationResult,
  ): Promise<CreateRefundResult> {
    const operation = result.operation
    const metadata = refundMetadata(
      request.key,
      operation,
      sentenceIn(ctx.languageCode, pendingReason(result)),
    )
    if (result.state === 'failed' && result.movedAmount && operation) {
      const reason = input.reason ?? ''
      await this.rows.add(ctx, {
        payment,
        operation,
        amount: result.movedAmount,
        key: partialKeyOf(operation),
        reason,
      })
    }
    return { state: STATES[result.state], transactionId: refundIdsOf(operation), metadata }
  }

  /** Core answers and does not throw; if something still went wrong, what it wrote down decides. */
  private async afterException(
    ctx: RequestContext,
    wanted: RefundInput,
    { request, error }: { readonly request: RefundRequest; readonly error: unknown },
  ): Promise<CreateRefundResult> {
    const reason = error instanceof Error ? error.message : String(error)
    vendureLogger.error('A refund was interrupted', { key: request.key, reason })
    const operations = await this.operations.of(request).catch(() => undefined)
    const operation = operations?.find(({ key }) => key === request.key)
    if (operation?.state === 'done') return this.resultOf(ctx, wanted, request, { state: 'done', operation })
    const certainlyNot = operations !== undefined && (!operation || operation.state === 'failed')
    if (certainlyNot) return { state: 'Failed', metadata: refundMetadata(request.key, operation, reason) }
    const metadata = refundMetadata(request.key, operation, say(ctx, INTERRUPTED))
    return { state: 'Pending', metadata: { craftgateState: 'unknown', ...metadata } }
  }
}

/** Vendure would call us and only then find that it can not store the refund. */
function refuseIncomplete({ shipping, adjustment }: RefundOrderInput): void {
  const missing = [shipping == null ? 'shipping' : '', adjustment == null ? 'adjustment' : ''].filter(Boolean)
  if (missing.length === 0) return
  throw new UserInputError(
    `refundOrder needs ${missing.join(' and ')} (0 when there is none); nothing was refunded`,
  )
}

const spentBy = (refunds: readonly Refund[]): number =>
  refunds.filter(({ state }) => state !== 'Failed').reduce((sum, { total }) => sum + total, 0)

const say = (ctx: RequestContext, sentence: { tr: string; en: string }) =>
  sentenceIn(ctx.languageCode, sentence)

const TOO_MUCH = {
  tr: 'Bu ödemeden iade edilebilecek bu kadar tutar kalmadı',
  en: 'That much is not left to refund of this payment',
}
const NOT_OURS = {
  tr: 'Bu ödemenin Craftgate kaydı bulunamadı',
  en: 'There is no Craftgate record of this payment',
}
const INTERRUPTED = {
  tr: 'İade yarıda kaldı; sonucu Craftgate’e sorulup kendiliğinden işlenecek',
  en: 'The refund was interrupted; its result is asked of Craftgate and entered by itself',
}
