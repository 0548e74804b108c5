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
import { AmountNotRepresentable, OrderReader, partFromVendure } from '../order'
import { CheckoutStore, latestOf, lockRow, OperationStore } from '../storage'
import { CRAFTGATE } from '../tokens'
import { DeferredOperations } from './deferred-operations'
import { knownOutcome, type RefundTerms } from './known-outcomes'
import { refundItems } from './refund-items'
import { leftOf, refundMetadata } from './refund-rows'
import { attemptOf, noRecordOf } from './vendure-payment'

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
 * The merchant's refund: checked under the order's lock, written down, and answered as pending. Craftgate is called
 * after the commit, so a transaction that is rolled back sends nothing, and no lock is held while the bank works. The
 * rows of order and payments are locked in this order, as everywhere; so two clicks see each other's refund.
 *
 * What can never be right is refused by an error, which rolls the merchant's whole mutation back: an input that Vendure
 * could not store, an amount that is not above zero, a payment that holds no money, of a modified order more than it
 * owes. Any other refund that cannot be made is a failed one, with its reason; but a modification is not kept without
 * its refund, unless the payment is not captured yet.
 */
@Injectable()
export class RefundPayment {
  constructor(
    @Inject(CRAFTGATE) private readonly craftgate: CraftgateCommerce,
    private readonly connection: TransactionalConnection,
    private readonly checkouts: CheckoutStore,
    private readonly operations: OperationStore,
    private readonly reader: OrderReader,
    private readonly deferred: DeferredOperations,
  ) {}

  async create(ctx: RequestContext, wanted: RefundInput): Promise<CreateRefundResult> {
    refuseIncomplete(ctx, wanted)
    const payments = await this.lockedPayments(ctx, wanted.order)
    const payment = payments.find(({ id }) => id === wanted.payment.id) ?? wanted.payment
    refuseEmpty(ctx, payment)
    refuseNotOwed(ctx, wanted, payments)
    const planned = await this.plan(ctx, { ...wanted, payment: Object.assign(wanted.payment, payment) })
    if (!('refusal' in planned)) return this.writeDown(ctx, planned)
    if (isModifying(wanted.order) && payment.state === 'Settled') throw new UserInputError(planned.refusal)
    return { state: 'Failed', metadata: { reason: planned.refusal } }
  }

  /** All of the order's payments with their refunds, as they are committed now. */
  private async lockedPayments(ctx: RequestContext, { id }: Order): Promise<readonly Payment[]> {
    await lockRow(ctx, { connection: this.connection, entity: Order, id })
    const paymentRows = this.connection.getRepository(ctx, Payment).createQueryBuilder('payment')
    const payments = await latestOf(paymentRows.where('payment.orderId = :id', { id }))
    for (const payment of payments) {
      const refundRows = this.connection.getRepository(ctx, Refund).createQueryBuilder('refund')
      payment.refunds = await latestOf(refundRows.where('refund.paymentId = :id', { id: payment.id }))
    }
    return payments
  }

  private async plan(ctx: RequestContext, wanted: RefundInput): Promise<RefundRequest | { refusal: string }> {
    const { payment, order } = wanted
    if (payment.state !== 'Settled') return { refusal: say(ctx, NOT_CAPTURED) }
    const whole = leftOf(payment)
    if (wanted.amount > whole) return { refusal: say(ctx, TOO_MUCH) }
    const amount = this.moneyOf(ctx, { amount: wanted.amount, whole, currency: order.currencyCode })
    if ('refusal' in amount) return amount
    const attempt = await attemptOf(this.checkouts, payment, order.id)
    if (!attempt) return { refusal: say(ctx, noRecordOf(order)) }
    const operations = await this.operations.of(attempt.payment)
    const known = new Set<string>(payment.refunds.map(({ metadata }) => metadata?.key))
    const how = await this.termsOf(ctx, wanted, amount)
    const named = { paymentId: attempt.payment.paymentId, amount, operations, known }
    const key = refundKeyOf({ ...named, destination: how.destination })
    return { ...attempt.payment, key, amount, ...how }
  }

  private moneyOf(
    ctx: RequestContext,
    part: Parameters<typeof partFromVendure>[0],
  ): Money | { refusal: string } {
    try {
      return partFromVendure(part, this.reader)
    } catch (error) {
      if (error instanceof AmountNotRepresentable) return { refusal: say(ctx, error.sentence) }
      throw error
    }
  }

