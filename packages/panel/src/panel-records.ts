// Payments of a shop that keeps core's records and has orders beside them: Medusa and Vendure.
import {
  type CheckoutRecord,
  type CraftgateCommerce,
  CraftgateError,
  type PaymentOperation,
  type PaymentRef,
} from '@craftgate-commerce/core'
import type { PanelEvent, PanelOrder, PanelPaymentDetail, PanelPayments, PaymentQuery } from './panel-host'

export interface RecordPage {
  /** Newest first. */
  readonly records: readonly CheckoutRecord[]
  /** Counted up to 10,000. */
  readonly count: number
}

/** The records of one shop, and of no other. */
export interface PanelRecords {
  page(query: PaymentQuery): Promise<RecordPage>
  /** Every attempt of a purchase, oldest first; none when it is another shop's. */
  attempts(reference: string): Promise<readonly CheckoutRecord[]>
  /** Oldest first. */
  operations(payment: PaymentRef): Promise<readonly PaymentOperation[]>
  /** Oldest first. */
  events(reference: string): Promise<readonly PanelEvent[]>
  /** The orders that these attempts pay, by the id of the attempt; without those that are not placed. */
  orders(records: readonly CheckoutRecord[]): Promise<ReadonlyMap<string, PanelOrder>>
  readonly commerce: Pick<CraftgateCommerce, 'payment' | 'settle' | 'approveLoan' | 'decideReview'>
  /** The way on for a shopper whose attempt this is. */
  payLink(attempt: CheckoutRecord): string | undefined
}

const PAYABLE: ReadonlySet<CheckoutRecord['state']> = new Set(['created', 'open', 'expired'])

export function panelPayments(shop: PanelRecords): PanelPayments {
  const newest = async (reference: string): Promise<CheckoutRecord> => {
    const record = (await shop.attempts(reference)).at(-1)
    if (record === undefined) throw new Error('There is no such purchase')
    return record
  }
  return {
    async page(query) {
      const { records, count } = await shop.page(query)
      const orders = await shop.orders(records)
      const payments = records.map((attempt) => ({
        reference: attempt.reference,
        attempt,
        order: orders.get(attempt.id),
      }))
      return { payments, count }
    },
    find: (reference) => detailOf(shop, reference),
    async askAgain(reference) {
      await shop.commerce.settle(await newest(reference))
    },
    async decideReview(reference, decision) {
      await shop.commerce.decideReview(await newest(reference), decision)
    },
    async approveLoan(reference) {
      await shop.commerce.approveLoan(await newest(reference))
    },
  }
}

async function detailOf(shop: PanelRecords, reference: string): Promise<PanelPaymentDetail | undefined> {
  const attempts = await shop.attempts(reference)
  const attempt = attempts.at(-1)
  if (attempt === undefined) return undefined
  const payments = attempts.flatMap(leadPayment)
  const lead = payments.at(-1)
  const [orders, operations, events, facts] = await Promise.all([
    shop.orders([attempt]),
    Promise.all(payments.map((payment) => shop.operations(payment))),
    shop.events(reference),
    lead && factsOf(shop, lead),
  ])
  const order = orders.get(attempt.id)
  const isPayable = order === undefined && PAYABLE.has(attempt.state)
  return {
    reference,
    attempt,
    attempts,
    order,
    operations: operations.flat(),
    events,
    facts,
    ...(isPayable && { payLink: shop.payLink(attempt) }),
  }
}

const leadPayment = ({ account, paymentIds: [paymentId] }: CheckoutRecord): readonly PaymentRef[] =>
  paymentId === undefined ? [] : [{ account, paymentId }]

async function factsOf(
  { commerce }: PanelRecords,
  payment: PaymentRef,
): Promise<PanelPaymentDetail['facts']> {
  try {
    return await commerce.payment(payment)
  } catch (error) {
    if (CraftgateError.is(error)) return { unavailable: error.merchantMessage }
    throw error
  }
}
