import type { Consent, Order, OrderPayment } from '../shop-backend'
import { linesOf, type MedusaTotals, totalsOf } from './cart'
import { cardFacts, type MedusaCheckout, type SessionData, stateOf } from './checkout'
import { priceOf } from './price'

/** Added to what Medusa gives of an order anyway. */
export const ORDER_FIELDS =
  '+metadata,+payment_status,+fulfillment_status,*payment_collections.payment_sessions'

export interface MedusaOrder extends MedusaTotals {
  readonly id: string
  readonly display_id: number
  readonly custom_display_id?: string | null
  readonly status: string
  readonly payment_status: string
  readonly fulfillment_status: string
  readonly created_at: string
  /** What went back after all, which Medusa takes off the total. */
  readonly credit_line_total: number
  readonly summary: { readonly original_order_total: number }
  readonly shipping_address: MedusaAddress | null
  readonly metadata?: { readonly consent?: Omit<Consent, 'at'> & { readonly at: string } } | null
  readonly payment_collections: readonly MedusaPaymentCollection[]
}

interface MedusaAddress {
  readonly first_name: string | null
  readonly last_name: string | null
  readonly address_1: string | null
  readonly city: string | null
  readonly province: string | null
  readonly postal_code: string | null
}

export interface MedusaPaymentCollection {
  readonly id: string
  readonly currency_code: string
  readonly amount: number
  readonly status: string
  readonly authorized_amount?: number | null
  readonly captured_amount?: number | null
  readonly refunded_amount?: number | null
  readonly payment_sessions?: readonly MedusaPaymentSession[] | null
}

export interface MedusaPaymentSession {
  readonly id: string
  readonly provider_id: string
  readonly status: string
  readonly data: SessionData | null
}

/** `checkouts`: what the Craftgate plugin tells about the attempts behind this order. */
export function toOrder(order: MedusaOrder, checkouts: readonly MedusaCheckout[]): Order {
  const to = order.shipping_address
  const consent = order.metadata?.consent
  const place = [to?.address_1, to?.city, to?.province, to?.postal_code].filter(Boolean).join(', ')
  return {
    ...totalsOf({ ...order, total: orderedTotal(order) }),
    code: order.custom_display_id ?? String(order.display_id),
    state: orderState(order),
    placedAt: new Date(order.created_at),
    lines: linesOf(order),
    shippingName: order.shipping_methods?.[0]?.name,
    recipient: [to?.first_name, to?.last_name].filter(Boolean).join(' ') || undefined,
    address: place || undefined,
    consent: consent && { ...consent, at: new Date(consent.at) },
    payments: order.payment_collections.map((collection) => toPayment(collection, checkouts)),
  }
}

export const referencesOf = ({ payment_collections }: MedusaOrder): readonly string[] =>
  payment_collections.flatMap(referencesIn)

/** What was ordered; refunds are told beside it. */
function orderedTotal({ total, credit_line_total, summary }: MedusaOrder): number {
  return credit_line_total > 0 ? summary.original_order_total : total
}

const FULFILLED: Readonly<Record<string, Order['state']>> = {
  delivered: 'delivered',
  partially_delivered: 'delivered',
  shipped: 'shipped',
  partially_shipped: 'shipped',
}

const PAID: Readonly<Record<string, Order['state']>> = {
  authorized: 'authorized',
  partially_authorized: 'authorized',
  captured: 'paid',
  partially_captured: 'paid',
  refunded: 'paid',
  partially_refunded: 'paid',
}

export function orderState({
  status,
  fulfillment_status,
  payment_status,
}: Pick<MedusaOrder, 'status' | 'fulfillment_status' | 'payment_status'>): Order['state'] {
  if (status === 'canceled') return 'cancelled'
  return FULFILLED[fulfillment_status] ?? PAID[payment_status] ?? 'open'
}

function toPayment(collection: MedusaPaymentCollection, checkouts: readonly MedusaCheckout[]): OrderPayment {
  const references = referencesIn(collection)
  const checkout = checkouts.find(({ reference }) => references.includes(reference))
  const { amount, refunded_amount: refunded, currency_code } = collection
  return {
    ...(checkout && cardFacts(checkout)),
    id: collection.id,
    amount: priceOf(amount, currency_code),
    state: checkout && stateOf(checkout) === 'in-review' ? 'in-review' : paymentState(collection),
    refunded: refunded ? priceOf(refunded, currency_code) : undefined,
  }
}

function paymentState(collection: MedusaPaymentCollection): OrderPayment['state'] {
  if (collection.captured_amount) return 'paid'
  if (collection.status === 'canceled') return 'cancelled'
  return collection.authorized_amount ? 'authorized' : 'declined'
}

function referencesIn({ payment_sessions }: MedusaPaymentCollection): readonly string[] {
  return (payment_sessions ?? []).flatMap(({ data }) => data?.reference ?? [])
}
