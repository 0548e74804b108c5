// How an attempt to pay stands, as the Craftgate plugin tells it at /store/craftgate/checkouts/:reference.
import { isZero, type Price } from '../../money/price'
import type { OrderPayment } from '../shop-backend'

export interface MedusaCheckout {
  readonly reference: string
  readonly outcome: string
  /** Told to whoever knows the cart. */
  readonly cart_id: string | null
  readonly order_id: string | null
  /** The number that people read; null while no order is placed. */
  readonly order_display_id: number | null
  /** Decimal text, as all amounts here. */
  readonly amount: string
  readonly currency_code: string
  readonly decline_message: string | null
  readonly installment?: number | null
  readonly paid_price?: string | null
  readonly interest?: string | null
  readonly paid_with?: string | null
  readonly card_family?: string | null
  readonly card_association?: string | null
  readonly last_four?: string | null
  readonly three_ds?: boolean | null
}

/** What the plugin keeps in a payment session for the browser. */
export interface SessionData {
  readonly reference?: string
  /** Absent where the money passes Craftgate by. */
  readonly pay_link?: string
}

type PaymentState =
  | 'waiting'
  | 'paid'
  | 'authorized'
  | 'in-review'
  | 'declined'
  | 'expired'
  | 'refunding'
  | 'refunded'
  | 'needs-review'

const STATES: Readonly<Record<string, PaymentState>> = {
  paid: 'paid',
  authorized: 'authorized',
  in_review: 'in-review',
  declined: 'declined',
  expired: 'expired',
  refunding: 'refunding',
  refunded: 'refunded',
  needs_review: 'needs-review',
}

const PLACED: readonly PaymentState[] = ['paid', 'authorized', 'in-review']
const OVER: readonly PaymentState[] = ['declined', 'expired', 'refunding', 'refunded', 'needs-review']

/** The shopper may pay at its page, or has paid there; another page would make this one worthless. */
export const isUsable = (checkout: MedusaCheckout): boolean => !OVER.includes(stateOf(checkout))

export function cardFacts(checkout: MedusaCheckout): Partial<OrderPayment> {
  const interest = checkout.interest ? textPrice(checkout.interest, checkout) : undefined
  return {
    installment: checkout.installment ?? undefined,
    paidWith: checkout.paid_with ?? undefined,
    cardFamily: checkout.card_family ?? undefined,
    cardAssociation: checkout.card_association ?? undefined,
    lastFour: checkout.last_four ?? undefined,
    threeDS: checkout.three_ds ?? undefined,
    paidPrice: checkout.paid_price ? textPrice(checkout.paid_price, checkout) : undefined,
    interest: interest && !isZero(interest) ? interest : undefined,
  }
}

/** Money that has no order yet is still on its way to one. */
export function stateOf({ outcome, order_display_id }: MedusaCheckout): PaymentState {
  const state = STATES[outcome] ?? 'waiting'
  return PLACED.includes(state) && order_display_id === null ? 'waiting' : state
}

const textPrice = (decimal: string, { currency_code }: MedusaCheckout): Price => ({
  decimal,
  currency: currency_code.toUpperCase(),
})
