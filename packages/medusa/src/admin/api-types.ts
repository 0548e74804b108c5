// What the plugin's admin routes answer. Amounts are decimal text; moments are ISO 8601.

export type Decimal = `${number}`

export const CHECKOUT_STATES = [
  'created',
  'open',
  'review',
  'authorized',
  'captured',
  'expired',
  'refunding',
  'refunded',
  'needs-review',
] as const

export type CheckoutState = (typeof CHECKOUT_STATES)[number]

/** One attempt to pay. */
export interface Checkout {
  readonly reference: string
  readonly attempt: number
  /** A merchant of the options in an environment; payment numbers are its own. */
  readonly account: string
  readonly phase: 'AUTH' | 'PRE_AUTH'
  readonly state: CheckoutState
  readonly price: Decimal
  readonly currency_code: string
  readonly craftgate_payment_id: number | null
  /** All of an attempt that was paid by several; the first is `craftgate_payment_id`. */
  readonly craftgate_payment_ids: readonly number[]
  readonly started_at: string
  readonly changed_at: string
  readonly expires_at: string | null
  readonly note: string | null
}

/** A capture, void, refund, or the approval of a seller's share, written down before it was sent. */
export interface Operation {
  readonly key: string
  readonly kind: 'capture' | 'void' | 'refund' | 'approve' | 'disapprove'
  readonly state: 'planned' | 'unknown' | 'waiting' | 'done' | 'failed'
  readonly amount: Decimal
  readonly cancelled: boolean | null
  /** Craftgate's, as `81,82`; empty when there is none. */
  readonly refund_ids: string
  readonly error_code: string | null
  readonly error_message: string | null
  readonly created_at: string
  readonly updated_at: string
}

export interface CheckoutEvent {
  readonly at: string
  readonly state: CheckoutState
  readonly note: string | null
}

/** One item of a payment. */
export interface Transaction {
  readonly id: number
  readonly external_id: string | null
  /** What the shopper bought; null when the cart is gone. */
  readonly name: string | null
  readonly price: Decimal
  readonly paid_price: Decimal
  readonly status: string
  readonly refundable: Decimal
}

/** What stands in our own records. */
interface RecordedPayment {
  readonly payment_id: string
  readonly craftgate_payment_id: number
  readonly operations: readonly Operation[]
  readonly checkout: Checkout
  readonly timeline: readonly CheckoutEvent[]
  readonly panel_url: string | null
}

/** What Craftgate says of a payment now. */
export interface PaymentFacts {
  readonly currency_code: string
  readonly price: Decimal
  readonly paid_price: Decimal
  readonly interest: Decimal | null
  readonly campaign: Decimal | null
  readonly installment: number
  readonly phase: 'AUTH' | 'PRE_AUTH' | 'POST_AUTH'
  readonly three_ds: boolean | null
  readonly method: string | null
  readonly paid_with: { readonly tr: string; readonly en: string }
  readonly provider: string | null
  readonly bank_app: string | null
  readonly points_used: Decimal | null
  readonly wallet_share: Decimal | null
  /** Null: not known, which is not 0; and before a capture. */
  readonly bank_commission: Decimal | null
  readonly bank_commission_rate: Decimal | null
  /** What the bank pays, before anything is refunded. */
  readonly expected_payout: Decimal | null
  readonly seller_shares: Decimal | null
  readonly blockage_resolved_at: string | null
  readonly fraud_score: number | null
  readonly card_type: string | null
  readonly bank: string | null
  readonly bin: string | null
  readonly last_four: string | null
  readonly pos: string | null
  readonly fraud: 'REVIEW' | 'BLOCK' | null
  readonly auth_code: string | null
  readonly transactions: readonly Transaction[]
}

export interface KnownPayment extends RecordedPayment, PaymentFacts {}

/** Craftgate could not be asked; `unavailable` says why. */
export interface UnavailablePayment extends RecordedPayment {
  readonly unavailable: string
}

export type Payment = KnownPayment | UnavailablePayment

export interface OrderPayments {
  /** IANA name of the zone whose clock the shop goes by. */
  readonly time_zone: string
  readonly payments: readonly Payment[]
  /** Attempts whose money no order could take. */
  readonly unexpected: readonly Checkout[]
}

export interface CheckoutPage {
  /** IANA name of the zone whose clock the shop goes by. */
  readonly time_zone: string
  readonly checkouts: readonly Checkout[]
  readonly count: number
  readonly limit: number
  readonly offset: number
}

/** What waits for a person; kinds of which nothing waits are left out. */
export interface Attention {
  readonly count: number
  readonly kinds: readonly { readonly kind: string; readonly title: string; readonly count: number }[]
}

export interface ReconcileReport {
  readonly checkouts: number
  readonly operations: number
  readonly problems: readonly string[]
}
