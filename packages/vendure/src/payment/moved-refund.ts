import { type Money, type PaymentOperation, refundIdsOf } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { type Payment, Refund, type RequestContext, TransactionalConnection } from '@vendure/core'
import { OrderReader, toVendure } from '../order'
import { vendureLogger } from '../vendure-logger'
import { refundMetadata } from './refund-metadata'

interface Moved {
  readonly payment: Payment
  readonly operation: PaymentOperation
  /** In the order's price. */
  readonly amount: Money
  readonly reason: string
}

/**
 * Books money that went back although its refund failed: the first items were refunded, a later one was refused. The
 * failed refund stays as it is; what moved becomes a refund of its own.
 */
@Injectable()
export class MovedRefund {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly reader: OrderReader,
  ) {}

  async book(ctx: RequestContext, { payment, operation, amount, reason }: Moved): Promise<void> {
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
