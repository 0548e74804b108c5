import {
  type CheckoutRecord,
  type PaymentFacts,
  type PaymentOperation,
  type PaymentOutcome,
  type PaymentRef,
  toDecimal,
} from '@craftgate-commerce/core'
import {
  type ErrorFacts,
  merchantPaymentView,
  sentenceIn,
  shopperPaymentView,
} from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import type {
  CreatePaymentErrorResult,
  CreatePaymentResult,
  ID,
  Order,
  Payment,
  PaymentMetadata,
  RequestContext,
} from '@vendure/core'
import type { CheckoutStore } from '../storage'
import { knownOutcome } from './known-outcomes'

// How a payment of Craftgate stands in Vendure: its number, its state, its metadata, and the way back to its attempt.

type PaymentRow = Pick<Payment, 'transactionId' | 'metadata'>

export interface AttemptOfPayment {
  readonly payment: PaymentRef
  readonly record: CheckoutRecord
}

/** The payment at Craftgate; undefined for a payment that is not of ours, or a decline without one. */
export function paymentRefOf({ transactionId, metadata }: PaymentRow): PaymentRef | undefined {
  const account: unknown = metadata?.account
  if (typeof account !== 'string' || !/^\d{1,15}$/.test(transactionId ?? '')) return undefined
  return { account, paymentId: Number(transactionId) }
}

/** True when this payment of Vendure is that payment of Craftgate. */
export function isPaymentOf(row: PaymentRow, { account, paymentId }: PaymentRef): boolean {
  const payment = paymentRefOf(row)
  return payment?.account === account && payment.paymentId === paymentId
}

/**
 * The attempt that this payment of this order came from. Undefined for a payment that is not of ours, and for one that
 * only carries the number of another order's payment: whoever may enter a payment by hand could otherwise refund or
 * void what another order, maybe of another channel and merchant, was paid with.
 */
export async function attemptOf(
  checkouts: CheckoutStore,
  row: PaymentRow,
  orderId: ID,
): Promise<AttemptOfPayment | undefined> {
  const payment = paymentRefOf(row)
  const record = payment && (await checkouts.find(payment))
  return payment && record?.order === String(orderId) ? { payment, record } : undefined
}

/** Why no attempt led to a payment that names us: for the merchant. */
export function noRecordOf({ type }: Pick<Order, 'type'>): { readonly tr: string; readonly en: string } {
  return type === 'Seller' ? SELLER_ORDER : NOT_OURS
}

const NOT_OURS = {
  tr: 'Bu ödemenin Craftgate kaydı bulunamadı',
  en: 'There is no Craftgate record of this payment',
}
const SELLER_ORDER = {
  tr: 'Bu bir satıcı siparişi; parası alıcının verdiği asıl siparişin ödemesindedir. Tahsilat, iptal ve iadeyi orada yapın; bir satıcıdan alınanların tamamını Craftgate panelindeki iade sayfası birlikte seçer',
  en: 'This is a seller’s part of an order; its money is on the payment of the order that was split. Capture, cancel and refund there; the refund page of the Craftgate panel chooses all of a seller’s at once',
}

/** Craftgate's payment id; a decline without a payment is known by its attempt. */
export function transactionIdOf(record: CheckoutRecord, outcome: PaymentOutcome): string {
  const facts = 'facts' in outcome ? outcome.facts : undefined
  return facts === undefined ? record.id : String(facts.paymentId)
}

const STATES = { captured: 'Settled', authorized: 'Authorized', review: 'Authorized' } as const

/** Vendure's payment for a known outcome. Refused when there is none: nobody pays by calling Vendure's own mutation. */
export function createdPayment(
  ctx: RequestContext,
  { type }: Pick<Order, 'type'>,
  amount: number,
): CreatePaymentResult | CreatePaymentErrorResult {
  const known = knownOutcome(ctx)
  if (type === 'Seller') return refused(sentenceIn(ctx.languageCode, PAID_BY_THE_WHOLE))
  if (known?.about !== 'payment') return refused(NOT_BEGUN)
  const { record, outcome } = known
  const result = {
    transactionId: transactionIdOf(record, outcome),
    metadata: paymentMetadata(record, outcome),
  }
  switch (outcome.kind) {
    case 'captured':
    case 'authorized':
    case 'review':
      return { ...result, amount, state: STATES[outcome.kind] }
    case 'declined':
      return { ...result, amount: NOTHING, state: 'Declined', errorMessage: declineOf(outcome, ctx) }
    default:
      return refused(NOT_BEGUN)
  }
}

/** Vendure refunds from every payment that has an amount, whatever its state. */
const NOTHING = 0

/** The Shop API shows this too, so it is the shopper's sentence; the merchant's stands in the metadata. */
const declineOf = ({ error }: Extract<PaymentOutcome, { kind: 'declined' }>, ctx: RequestContext): string =>
  sentenceIn(ctx.languageCode, describeErrorGroup(error.group).shopper)

const refused = (errorMessage: string): CreatePaymentErrorResult => ({
  amount: NOTHING,
  state: 'Error',
  errorMessage,
})

const NOT_BEGUN = 'Craftgate payments begin with the mutation createCraftgateCheckout'
const PAID_BY_THE_WHOLE = {
  tr: 'Satıcı siparişi Craftgate ile ayrıca ödenmez: parası bölünen siparişin ödemesindedir. Satıcı siparişlerinde başka bir ödeme yöntemi kullanın (orderSellerStrategy)',
  en: 'A seller’s part of an order is not paid with Craftgate by itself: its money is on the payment of the order that was split. Give seller orders a payment method of another handler (orderSellerStrategy)',
}

/**
 * What stands beside a payment in Vendure. The Admin API shows all of it, the Shop API only `public`. Amounts are decimal
 * text. No key ends in `id`: Vendure would encode its value as an id of its own. Holds no token, no name and no card
 * number beyond its last four digits.
 */
export function paymentMetadata(record: CheckoutRecord, outcome: PaymentOutcome): PaymentMetadata {
  const facts = 'facts' in outcome ? outcome.facts : undefined
  return {
    account: record.account,
    reference: record.reference,
    attempt: record.attempt,
    outcome: outcome.kind,
    ...(outcome.kind === 'declined' ? { error: errorMetadata(outcome.error) } : {}),
    ...(facts ? adminFacts(facts) : {}),
    public: { outcome: outcome.kind, ...(facts ? shopperPaymentView(facts) : {}) },
  }
}

/** Beside a payment whose capture or void was written down and not made yet; names what it waits for. */
export function pendingMetadata(
  { languageCode }: RequestContext,
  { key }: Pick<PaymentOperation, 'key'>,
): PaymentMetadata {
  return { pendingOperation: { key, language: languageCode } }
}

/** True when this payment was committed together with this capture or void. */
export function waitsFor({ metadata }: PaymentRow, { key }: Pick<PaymentOperation, 'key'>): boolean {
  return metadata?.pendingOperation?.key === key
}

/** `reason` is for the merchant, in both languages. */
const errorMetadata = (error: ErrorFacts) => ({ ...error, reason: describeErrorGroup(error.group).merchant })

function adminFacts(facts: PaymentFacts) {
  const { bin: _bin, ...view } = merchantPaymentView(facts)
  return {
    ...view,
    payment: facts.paymentId,
    transactions: facts.transactions.map(({ id, externalId, price, paidPrice }) => ({
      transaction: id,
      item: externalId,
      price: toDecimal(price),
      paidPrice: toDecimal(paidPrice),
    })),
  }
}
