import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MathBN, Modules } from '@medusajs/framework/utils'
import { createOrderCreditLinesWorkflow } from '@medusajs/medusa/core-flows'
import { type Craftgate, isOwnProvider } from '../craftgate'
import { sumOf } from '../order'
import { type Correction, correctionsOf, creditDue, type Transaction } from './book-corrections'
import {
  type DatedRow,
  isOfFailedOrder,
  type JudgedPayment,
  MovedMoneyJudge,
  type PaymentRows,
} from './moved-money'
import { creditedVersions, isStuck, openChangesOf } from './order-changes'
import { announcePlaced } from './order-events'

/** How long somebody waits who wants to move money of an order that another request is at work on. */
const PATIENCE_MS = 30_000
/** A refund is made within this time, before Medusa opens the change for its credit line. */
const LONGEST_REFUND_MS = 5 * 60_000

/** Medusa copies all lines for each version of an order, and remembers the version that each was made for. */
interface CreditLine {
  readonly amount: BigNumberInput
  readonly metadata?: { readonly created_in_version?: unknown } | null
}

interface OrderRows {
  readonly id: string
  readonly status: string
  readonly currency_code: string
  readonly summary?: { readonly pending_difference?: BigNumberInput } | null
  readonly payment_collections?: readonly ({ readonly payments?: readonly (PaymentRows | null)[] } | null)[]
  readonly transactions?: readonly (Transaction | null)[]
  readonly credit_lines?: readonly (CreditLine | null)[]
}

const PAYMENTS = 'payment_collections.payments'
const FIELDS = [
  ...['id', 'status', 'currency_code', 'summary.*', 'transactions.*', 'credit_lines.*'],
  ...[`${PAYMENTS}.*`, `${PAYMENTS}.captures.*`, `${PAYMENTS}.refunds.*`],
]

/** What keeps a refund from being written into the order. */
export interface OrderState {
  /** A change of the merchant's is open: an edit, a return, an exchange, a claim. */
  readonly isChanging: boolean
  /** A refund is being made or written down right now. */
  readonly isRefunding: boolean
}

/**
 * Medusa's books of an order beside the money that moved: each capture and refund of our payments has its transactions, and
 * what was given back has its credit line. A crash, two refunds at once, or an open change leave gaps there that Medusa
 * never looks at again, and that its next refund fills with the wrong amount.
 */
