import type { ApplyResult, CheckoutRecord, PaymentOutcome } from '@craftgate-commerce/core'
import { Injectable } from '@nestjs/common'
import { type Order, OrderService, type Payment, type RequestContext } from '@vendure/core'
import { vendureLogger } from '../vendure-logger'
import { handingOver } from './hand-over'

interface News {
  readonly record: CheckoutRecord
  readonly outcome: PaymentOutcome
}

/** What becomes of a payment that the order has already, when Craftgate says something newer about it. */
@Injectable()
export class FollowPayment {
  constructor(private readonly orders: OrderService) {}

  async follow(tx: RequestContext, payment: Payment, news: News): Promise<ApplyResult> {
    if (payment.state !== 'Authorized') return 'already'
    switch (news.outcome.kind) {
      case 'captured':
        return this.settle(tx, payment, news)
      case 'declined':
        return this.cancel(tx, payment, news)
      default:
        return 'already'
    }
  }

  /** A review that ended well, or a capture made in Craftgate's panel. */
  private async settle(tx: RequestContext, payment: Payment, news: News): Promise<ApplyResult> {
    await handingOver(tx, { about: 'payment', ...news }, () => this.orders.settlePayment(tx, payment.id))
    return 'applied'
  }

  /** A review that ended in a block. The order waits for another payment, or for the merchant to cancel it. */
  private async cancel(tx: RequestContext, payment: Payment, news: News): Promise<ApplyResult> {
    await handingOver(tx, { about: 'payment', ...news }, () => this.orders.cancelPayment(tx, payment.id))
    const orderId = news.record.order
    const moved = await this.orders.transitionToState(tx, orderId, 'ArrangingAdditionalPayment')
    if (!isMoved(moved))
      vendureLogger.warn('An order lost its payment and could not be reopened', { order: orderId })
    return 'applied'
  }
}

const isMoved = (result: object): result is Order => 'state' in result
