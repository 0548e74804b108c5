import { type Money, type PaymentOperation, toDecimal } from '@craftgate-commerce/core'
import { pendingReason, refundIdsOf, resultOf, sentenceIn } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  OrderService,
  type Payment,
  type PaymentMetadata,
  Refund,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { OrderReader, partToVendure } from '../order'
import { requireEntered } from './known-outcomes'

export interface RefundNote {
  /** Why it is not settled, for the merchant. */
  readonly reason?: string
  /** Of the merchant who asked for it. */
  readonly language?: string
}

/** What stands beside a refund in Vendure; `key` finds it again. */
export function refundMetadata(
  key: string,
  operation: PaymentOperation | undefined,
  { reason, language }: RefundNote = {},
): PaymentMetadata {
  return {
    key,
    ...(language === undefined ? {} : { language }),
    ...(operation
      ? {
          craftgateState: operation.state,
          cancelled: operation.cancelled,
          steps: operation.steps.map(stepMetadata),
        }
      : {}),
    ...(reason === undefined ? {} : { reason }),
  }
}

const OPEN: ReadonlySet<unknown> = new Set<PaymentOperation['state']>(['planned', 'unknown', 'waiting'])

/** True for a refund of ours whose operation has not ended, as far as Vendure knows. */
export const isOpenRefund = ({ metadata }: Pick<Refund, 'metadata'>): boolean =>
  OPEN.has(metadata?.craftgateState)

function stepMetadata({ transactionId, amount, price, state, refundId }: PaymentOperation['steps'][number]) {
  return {
    transaction: transactionId,
    refund: refundId,
    state,
    price: toDecimal(price),
    cardAmount: toDecimal(amount),
  }
}

/**
 * Key of the row for what went back although its refund failed: the first items were refunded, a later one was refused.
 * The failed refund stays as it is.
 */
export const partialKeyOf = ({ key }: PaymentOperation): string => `${key}.moved`

/** What is left to refund of a payment with its refunds, as Vendure stores it. A pending refund may be made at any moment. */
export const leftOf = ({ amount, refunds }: Payment): number =>
  refunds.filter(({ state }) => state !== 'Failed').reduce((rest, { total }) => rest - total, amount)

/** As sentences for the merchant name it. */
export const nameOf = ({ kind, paymentId }: PaymentOperation): string => `The ${kind} of payment ${paymentId}`

interface RefundToAdd {
  readonly payment: Payment
  readonly operation: PaymentOperation
  /** What went back, in the order's price. */
  readonly amount: Money
  readonly key: string
  readonly reason: string
}

/** Vendure's rows of refunds, as they are entered outside of the payment handler. */
@Injectable()
export class RefundRows {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly orders: OrderService,
    private readonly reader: OrderReader,
  ) {}

  /**
   * Adds a settled refund to the payment, in the transaction of `ctx`. The payment handler is not asked, because the
   * money went back already. Throws, with a sentence for the merchant, when Vendure cannot hold that amount.
   */
  async add(ctx: RequestContext, { payment, operation, amount, key, reason }: RefundToAdd): Promise<void> {
    const total = partToVendure(amount, leftOf(payment), this.reader)
    if (total === undefined) {
      const { precision } = this.reader
      throw new Error(
        `${toDecimal(amount)} ${amount.currency} went back to the card, which Vendure's ${precision} decimals cannot express`,
      )
    }
    const transactionId = refundIdsOf(operation)
    const { id } = await this.connection.getRepository(ctx, Refund).save(
      new Refund({
        payment,
        total,
        reason,
        method: payment.method,
        state: 'Pending',
        transactionId,
        metadata: refundMetadata(key, operation),
        items: 0,
        shipping: 0,
        adjustment: 0,
      }),
    )
    requireEntered(nameOf(operation), await this.orders.settleRefund(ctx, { id, transactionId }))
  }

  /** Writes beside a pending refund how its operation stands, in the language of who asked for it. */
  async note(ctx: RequestContext, refund: Refund, operation: PaymentOperation): Promise<void> {
    const language = String(refund.metadata?.language ?? ctx.languageCode)
    const reason = sentenceIn(language, pendingReason(resultOf(operation)))
    refund.metadata = refundMetadata(operation.key, operation, { reason, language })
    await this.connection.getRepository(ctx, Refund).save(refund, { reload: false })
  }

  /**
   * Ends a pending refund: settled when it was made, failed when not. Throws, with a sentence for the merchant, when
   * Vendure refuses.
   */
  async end(ctx: RequestContext, refund: Refund, operation: PaymentOperation): Promise<void> {
    await this.note(ctx, refund, operation)
    const state = operation.state === 'done' ? 'Settled' : 'Failed'
    const moved = await this.orders.transitionRefundToState(
      ctx,
      refund.id,
      state,
      refundIdsOf(operation) || undefined,
    )
    requireEntered(nameOf(operation), moved)
  }
}