  private async termsOf(
    ctx: RequestContext,
    { input, order }: RefundInput,
    amount: Money,
  ): Promise<RefundTerms> {
    const known = knownOutcome(ctx)
    if (known?.about === 'refund') return known.how
    if (!input.lines?.length && !input.shipping) return {}
    const whole = await this.reader.read(ctx, order.id)
    const { lines = [], shippingLines = [] } = whole ?? {}
    return { items: refundItems({ input, lines, shippingLines, amount, scale: this.reader }) }
  }

  /** A refund that was made before, of which Vendure lost its row, is answered with its end. */
  private async writeDown(ctx: RequestContext, request: RefundRequest): Promise<CreateRefundResult> {
    const result: OperationResult = await this.craftgate.refund({ ...request, execute: 'after-commit' })
    const { operation } = result
    const language = ctx.languageCode
    const reason = sentenceIn(language, pendingReason(result))
    if (operation && result.state !== 'done' && result.state !== 'failed')
      await this.deferred.afterCommit(ctx, operation)
    const metadata = refundMetadata(request.key, operation, { reason, language })
    return { state: STATES[result.state], transactionId: refundIdsOf(operation), metadata }
  }
}

/** Vendure would call us and only then find that it can not store the refund. */
function refuseIncomplete(ctx: RequestContext, { input, amount }: RefundInput): void {
  const missing = [
    input.shipping == null ? 'shipping' : '',
    input.adjustment == null ? 'adjustment' : '',
  ].filter(Boolean)
  if (missing.length > 0) {
    throw new UserInputError(
      say(ctx, {
        tr: `refundOrder ${missing.join(' ve ')} ister (yoksa 0 yazın); hiçbir iade yapılmadı`,
        en: `refundOrder needs ${missing.join(' and ')} (0 when there is none); nothing was refunded`,
      }),
    )
  }
  if (!(amount > 0)) throw new UserInputError(say(ctx, NOT_ABOVE_ZERO))
}

/** Vendure takes what one payment cannot give from the order's next, whatever that one's state. */
function refuseEmpty(ctx: RequestContext, { state, amount }: Payment): void {
  if (state === 'Declined' || state === 'Cancelled' || state === 'Error' || amount === 0)
    throw new UserInputError(say(ctx, HOLDS_NOTHING))
}

/**
 * A modification gives back what the order costs less. Of an order that another request modified meanwhile the same
 * amount would go back again.
 */
function refuseNotOwed(ctx: RequestContext, wanted: RefundInput, payments: readonly Payment[]): void {
  const { order, amount } = wanted
  if (!isModifying(order)) return
  const held = payments
    .filter(({ state }) => state === 'Settled' || state === 'Authorized')
    .reduce((sum, payment) => sum + leftOf(payment), 0)
  if (amount > held - order.totalWithTax) throw new UserInputError(say(ctx, NOT_OWED))
}

const isModifying = ({ state }: Order): boolean => state === 'Modifying'

const say = (ctx: RequestContext, sentence: { tr: string; en: string }) =>
  sentenceIn(ctx.languageCode, sentence)

const NOT_ABOVE_ZERO = {
  tr: 'amount sıfırdan büyük olmalı (lines, shipping ve adjustment verildiyse toplamları); hiçbir iade yapılmadı',
  en: 'amount must be above zero (or lines, shipping and adjustment together); nothing was refunded',
}
const HOLDS_NOTHING = {
  tr: 'Bu ödeme reddedilmiş veya iptal edilmiş, üzerinde para yok. Siparişin diğer ödemelerini amount vererek ayrı ayrı iade edin; hiçbir iade yapılmadı',
  en: 'This payment was declined or cancelled and holds no money. Refund the order’s other payments one by one, with an amount; nothing was refunded',
}
const NOT_OWED = {
  tr: 'Sipariş bu kadar geri vermeyi gerektirmiyor; bu arada değişmiş olabilir. Siparişi yeniden açıp bakın; fazladan iade için refundOrder kullanın. Hiçbir şey değişmedi',
  en: 'The order does not owe that much; it may have changed meanwhile. Open the order again; to give back more, use refundOrder. Nothing was changed',
}
const NOT_CAPTURED = {
  tr: 'Bu ödeme henüz tahsil edilmedi, iade edilemez. Daha düşük bir tutarla tahsil edin ya da iptal edin',
  en: 'This payment is not captured yet and cannot be refunded. Capture a lower amount, or cancel it',
}
const TOO_MUCH = {
  tr: 'Bu ödemeden iade edilebilecek bu kadar tutar kalmadı',
  en: 'That much is not left to refund of this payment',
}
