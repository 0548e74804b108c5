import type { OrderView, ShopperView } from '../store'
import type { Checkout, Order } from './shopify-api'

/** What the app's page of a payment tells, as far as the table reads it. */
export interface PaymentView {
  readonly syncStatus: string | null
  readonly lastError: string | null
  readonly attempts: readonly { readonly state: string; readonly paymentIds?: readonly number[] }[]
  readonly craftgate: {
    readonly paymentId: number
    readonly installment?: number
    readonly lastFour?: string
  } | null
  readonly sessions: readonly { readonly id: string; readonly lastError: string | null }[]
}

const NOTHING = { authorized: 0, paid: 0, refunded: 0, refundPending: 0, payments: [] }

export function orderView({ total, order }: Checkout, paymentView: PaymentView | undefined): OrderView {
  if (!order) return { state: 'open', total, ...NOTHING }
  const { captured: paid, refunded, refundPending, financialStatus } = order
  // A capture of less releases the rest at the bank.
  const authorized = paid > 0 ? 0 : order.authorized + order.pendingAmount
  const voided = financialStatus === 'voided'
  return {
    state: voided ? 'cancelled' : paid > 0 ? 'paid' : authorized > 0 ? 'authorized' : 'open',
    total: order.amount,
    authorized,
    paid,
    refunded,
    refundPending,
    payments: paymentView ? [paymentOf(order, paymentView)] : [],
  }
}

function paymentOf({ sessionId, amount, captured, financialStatus }: Order, { craftgate }: PaymentView) {
  return {
    id: sessionId,
    state: captured > 0 ? 'Settled' : financialStatus === 'voided' ? 'Cancelled' : 'Authorized',
    amount,
    craftgateId: craftgate?.paymentId,
    installment: craftgate?.installment,
    lastFour: craftgate?.lastFour,
  }
}

const UNEXPECTED = ['refunding', 'refunded', 'needs-review'] as const

/** Shopify's pages tell a shopper of an order or of a refusal; what became of an unexpected payment the merchant tells them. */
export function shopperView(checkout: Checkout, reference: string, { attempts }: PaymentView): ShopperView {
  const session = checkout.sessions.find(({ id }) => id === reference)
  if (!session) throw new Error(`Shopify has no session ${reference}`)
  const unexpected = UNEXPECTED.find((state) => state === attempts.at(-1)?.state)
  if (unexpected) return { outcome: unexpected }
  switch (session.state) {
    case 'resolved':
      return { outcome: (checkout.order?.captured ?? 0) > 0 ? 'paid' : 'authorized' }
    case 'pending':
      return { outcome: attempts.at(-1)?.state === 'open' ? 'waiting' : 'review' }
    case 'rejected':
      return { outcome: 'declined', message: session.merchantMessage }
    case 'open':
      return { outcome: attempts.at(-1)?.state === 'expired' ? 'expired' : 'waiting' }
  }
}
