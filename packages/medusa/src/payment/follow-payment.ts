import {
  type ApplyResult,
  capturedPrice,
  type PaymentFacts,
  type PaymentOutcome,
} from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { Craftgate } from '../craftgate'
import type { PaymentView } from '../order'
import { isCaptured, recordCapture } from './record-capture'

/** What becomes of a payment that the order has already, when Craftgate says something newer about it. */
export class FollowPayment {
  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {}

  async follow(payment: PaymentView, outcome: PaymentOutcome): Promise<ApplyResult> {
    if (isCaptured(payment) || payment.canceled_at) return 'already'
    switch (outcome.kind) {
      case 'captured':
        return this.tell(payment, outcome, () => this.capture(payment, outcome.facts))
      case 'declined':
        return this.tell(payment, outcome, () => this.cancel(payment.id))
      default:
        return 'already'
    }
  }

  private async tell(
    payment: PaymentView,
    outcome: PaymentOutcome,
    work: () => Promise<unknown>,
  ): Promise<ApplyResult> {
    await this.craftgate.knownOutcomes.during(payment.id, outcome, work)
    return 'applied'
  }

  /** A review that ended well, or a capture made in Craftgate's panel, maybe of less. */
  private async capture(payment: PaymentView, facts: PaymentFacts): Promise<void> {
    const amount = capturedPrice(facts, await this.craftgate.operations.of(facts.paymentId))
    await recordCapture(this.container, payment, amount)
  }

  /** A review that ended in a block: the order stands unpaid, for the merchant to cancel. */
  private async cancel(id: string): Promise<void> {
    await this.container.resolve(Modules.PAYMENT).cancelPayment(id)
  }
}
