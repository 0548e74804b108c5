import type { ApplyResult } from '@craftgate-commerce/core'
import type { HeldOutcome } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { MedusaError, Modules } from '@medusajs/framework/utils'
import { completeCartWorkflowId } from '@medusajs/medusa/core-flows'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { Sessions, type SessionView } from '../order'
import { announcePlaced } from './order-events'
import { isPaidBy, PayOrder } from './pay-order'

/** What keeps failing a day after the page is over will not end by itself; nobody keeps money for no order. */
const LONGEST_WAIT_MS = 24 * 3_600_000

interface Completion {
  readonly sessionId: string
  readonly account: string
  /** When the page of this payment was over. */
  readonly over: Date
  readonly cartId: string
  readonly outcome: HeldOutcome
}

/** Medusa's own words for "this cart can not be completed like this"; everything else may pass. */
const FINAL: ReadonlySet<string> = new Set([
  MedusaError.Types.INVALID_DATA,
  MedusaError.Types.NOT_ALLOWED,
  MedusaError.Types.NOT_FOUND,
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
])

export function isFinal(failure: unknown): boolean {
  const type = typeof failure === 'object' && failure && 'type' in failure ? String(failure.type) : ''
  return FINAL.has(type)
}

/** Medusa's own completion of a cart, or the shop's around it; answers what it failed with. */
export async function runCompletion(
  { options: { completeCartWorkflow = completeCartWorkflowId } }: Pick<Craftgate, 'options'>,
  container: MedusaContainer,
  cartId: string,
): Promise<unknown> {
  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  const input = { id: cartId, cart_id: cartId }
  const { errors } = await engine.run(completeCartWorkflow, { input, throwOnError: false })
  return errors?.[0]?.error
}

/**
 * Places the order of a paid cart by Medusa's own workflow, which asks our provider last, under its lock for the cart:
 * that is where the money is compared with what the cart costs now.
 */
export class CompleteCart {
  private readonly sessions: Sessions
  private readonly orders: PayOrder

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.orders = new PayOrder(container)
  }

  /** 'unexpected' when the cart can not be completed with this payment; throws when it may be possible later. */
  async complete(completion: Completion): Promise<ApplyResult> {
    const { sessionId, outcome } = completion
    return this.craftgate.knownOutcomes.during(sessionId, outcome, () => this.place(completion))
  }

  private async place(completion: Completion): Promise<ApplyResult> {
    await this.endOthers(completion.sessionId)
    const failure = await runCompletion(this.craftgate, this.container, completion.cartId)
    const session = await this.sessions.read(completion.sessionId)
    if (isPaidBy(session, completion, completion.outcome)) return 'applied'
    if (failure !== undefined) return this.judge(failure, completion)
    return this.finish(session, completion)
  }

  /** The server died after it had placed the order and before it authorized the payment: Medusa does not try again. */
  private async finish(session: SessionView | undefined, completion: Completion): Promise<ApplyResult> {
    const applied = await this.orders.pay(session, completion, completion.outcome)
    const order = session?.payment_collection?.order
    if (order && applied === 'applied') await announcePlaced(this.craftgate, this.container, order.id)
    return applied
  }

  /** Medusa completes a cart by its first session only; of several that were made at once all stay. */
  private async endOthers(sessionId: string): Promise<void> {
    const collection = (await this.sessions.read(sessionId))?.payment_collection
    if (!collection || collection.order || collection.payments?.some(({ canceled_at }) => !canceled_at))
      return
    const payments = this.container.resolve(Modules.PAYMENT)
    const sessions = await payments.listPaymentSessions({ payment_collection_id: collection.id })
    for (const { id } of sessions) if (id !== sessionId) await payments.deletePaymentSession(id)
  }

  private judge(failure: unknown, { sessionId, cartId, over }: Completion): ApplyResult {
    const { message: reason } = asError(failure)
    const mayPass = !isFinal(failure) && Date.now() < over.getTime() + LONGEST_WAIT_MS
    if (mayPass) throw asError(failure)
    this.craftgate.logger.warn('The cart can not take a payment; its money goes back', {
      sessionId,
      cartId,
      reason,
    })
    return 'unexpected'
  }
}
