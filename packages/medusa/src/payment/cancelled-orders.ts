import { type Money, toDecimal } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MathBN, Modules } from '@medusajs/framework/utils'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { moneyOf, type PaymentView, sumOf } from '../order'
import type { UnreleasedOrder } from '../storage'
import { OrderBooks } from './order-books'
import { parsePaymentRef } from './payment-data'
import { isCaptured } from './record-capture'

/** So long after its cancel the money of an order is tried to be given back. */
const WINDOW_DAYS = 7
const WINDOW_MS = WINDOW_DAYS * 24 * 3_600_000
/** Medusa cancels an order within this time after a refund of it failed, or not at all. */
const CANCELLING_MS = 60_000
/** Orders at a time; the others come with the next sweep. */
const ORDERS = 200
/** A bank that refused is asked again after this long. */
const RETRY_AFTER_MS = 3_600_000

const PAYMENTS = 'payment_collections.payments'
const FIELDS = [
  'id',
  'display_id',
  'status',
  'canceled_at',
  `${PAYMENTS}.*`,
  `${PAYMENTS}.captures.*`,
  `${PAYMENTS}.refunds.*`,
]

interface OrderMoney {
  readonly id: string
  readonly display_id?: number | null
  readonly status: string
  readonly canceled_at?: string | Date | null
  readonly payment_collections?: readonly { readonly payments?: readonly PaymentView[] }[]
}

/**
 * Medusa cancels an order even when its payment could not be cancelled or refunded, says that it was, and never tries
 * again: the shopper's card would stay blocked, or the shop would keep the money, for an order that is none any more. The
 * same for money that reached an order in the moment of its cancel.
 */
export class CancelledOrders {
  private readonly books: OrderBooks

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.books = new OrderBooks(craftgate, container)
  }

  /**
   * Lifts what is still blocked and gives back what was captured, of the orders whose refund or cancel failed. One
   * sentence for each that is not back.
   */
  async release(now: number): Promise<string[]> {
    const problems: string[] = []
    for (const each of await this.craftgate.unreleasedOrders.list(ORDERS)) {
      try {
        problems.push(...(await this.books.exclusively(each.orderId, () => this.tryAgain(each, now))))
      } catch (error) {
        problems.push(`Order ${each.orderId} could not be looked at yet: ${asError(error).message}`)
      }
    }
    return problems
  }

  private async tryAgain(each: UnreleasedOrder, now: number): Promise<string[]> {
    const order = await this.read(each.orderId)
    if (order && owedBy(order).length > 0) {
      const isNew = each.failedAt.getTime() > now - CANCELLING_MS
      if (order.status !== 'canceled' && isNew) return []
      const isTried = new Date(order.canceled_at ?? now).getTime() > now - WINDOW_MS
      if (order.status === 'canceled' && isTried) return this.releaseExclusively(order.id, now)
      if (order.status === 'canceled') this.giveUp(order)
    }
    await this.craftgate.unreleasedOrders.remove(each)
    return []
  }

  private giveUp({ id: orderId, display_id }: OrderMoney): void {
    this.craftgate.logger.error(
      `The money of cancelled order ${display_id ?? orderId} could not be given back for ${WINDOW_DAYS} days; refund it in Craftgate's panel`,
      { orderId },
    )
  }

  /** The same for one order, when it is cancelled. */
  releaseOrder(orderId: string, now: number): Promise<string[]> {
    return this.books.exclusively(orderId, () => this.releaseExclusively(orderId, now))
  }

  /** Runs inside `OrderBooks.exclusively`. */
  async releaseExclusively(orderId: string, now: number): Promise<string[]> {
    const problems: string[] = []
    const order = await this.read(orderId)
    if (order?.status !== 'canceled') return []
    for (const payment of owedBy(order)) {
      const problem = await this.giveBack(payment, now)
      if (problem)
        problems.push(`The money of cancelled order ${order.display_id ?? order.id} is not back: ${problem}`)
    }
    await this.books.repair(orderId)
    for (const problem of problems) this.craftgate.logger.error(problem, { orderId })
    return problems
  }

  private async read(id: string): Promise<OrderMoney | undefined> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity: 'order', fields: FIELDS, filters: { id } })
    return data[0] as unknown as OrderMoney | undefined
  }

  /** Why it did not work; an operation whose end is not known reaches Medusa by itself. */
  private async giveBack(payment: PaymentView, now: number): Promise<string | undefined> {
    const ref = parsePaymentRef(payment)
    const operations = ref ? await this.craftgate.operations.of(ref) : []
    if (operations.some(({ state }) => state !== 'done' && state !== 'failed')) return undefined
    const refused = operations.findLast(
      ({ kind, state }) => state === 'failed' && (kind === 'refund' || kind === 'void'),
    )
    if (refused && refused.updatedAt.getTime() > now - RETRY_AFTER_MS) {
      return `Craftgate refused it (${refused.error?.code ?? 'failed'}); it is tried again every hour`
    }
    try {
      await this.moveBack(payment)
      return undefined
    } catch (error) {
      return asError(error).message
    }
  }

  private async moveBack(payment: PaymentView): Promise<void> {
    const module = this.container.resolve(Modules.PAYMENT)
    if (!isCaptured(payment)) {
      await module.cancelPayment(payment.id)
      return
    }
    const amount = Number(toDecimal(unrefundedOf(payment)))
    await module.refundPayment({ payment_id: payment.id, amount, note: 'Craftgate' })
  }
}

/** Payments of our provider that still hold money of the shopper. */
const owedBy = ({ payment_collections = [] }: OrderMoney): PaymentView[] =>
  payment_collections
    .flatMap((collection) => collection?.payments ?? [])
    .filter((payment) => payment && parsePaymentRef(payment) !== undefined && !payment.canceled_at)
    .filter((payment) => !isCaptured(payment) || unrefundedOf(payment).minor > 0)

function unrefundedOf({ captures = [], refunds = [], currency_code }: PaymentView): Money {
  return moneyOf(MathBN.sub(sumOf(captures), sumOf(refunds)), currency_code)
}
