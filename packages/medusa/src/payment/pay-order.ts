import type { ApplyResult, CheckoutRecord } from '@craftgate-commerce/core'
import type { HeldOutcome } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { BigNumber, Modules, PaymentActions } from '@medusajs/framework/utils'
import { processPaymentWorkflow } from '@medusajs/medusa/core-flows'
import { isSessionCurrent, minorOf, owedOf, Sessions, type SessionView } from '../order'
import { isPaymentOf } from './payment-data'

type Account = Pick<CheckoutRecord, 'account'>

/** Pays an order that is placed already: what is outstanding after an edit, or a cart whose server died half-way. */
export class PayOrder {
  private readonly sessions: Sessions

  constructor(private readonly container: MedusaContainer) {
    this.sessions = new Sessions(container)
  }

  /** 'unexpected' when somebody else paid it, or nobody asks for it any more. */
  async pay(
    session: SessionView | undefined,
    { account }: Account,
    outcome: HeldOutcome,
  ): Promise<ApplyResult> {
    if (!session || !isUnpaid(session) || !isSessionCurrent(session)) return 'unexpected'
    return this.process(session, { account }, outcome)
  }

  /** An order that was placed unpaid: its session takes what was recorded, which may be more or less than when it was placed. */
  async payUnpaid(session: SessionView, account: Account, outcome: HeldOutcome): Promise<ApplyResult> {
    const { price } = outcome.facts
    const owed = owedOf(session)
    if (!owed || owed.minor !== price.minor || owed.currency !== price.currency) return 'unexpected'
    if (!isUnpaid(session)) return 'unexpected'
    const { id, currency_code, amount } = session
    if (minorOf(amount, currency_code) === price.minor) return this.process(session, account, outcome)
    const payments = this.container.resolve(Modules.PAYMENT)
    const { data = {} } = await payments.retrievePaymentSession(id, { select: ['id', 'data'] })
    const changed = { id, amount: session.payment_collection?.amount ?? amount, currency_code, data }
    await payments.updatePaymentSession(changed)
    return this.process({ ...session, amount: changed.amount }, account, outcome)
  }

  private async process(
    session: SessionView,
    { account }: Account,
    outcome: HeldOutcome,
  ): Promise<ApplyResult> {
    const action = outcome.kind === 'captured' ? PaymentActions.SUCCESSFUL : PaymentActions.AUTHORIZED
    const data = { session_id: session.id, amount: new BigNumber(session.amount) }
    await processPaymentWorkflow(this.container).run({ input: { action, data } })
    return isPaidBy(await this.sessions.read(session.id), { account }, outcome) ? 'applied' : 'unexpected'
  }
}

/** An order stands, and its payment is this one. */
export function isPaidBy(
  session: SessionView | undefined,
  { account }: Account,
  { facts: { paymentId } }: HeldOutcome,
): boolean {
  const order = session?.payment_collection?.order
  return Boolean(order && session.payment && isPaymentOf(session.payment, { account, paymentId }))
}

/** Nobody paid what this session's collection asks for. */
function isUnpaid({ payment, payment_collection: collection }: SessionView): boolean {
  const others = (collection?.payments ?? []).filter(({ canceled_at }) => !canceled_at)
  return Boolean(collection?.order) && !payment && others.length === 0
}
