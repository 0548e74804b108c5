import type { ApplyResult, CheckoutRecord, PaymentOutcome } from '@craftgate-commerce/core'
import {
  applyOutcome,
  capturedPrice,
  followPayment,
  type HeldOutcome,
  isRefundScheduled,
  offlineMethodOf,
} from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { SaveCards } from '../cards'
import type { Craftgate } from '../craftgate'
import { Sessions, type SessionView } from '../order'
import { CancelledOrders } from './cancelled-orders'
import { CollectionLock } from './collection-lock'
import { CompleteCart } from './complete-cart'
import { OrderBooks } from './order-books'
import { PayOrder } from './pay-order'
import { isPaymentOf } from './payment-data'
import { isCaptured, recordCapture } from './record-capture'

type Declined = Extract<PaymentOutcome, { kind: 'declined' }>

/** Moves Medusa's order by what Craftgate said, one notification at a time for a payment collection. */
export class ApplyOutcome {
  private readonly sessions: Sessions
  private readonly lock: CollectionLock
  private readonly carts: CompleteCart
  private readonly orders: PayOrder
  private readonly books: OrderBooks
  private readonly cancelled: CancelledOrders
  private readonly cards: SaveCards

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.lock = new CollectionLock(craftgate, container)
    this.carts = new CompleteCart(craftgate, container)
    this.orders = new PayOrder(container)
    this.books = new OrderBooks(craftgate, container)
    this.cancelled = new CancelledOrders(craftgate, container)
    this.cards = new SaveCards(craftgate, container)
  }

  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult> {
    return this.lock.during(record, async () => {
      const session = await this.sessions.read(record.order)
      return applyOutcome(outcome, {
        accept: (held) => this.acceptAndSaveCards(record, held, session),
        decline: (declined) => this.decline(record, declined, session),
      })
    })
  }

  /** The payment is on a placed order, once whoever moves that order now is done. */
  holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean> {
    return this.lock.during(record, async () => {
      const session = await this.sessions.read(record.order)
      return orderHolding(session, record, outcome) !== undefined
    })
  }

  private async acceptAndSaveCards(
    record: CheckoutRecord,
    outcome: HeldOutcome,
    session?: SessionView,
  ): Promise<ApplyResult> {
    const applied = await this.accept(record, outcome, session)
    if (applied === 'unexpected') return applied
    await this.cards.of(record, outcome.facts)
    await this.giveBackIfCancelled(record)
    return applied
  }

  private async accept(
    record: CheckoutRecord,
    outcome: HeldOutcome,
    session?: SessionView,
  ): Promise<ApplyResult> {
    const { paymentId } = outcome.facts
    const placed = orderHolding(session, record, outcome)
    if (placed) return this.books.exclusively(placed.id, () => this.follow(record, outcome))
    if (!session || (await isRefundScheduled(this.craftgate, record, paymentId))) return 'unexpected'
    const { cart, order } = session.payment_collection ?? {}
    const over = record.expiresAt ?? record.createdAt
    const { account } = record
    if (cart && !(order && offlineMethodOf(record)))
      return this.carts.complete({ sessionId: session.id, account, cartId: cart.id, over, outcome })
    if (!order) return 'unexpected'
    const pay = () => this.orders.pay(session, record, outcome)
    if (offlineMethodOf(record))
      return this.craftgate.knownOutcomes.during(session.id, outcome, () =>
        this.orders.payUnpaid(session, record, outcome),
      )
    return this.craftgate.knownOutcomes.during(session.id, outcome, pay)
  }

  /** The merchant cancelled the order in the very moment in which it took the money. */
  private async giveBackIfCancelled(record: CheckoutRecord): Promise<void> {
    const order = (await this.sessions.read(record.order))?.payment_collection?.order
    if (order?.status === 'canceled') await this.cancelled.releaseOrder(order.id, Date.now())
  }

  private async decline(
    record: CheckoutRecord,
    outcome: Declined,
    session?: SessionView,
  ): Promise<ApplyResult> {
    const paymentId = outcome.facts?.paymentId
    const payment = session?.payment
    if (payment && paymentId !== undefined && isPaymentOf(payment, { account: record.account, paymentId })) {
      const placed = session.payment_collection?.order
      const follow = () => this.follow(record, outcome)
      return placed ? this.books.exclusively(placed.id, follow) : follow()
    }
    const key = String(paymentId ?? outcome.error.code)
    const isNew = await this.craftgate.events.addDecline(record, key, outcome.error)
    return isNew ? 'applied' : 'already'
  }

  /** A payment that the order has already, when Craftgate says something newer about it. */
  private async follow(
    { account, order: sessionId }: CheckoutRecord,
    outcome: PaymentOutcome,
  ): Promise<ApplyResult> {
    const payment = (await this.sessions.read(sessionId))?.payment
    if (!payment) return 'unexpected'
    const { knownOutcomes, operations } = this.craftgate
    const during = (work: () => Promise<unknown>) => knownOutcomes.during(payment.id, outcome, work)
    const held = {
      isOpen: !isCaptured(payment) && !payment.canceled_at,
      capture: async ({ facts }: HeldOutcome) => {
        const amount = capturedPrice(facts, await operations.of({ account, paymentId: facts.paymentId }))
        await during(() => recordCapture(this.container, payment, amount))
      },
      /** The order stands unpaid, for the merchant to cancel. */
      cancel: () => during(() => this.container.resolve(Modules.PAYMENT).cancelPayment(payment.id)),
    }
    return followPayment(held, outcome)
  }
}

/** The placed order that has this payment. */
function orderHolding(session: SessionView | undefined, { account }: CheckoutRecord, { facts }: HeldOutcome) {
  const isHeld = session?.payment && isPaymentOf(session.payment, { account, paymentId: facts.paymentId })
  return isHeld ? session.payment_collection?.order : undefined
}
