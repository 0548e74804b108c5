import type { CheckoutRecord, PaymentOutcome } from '@craftgate-commerce/core'
import { type HeldOutcome, isHeld, isRefundScheduled } from '@craftgate-commerce/core/adapter'
import { appContainer, craftgateIn } from '../../app-container'
import { isSessionCurrent, minorOf, Sessions } from '../../order'

/**
 * Whether a session may take a payment. Medusa asks last, under its lock for the cart, and compares no amounts itself:
 * this is the place where the money must equal what the session asks for and what the cart costs now, and where money
 * that is on its way back must not buy anything.
 */
export class Acceptance {
  private readonly sessions = new Sessions(appContainer)

  /** The outcome when its payment may be taken. */
  async of(record: CheckoutRecord, outcome: PaymentOutcome): Promise<HeldOutcome | undefined> {
    if (!isHeld(outcome)) return undefined
    const problem = await this.problem(record, outcome)
    if (problem === undefined) return outcome
    const { logger } = craftgateIn(appContainer)
    logger.warn(`A payment was not taken: ${problem}`, {
      checkout: record.id,
      payment: outcome.facts.paymentId,
    })
    return undefined
  }

  /** True when a placed order lives on this session's payment. */
  async isPaid(record: CheckoutRecord): Promise<boolean> {
    const session = await this.sessions.read(record.order)
    return Boolean(session?.payment_collection?.order && session.payment && !session.payment.canceled_at)
  }

  private async problem(record: CheckoutRecord, { facts }: HeldOutcome): Promise<string | undefined> {
    const session = await this.sessions.read(record.order)
    if (!session) return 'its session is gone'
    if (!isSessionCurrent(session)) return 'its order does not ask for it any more'
    const { minor, currency } = facts.price
    const costs = (amount: Parameters<typeof minorOf>[0], code: string) =>
      code.toUpperCase() === currency && minorOf(amount, code) === minor
    if (!costs(session.amount, session.currency_code)) return 'the session asks for another amount'
    const cartId = session.payment_collection?.cart?.id
    const cart = cartId === undefined ? undefined : await this.sessions.cart(cartId)
    if (cart && !costs(cart.total, cart.currency_code)) return 'the cart costs another amount by now'
    const isScheduled = await isRefundScheduled(craftgateIn(appContainer), record, facts.paymentId)
    return isScheduled ? 'its money is on the way back' : undefined
  }
}