export class OrderBooks {
  private readonly judge: MovedMoneyJudge

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.judge = new MovedMoneyJudge(craftgate, container)
  }

  /** One at a time for an order, on all servers. Throws LeaseTakenError when another takes too long. */
  exclusively<T>(orderId: string, work: () => Promise<T>): Promise<T> {
    return this.craftgate.leases.during(`order ${orderId}`, PATIENCE_MS, work)
  }

  /**
   * Sets the books right; runs inside `exclusively`. `doubtful`: a refund of which nobody knows how far Medusa came with
   * it. While a change of the merchant's is open the credit line waits.
   */
  async repair(orderId: string, doubtful?: string): Promise<OrderState> {
    const order = await this.read(orderId)
    const ours = order ? paymentsOf(order) : []
    if (!order || ours.length === 0) return { isChanging: false, isRefunding: false }
    const payments: JudgedPayment[] = []
    for (const payment of ours) payments.push(await this.judge.judge(payment))
    const { isChanging, stuckSince } = await this.endStuckChanges(orderId)
    const corrections = await this.correct(order, payments)
    const refunds = payments.flatMap((payment) => payment.refunds)
    const isTouched = ({ id }: DatedRow) =>
      id === doubtful || corrections.some((each) => each.reference_id === id)
    const times = [...refunds.filter(isTouched).map(timeOf), ...stuckSince]
    if (times.length > 0 && !isChanging && order.status !== 'canceled') {
      await this.credit(orderId, refunds, Math.min(...times))
    }
    await this.tellPlaced(order, payments, corrections)
    return { isChanging, isRefunding: payments.some(({ isRefunding }) => isRefunding) }
  }

  private async read(id: string): Promise<OrderRows | undefined> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity: 'order', fields: FIELDS, filters: { id } })
    return data[0] as unknown as OrderRows | undefined
  }

  private async endStuckChanges(orderId: string) {
    const open = await openChangesOf(this.container, orderId)
    const stuck = open.filter(isStuck)
    if (stuck.length > 0) {
      this.craftgate.logger.warn('A credit line that a refund left unconfirmed is taken out', { orderId })
      await this.orders.cancelOrderChange(stuck.map(({ id }) => id))
    }
    const stuckSince = stuck.map((change) => timeOf(change) - LONGEST_REFUND_MS)
    return { isChanging: open.length > stuck.length, stuckSince }
  }

  private async correct(order: OrderRows, payments: readonly JudgedPayment[]): Promise<Correction[]> {
    const corrections = correctionsOf(payments, listOf(order.transactions)).filter(
      // A cancel is booked as a whole, and its refund may still be on its way.
      ({ reference_id }) =>
        !payments.some(({ id, hasOpenOperation }) => id === reference_id && hasOpenOperation),
    )
    if (corrections.length === 0) return []
    const facts = corrections.map(({ reference_id, amount }) => `${reference_id} ${amount.toFixed()}`)
    this.craftgate.logger.warn('The transactions of an order were not what moved; they are set right', {
      orderId: order.id,
      added: facts,
    })
    const { id: order_id, currency_code } = order
    await this.orders.addOrderTransactions(
      corrections.map(({ amount, ...rest }) => ({
        ...rest,
        order_id,
        currency_code,
        amount: Number(amount.toFixed()),
      })),
    )
    return corrections
  }

  /** `since`: when the first refund was made of which nobody knows whether it has its credit line. */
  private async credit(orderId: string, refunds: readonly DatedRow[], since: number): Promise<void> {
    const order = await this.read(orderId)
    const versions = await creditedVersions(this.container, orderId, since)
    const written = listOf(order?.credit_lines).filter(({ metadata }) =>
      versions.has(metadata?.created_in_version),
    )
    const unsure = refunds.filter((row) => timeOf(row) >= since)
    const due = creditDue(sumOf(unsure), sumOf(written), order?.summary?.pending_difference ?? 0)
    if (MathBN.eq(due, 0)) return
    const line = {
      amount: Number(due.toFixed()),
      reference: 'refund',
      reference_id: unsure.at(-1)?.id ?? orderId,
    }
    this.craftgate.logger.warn('A refund had no credit line in its order; it is written', {
      orderId,
      ...line,
    })
    await createOrderCreditLinesWorkflow(this.container).run({ input: { id: orderId, credit_lines: [line] } })
  }

  /** Placing an order ends with the transaction of its capture: where that was missing, the server died before. */
  private async tellPlaced(
    { id: orderId, transactions }: OrderRows,
    payments: readonly JudgedPayment[],
    corrections: readonly Correction[],
  ): Promise<void> {
    const atOnce = payments
      .filter(({ isCapturedAtOnce }) => isCapturedAtOnce)
      .flatMap(({ captures }) => captures)
    const isNamed = (
      rows: readonly Pick<Correction, 'reference_id'>[] | readonly Transaction[],
      id: string,
    ) => rows.some(({ reference_id }) => reference_id === id)
    const untold = atOnce.filter(({ id }) => isNamed(corrections, id) && !isNamed(listOf(transactions), id))
    if (untold.length > 0) await announcePlaced(this.craftgate, this.container, orderId)
  }

  private get orders() {
    return this.container.resolve(Modules.ORDER)
  }
}

const timeOf = ({ created_at }: { readonly created_at: string | Date }): number =>
  new Date(created_at).getTime()

const listOf = <T>(rows: readonly (T | null)[] | undefined): T[] =>
  (rows ?? []).flatMap((row) => (row ? [row] : []))

/** Of our provider, without those that an order that could not be placed left behind. */
const paymentsOf = ({ payment_collections, transactions }: OrderRows): PaymentRows[] =>
  listOf(payment_collections)
    .flatMap(({ payments }) => listOf(payments))
    .filter(({ provider_id }) => isOwnProvider(provider_id))
    .filter((payment) => !isOfFailedOrder(payment, listOf(transactions)))
