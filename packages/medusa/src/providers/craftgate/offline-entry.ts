import { randomBytes } from 'node:crypto'
import type { CheckoutRecord } from '@craftgate-commerce/core'
import { isHeld, type OfflineMethod } from '@craftgate-commerce/core/adapter'
import type * as types from '@medusajs/framework/types'
import { MedusaError, PaymentSessionStatus } from '@medusajs/framework/utils'
import { appContainer, craftgateIn } from '../../app-container'
import { minorOf, moneyOf, Sessions } from '../../order'
import { paymentData, readPaymentData } from '../../payment'
import { notAllowed } from '../../refusals'

interface OfflineSettings {
  readonly method: OfflineMethod
  /** What the shopper reads. */
  readonly instructions: { readonly tr?: string; readonly en?: string }
  readonly merchant: () => string
}

/**
 * An entry for bank transfer or cash on delivery: Medusa places the order with a session that is `pending_authorization`,
 * without a payment, and takes the payment when its money was recorded at Craftgate. The session's data, which a storefront
 * may read, hold the method and the instructions, and nothing else.
 */
export class OfflineEntry {
  private readonly sessions = new Sessions(appContainer)

  constructor(private readonly settings: OfflineSettings) {}

  initiate(session_id: string): types.InitiatePaymentOutput {
    const reference = randomBytes(16).toString('hex')
    return { id: reference, status: PaymentSessionStatus.PENDING, data: this.dataOf(reference, session_id) }
  }

  /** The amount of a waiting order's session follows what the order owes when its money is recorded. */
  async update(data: Record<string, unknown> | undefined): Promise<types.UpdatePaymentOutput> {
    const { reference, session } = ours(data)
    const record = await this.craftgate.checkouts.find({ reference })
    const { PENDING, PENDING_AUTHORIZATION } = PaymentSessionStatus
    return { status: record ? PENDING_AUTHORIZATION : PENDING, data: this.dataOf(reference, session) }
  }

  /** Medusa asks last when it places the order, and once more when its money was recorded: then we know the outcome. */
  async authorize({ data, context }: types.AuthorizePaymentInput): Promise<types.AuthorizePaymentOutput> {
    const { reference, session: id } = ours(data)
    const session = id === context?.idempotency_key ? await this.sessions.read(id) : undefined
    if (!session) throw new MedusaError(MedusaError.Types.NOT_FOUND, 'This session has no Craftgate checkout')
    const record = await this.craftgate.commerce.beginOffline({
      reference,
      order: id,
      merchant: this.settings.merchant(),
      expected: moneyOf(session.amount, session.currency_code),
      method: this.settings.method,
    })
    return this.recorded(record, session) ?? this.waiting(reference, id)
  }

  /** Throws for a session that a placed order waits for: Medusa lets a storefront delete it, and its money would find none. */
  async delete(data: Record<string, unknown> | undefined): Promise<types.DeletePaymentOutput> {
    const reference = readPaymentData(data)?.reference
    const record = reference === undefined ? undefined : await this.craftgate.checkouts.find({ reference })
    if (!record || data?.session_id !== record.order) return { data }
    const { order, payments = [] } = (await this.sessions.read(record.order))?.payment_collection ?? {}
    if (order && order.status !== 'canceled')
      throw notAllowed(
        this.craftgate.options.language,
        payments.length > 0 ? 'paid-already' : 'awaiting-funds',
      )
    await this.craftgate.commerce.expire(record)
    return { data }
  }

  private recorded(
    record: CheckoutRecord,
    { id, amount, currency_code }: NonNullable<Awaited<ReturnType<Sessions['read']>>>,
  ): types.AuthorizePaymentOutput | undefined {
    const outcome = this.craftgate.knownOutcomes.of(id)
    if (!outcome || !isHeld(outcome) || minorOf(amount, currency_code) !== outcome.facts.price.minor)
      return undefined
    const { CAPTURED, AUTHORIZED } = PaymentSessionStatus
    const status = outcome.kind === 'captured' ? CAPTURED : AUTHORIZED
    return { status, data: paymentData(record, outcome.facts, outcome.kind) }
  }

  private waiting(reference: string, session: string): types.AuthorizePaymentOutput {
    return { status: PaymentSessionStatus.PENDING_AUTHORIZATION, data: this.dataOf(reference, session) }
  }

  private dataOf(reference: string, session_id: string): Record<string, unknown> {
    const { method, instructions } = this.settings
    return { reference, session_id, method, instructions }
  }

  private get craftgate() {
    return craftgateIn(appContainer)
  }
}

function ours(data: Record<string, unknown> | undefined): { reference: string; session: string } {
  const reference = readPaymentData(data)?.reference
  const session = data?.session_id
  if (reference !== undefined && typeof session === 'string') return { reference, session }
  throw new MedusaError(MedusaError.Types.NOT_FOUND, 'This session has no Craftgate checkout')
}
