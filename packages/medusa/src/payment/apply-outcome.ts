import type { ApplyResult, CheckoutRecord, HeldOutcome, PaymentOutcome } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { SaveCards } from '../cards'
import type { Craftgate } from '../craftgate'
import { Sessions, type SessionView } from '../order'
import { CollectionLock } from './collection-lock'
import { CompleteCart } from './complete-cart'
import { FollowPayment } from './follow-payment'
import { PayOrder } from './pay-order'
import { isPaymentOf } from './payment-data'
import { isRefundScheduled } from './refund-scheduled'

type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

/** Moves Medusa's order by what Craftgate said, one notification at a time for a payment collection. */
export class ApplyOutcome {
  private readonly sessions: Sessions
  private readonly lock: CollectionLock
  private readonly carts: CompleteCart
  private readonly orders: PayOrder
  private readonly payments: FollowPayment
  private readonly cards: SaveCards

  constructor(
    private readonly craftgate: Craftgate,
    container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.lock = new CollectionLock(container)
    this.carts = new CompleteCart(craftgate, container)
    this.orders = new PayOrder(container)
    this.payments = new FollowPayment(craftgate, container)
    this.cards = new SaveCards(craftgate, container)
  }

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    return this.lock.during(record, () => this.move(record, outcome))
  }

  private async move(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    const session = await this.sessions.read(record.order)
    switch (outcome.kind) {
      case 'captured':
      case 'authorized':
      case 'review':
        return this.acceptAndSaveCards(record, outcome, session)
      case 'declined':
        return this.decline(record, outcome, session)
      default:
        throw new Error(`A shop is not asked to apply '${outcome.kind}'`)
    }
  }

  private async acceptAndSaveCards(
    record: CheckoutRecord,
    outcome: HeldOutcome,
    session?: SessionView,
  ): Promise<ApplyResult> {
    const applied = await this.accept(record, outcome, session)
    if (applied !== 'unexpected') await this.cards.of(record, outcome.facts)
    return applied
  }

  private async accept(
    record: CheckoutRecord,
    outcome: HeldOutcome,
    session?: SessionView,
  ): Promise<ApplyResult> {
    const { paymentId } = outcome.facts
    const payment = session?.payment
    if (payment && session.payment_collection?.order && isPaymentOf(payment, paymentId)) {
      return this.payments.follow(payment, outcome)
    }
    if (!session || (await isRefundScheduled(this.craftgate, record, paymentId))) return 'unexpected'
    const { cart, order } = session.payment_collection ?? {}
    const over = record.expiresAt ?? record.createdAt
    if (cart) return this.carts.complete({ sessionId: session.id, cartId: cart.id, over, outcome })
    if (!order) return 'unexpected'
    const pay = () => this.orders.pay(session, outcome)
    return this.craftgate.knownOutcomes.during(session.id, outcome, pay)
  }

  private async decline(
    record: CheckoutRecord,
    outcome: Declined,
    session?: SessionView,
  ): Promise<ApplyResult> {
    const paymentId = outcome.facts?.paymentId
    const payment = session?.payment
    if (payment && paymentId !== undefined && isPaymentOf(payment, paymentId)) {
      return this.payments.follow(payment, outcome)
    }
    const key = String(paymentId ?? outcome.error.code)
    const isNew = await this.craftgate.events.addDecline(record, key, outcome.error)
    return isNew ? 'applied' : 'already'
  }
}
