import type { ReconcilePart, ReconcileReport } from '@craftgate-commerce/core'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  OrderChangeStatus,
  OrderChangeType,
} from '@medusajs/framework/utils'
import { craftgateIn } from '../app-container'
import { asError } from '../as-error'
import { type Craftgate, isOwnProvider } from '../craftgate'
import { sumOf } from '../order'
import { CancelledOrders } from './cancelled-orders'
import { OrderBooks } from './order-books'

const FIRST_WINDOW_MS = 3 * 24 * 3_600_000
/** A row that was looked at is looked at once more: what was at work then may have died. */
const OVERLAP_MS = 2 * 3_600_000
const PAGE_SIZE = 100

const SWEEP_EVERY_MS = 15 * 60_000

/** Until when this server has looked at all rows. */
const sweptUntil = new WeakMap<Craftgate, number>()
/** When this server last began to. */
const sweptAt = new WeakMap<Craftgate, number>()

/** True each quarter of an hour, and when the server has just started. */
export const isSweepDue = (craftgate: Craftgate): boolean =>
  Date.now() - (sweptAt.get(craftgate) ?? 0) >= SWEEP_EVERY_MS

/** Asks Craftgate about everything whose end is not known, or about a part of it; then sweeps, after the last part. */
export async function reconcile(container: MedusaContainer, part?: ReconcilePart): Promise<ReconcileReport> {
  const report = await craftgateIn(container).commerce.reconcile(part)
  if (report.next !== undefined) return report
  return { ...report, problems: [...report.problems, ...(await sweep(container))] }
}

/**
 * Finishes what a dead server left half written in Medusa's orders, and gives back what cancelled orders still hold. It
 * looks at the captures and refunds that were made since it looked before; a server that starts looks three days back.
 * One sentence for each problem.
 */
export async function sweep(container: MedusaContainer): Promise<string[]> {
  const craftgate = craftgateIn(container)
  const now = Date.now()
  sweptAt.set(craftgate, now)
  const from = (sweptUntil.get(craftgate) ?? now - FIRST_WINDOW_MS + OVERLAP_MS) - OVERLAP_MS
  const problems = await repairBooks(craftgate, container, from)
  if (problems.length === 0) sweptUntil.set(craftgate, now)
  return [...problems, ...(await new CancelledOrders(craftgate, container).release(now))]
}

async function repairBooks(
  craftgate: Craftgate,
  container: MedusaContainer,
  from: number,
): Promise<string[]> {
  const books = new OrderBooks(craftgate, container)
  const problems: string[] = []
  for (const orderId of await ordersToRepair(container, from)) {
    try {
      await books.exclusively(orderId, () => books.repair(orderId))
    } catch (error) {
      problems.push(`The books of order ${orderId} are not right yet: ${asError(error).message}`)
    }
  }
  return problems
}

async function ordersToRepair(container: MedusaContainer, from: number): Promise<Set<string>> {
  const orders = new Set(await ordersWithCreditLineOpen(container))
  for (const entity of ['capture', 'refund'] as const) {
    for await (const page of rowsSince(container, entity, from)) {
      for (const id of await ordersThatDiffer(container, entity, page)) orders.add(id)
    }
  }
  return orders
}

interface Row {
  readonly id: string
  readonly amount: BigNumberInput
  readonly payment_id: string
}

/**
 * Ids of Medusa begin with their time, so that the primary key finds the newest ones. The module's own list is asked,
 * because a query with pages counts all that is left, for each page.
 */
async function* rowsSince(container: MedusaContainer, entity: 'capture' | 'refund', from: number) {
  const module = container.resolve(Modules.PAYMENT)
  let last = `${PREFIXES[entity]}_${ulidAt(from)}`
  for (;;) {
    const filters = { id: { $gt: last } } as never
    const page = { take: PAGE_SIZE, order: { id: 'ASC' as const }, select: ['id', 'amount', 'payment_id'] }
    const found = await (entity === 'capture'
      ? module.listCaptures(filters, page)
      : module.listRefunds(filters, page))
    const rows = found as unknown as Row[]
    if (rows.length > 0) yield rows
    if (rows.length < PAGE_SIZE) return
    last = rows.at(-1)?.id ?? last
  }
}

const PREFIXES = { capture: 'capt', refund: 'ref' } as const

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The smallest ULID of a moment: ten digits of time, then nothing. */
function ulidAt(time: number): string {
  const digits = Array.from({ length: 10 }, (_, index) => Math.floor(time / 32 ** (9 - index)) % 32)
  return `${digits.map((digit) => CROCKFORD[digit]).join('')}${'0'.repeat(16)}`
}

async function ordersThatDiffer(
  container: MedusaContainer,
  reference: 'capture' | 'refund',
  rows: readonly Row[],
): Promise<string[]> {
  const orders = await ordersByPayment(container, rows)
  const ours = rows.filter(({ payment_id }) => orders.has(payment_id))
  if (ours.length === 0) return []
  const transactions = await container
    .resolve(Modules.ORDER)
    .listOrderTransactions({ reference_id: ours.map(({ id }) => id) }, { take: null })
  return ours.flatMap(({ id, amount, payment_id }) => {
    const booked = transactions.filter((each) => each.reference === reference && each.reference_id === id)
    const orderId = orders.get(payment_id)
    const isRight = MathBN.eq(MathBN.convert(sumOf(booked)).abs(), amount)
    return orderId !== undefined && !isRight ? [orderId] : []
  })
}

/**
 * The order of each of our payments; those of other providers, and without an order, are left out. Each table is asked by
 * a list of keys, because the planner would rather read the whole of one that it joins.
 */
async function ordersByPayment(
  container: MedusaContainer,
  rows: readonly Row[],
): Promise<Map<string, string>> {
  const id = [...new Set(rows.map(({ payment_id }) => payment_id))]
  const select = ['id', 'provider_id', 'payment_collection_id']
  const payments = await container.resolve(Modules.PAYMENT).listPayments({ id }, { take: null, select })
  const ours = payments.filter(({ provider_id }) => isOwnProvider(provider_id))
  if (ours.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: 'order_payment_collection',
    fields: ['order_id', 'payment_collection_id'],
    filters: { payment_collection_id: ours.map(({ payment_collection_id }) => payment_collection_id) },
  })
  const orders = new Map(data.map((link) => [link.payment_collection_id, link.order_id]))
  return new Map(
    ours.flatMap(({ id, payment_collection_id }) => {
      const orderId = orders.get(payment_collection_id)
      return orderId === undefined ? [] : [[id, orderId] as const]
    }),
  )
}

async function ordersWithCreditLineOpen(container: MedusaContainer): Promise<string[]> {
  const filters = { change_type: OrderChangeType.CREDIT_LINE, status: OrderChangeStatus.PENDING }
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: 'order_change', fields: ['id', 'order_id'], filters })
  return data.map(({ order_id }) => String(order_id))
}
