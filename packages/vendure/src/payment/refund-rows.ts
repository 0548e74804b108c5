import { type Money, type PaymentOperation, refundIdsOf, toDecimal } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import {
  type Payment,
  type PaymentMetadata,
  Refund,
  type RequestContext,
  TransactionalConnection,
} from '@vendure/core'
import { OrderReader, toVendure } from '../order'
import { vendureLogger } from '../vendure-logger'

/** What stands beside a refund in Vendure; `key` finds it again. */
export function refundMetadata(
  key: string,
  operation: PaymentOperation | undefined,
  reason?: string,
): PaymentMetadata {
  return {
    key,
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

function stepMetadata({ transactionId, amount, price, state, refundId }: PaymentOperation['steps'][number]) {
  return {
    transaction: transactionId,
    refund: refundId,
    state,
    price: toDecimal(price),
    cardAmount: toDecimal(amount),
  }
}

interface PartialRefund {
  readonly payment: Payment
  readonly operation: PaymentOperation
  /** What went back, in the order's price. */
  readonly amount: Money
  readonly reason: string
}

/**
 * Books money that went back although its refund failed: the first items were refunded, a later one was refused. The
 * failed refund stays as it is; what went back becomes a refund of its own.
 */
@Injectable()
export class PartialRefunds {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly reader: OrderReader,
  ) {}

  async book(ctx: RequestContext, { payment, operation, amount, reason }: PartialRefund): Promise<void> {
    const total = toVendure(amount, this.reader)
    if (total === undefined) {
      vendureLogger.error('A refunded amount cannot be stored in Vendure', {
        key: operation.key,
        minor: amount.minor,
      })
      return
    }
    await this.connection.getRepository(ctx, Refund).save(
      new Refund({
        payment,
        total,
        reason,
        method: payment.method,
        state: 'Settled',
        transactionId: refundIdsOf(operation),
        metadata: refundMetadata(`${operation.key}.moved`, operation),
        items: 0,
        shipping: 0,
        adjustment: 0,
      }),
    )
  }
}
