// Payments of a shop that keeps core's records and has orders beside them: Medusa and Vendure.
import {
  type CheckoutRecord,
  type CraftgateCommerce,
  CraftgateError,
  type Localized,
  type Money,
  type PaymentOperation,
  type PaymentRef,
  type UnexpectedRefund,
} from '@craftgate-commerce/core'
import { type CheckoutPage, declinedPaymentsOf, isUnexpected } from '@craftgate-commerce/core/adapter'
import type {
  MoneyResult,
  PanelEvent,
  PanelMoney,
  PanelOrder,
  PanelPaymentDetail,
  PanelPayments,
  PanelRefund,
  PaymentQuery,
  SoldItem,
  Standing,
} from './panel-host'

/** As `PanelMoney`, of the order that this attempt paid. */
export interface OrderMoney {
  capture(paid: CheckoutRecord, amount?: Money): Promise<MoneyResult>
  void(paid: CheckoutRecord): Promise<MoneyResult>
  refund(paid: CheckoutRecord, refund: PanelRefund): Promise<MoneyResult>
  items(paid: CheckoutRecord): Promise<readonly SoldItem[]>
}

/** The records of one shop, and of no other. */
export interface PanelRecords {
  page(query: PaymentQuery): Promise<CheckoutPage>
  /** Every attempt of a purchase, oldest first; none when it is another shop's. */
  attempts(reference: string): Promise<readonly CheckoutRecord[]>
  /** Oldest first. */
  operations(payment: PaymentRef): Promise<readonly PaymentOperation[]>
  /** Oldest first. */
  events(reference: string): Promise<readonly PanelEvent[]>
  /** The orders that these attempts pay, by the id of the attempt; without those that are not placed. */
  orders(records: readonly CheckoutRecord[]): Promise<ReadonlyMap<string, PanelOrder>>
  /** By the id of the attempt; of those that say it themselves there is none. */
  standings?(records: readonly CheckoutRecord[]): Promise<ReadonlyMap<string, Standing>>
  readonly commerce: Pick<
    CraftgateCommerce,
    'payment' | 'settle' | 'approveLoan' | 'decideReview' | 'refundUnexpected' | 'declinedPayments'
  >
  /** The way on for a shopper whose attempt this is. */
  payLink(attempt: CheckoutRecord): string | undefined
  /** Absent where money moves in the platform's own admin only. */
  readonly money?: OrderMoney
  /** As of `PanelPayments`. */
  readonly owns?: (attempt: CheckoutRecord) => boolean
  /** As of `PanelPayments`. */
  accounts?(): Promise<readonly string[]>
  /** As `PanelPayments.customerOf`. */
  customerOf?(email: string): Promise<string | undefined>
  /** What finds payments by the digits of a card, and in which accounts: those whose keys are there. */
  readonly cards?: Pick<CraftgateCommerce, 'paymentsByCard'> & { accounts(): Promise<readonly string[]> }
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
      const cardPayments = await cardPaymentsOf(shop, query)
      const { records, ...page } = await shop.page({ ...query, cardPayments })
      const [orders, standings] = await Promise.all([shop.orders(records), shop.standings?.(records)])
      const payments = records.map((attempt) => ({
        reference: attempt.reference,
        attempt,
        order: orders.get(attempt.id),
        standing: standings?.get(attempt.id),
      }))
      return { ...page, payments }
    },
    find: (reference) => detailOf(shop, reference),
    customerOf: async (email) => shop.customerOf?.(email),
    async askAgain(reference) {
      await shop.commerce.settle(await newest(reference))
    },
    async decideReview(reference, decision) {
      await shop.commerce.decideReview(await newest(reference), decision)
    },
    async approveLoan(reference) {
      await shop.commerce.approveLoan(await newest(reference))
    },
    async refundUnexpected(reference, number, press) {
      const record = (await shop.attempts(reference)).find(({ attempt }) => attempt === number)
      if (record === undefined) throw new Error('There is no such attempt')
      return moneyResultOf(await shop.commerce.refundUnexpected(record, press))
    },
    money: shop.money && moneyOf(shop, shop.money),
    owns: shop.owns,
    ...(shop.accounts && { accounts: shop.accounts }),
  }
}

const TAKEN: Localized = {
  tr: 'Bu arada bir sipariş bu parayı aldı; iade edecekseniz siparişinden edin.',
  en: 'An order took this money meanwhile; refund it there if you mean to.',
}

function moneyResultOf({ record, result }: UnexpectedRefund): MoneyResult {
  if (record.state === 'refunded') return { state: 'done' }
  if (!isUnexpected(record)) return { state: 'refused', message: TAKEN }
  return result?.state === 'failed' ? { state: 'refused', message: result.message } : { state: 'pending' }
}

function moneyOf({ attempts }: Pick<PanelRecords, 'attempts'>, money: OrderMoney): PanelMoney {
  const paid = async (reference: string): Promise<CheckoutRecord> => {
    const record = (await attempts(reference)).findLast(({ paymentIds }) => paymentIds.length > 0)
    if (record === undefined) throw new Error('Nothing was paid')
    return record
  }
  return {
    capture: async (reference, amount) => money.capture(await paid(reference), amount),
    void: async (reference) => money.void(await paid(reference)),
    refund: async (reference, refund) => money.refund(await paid(reference), refund),
    items: async (reference) => money.items(await paid(reference)),
  }
}

async function detailOf(shop: PanelRecords, reference: string): Promise<PanelPaymentDetail | undefined> {
  const attempts = await shop.attempts(reference)
  const attempt = attempts.at(-1)
  if (attempt === undefined) return undefined
  const payments = attempts.flatMap(leadPayment)
  const lead = payments.at(-1)
  const [orders, standings, declined, operations, events, facts] = await Promise.all([
    shop.orders([attempt]),
    shop.standings?.([attempt]),
    declinedPaymentsOf(shop.commerce, attempts),
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
    standing: standings?.get(attempt.id),
    declined,
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

/** The last digits as people write them: 0002, •••• 0002 */
const LAST_FOUR = /^[*•\s]*(\d{4})$/

/** Craftgate finds them: no digit of a card is kept here. While it is out of reach the search finds the rest. */
async function cardPaymentsOf(
  { cards }: PanelRecords,
  { search = '' }: PaymentQuery,
): Promise<readonly PaymentRef[]> {
  const [, lastFour] = LAST_FOUR.exec(search) ?? []
  if (lastFour === undefined || cards === undefined) return []
  const found = await Promise.all(
    (await cards.accounts()).map((account) =>
      cards.paymentsByCard(account, lastFour).catch((error: unknown) => {
        if (CraftgateError.is(error)) return []
        throw error
      }),
    ),
  )
  return found.flat()
}
