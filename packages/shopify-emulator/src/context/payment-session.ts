import type { Address } from './checkout'

export type PaymentState = 'open' | 'pending' | 'resolved' | 'rejected'

/** One attempt to pay a checkout. */
export interface PaymentSession {
  readonly id: string
  readonly gid: string
  readonly shop: string
  readonly checkoutId: string
  readonly group: string
  /** Minor units, as the checkout cost when the buyer pressed pay. */
  readonly amount: number
  readonly currency: string
  readonly kind: 'sale' | 'authorization'
  readonly test: boolean
  readonly createdAt: number
  state: PaymentState
  /** Shopify has read the app's answer to the start request. */
  startAnswered: boolean
  /** Every try to tell the app has failed. */
  undelivered?: boolean
  redirectUrl?: string
  reason?: string
  merchantMessage?: string
  source?: string
  nextActionUrl?: string
  pendingReason?: string
  pendingExpiresAt?: string
  authorizationExpiresAt?: string
  /** States after "open", oldest first. */
  readonly history: StateChange<PaymentState>[]
  readonly body: PaymentBody
}

export interface StateChange<State> {
  readonly state: State
  readonly at: number
}

export const isFinal = ({ state }: PaymentSession): boolean => state === 'resolved' || state === 'rejected'

/** What Shopify posts to the app of a payment session, field by field (shopify.dev, offsite payments extension). */
export interface PaymentBody {
  readonly id: string
  readonly gid: string
  readonly group: string
  readonly session_id: string
  readonly amount: string
  readonly currency: string
  readonly test: boolean
  readonly merchant_locale: string
  readonly payment_method: { readonly type: 'offsite'; readonly data: { readonly cancel_url: string } }
  readonly proposed_at: string
  readonly kind: 'sale' | 'authorization'
  /** Shopify names a customer by email or phone, or not at all. */
  readonly customer?: {
    readonly email?: string
    readonly phone_number?: string
    readonly locale: string
    readonly billing_address: Address
    readonly shipping_address?: Address
  }
  readonly transaction_metadata: {
    readonly shipping: { readonly price: string; readonly discount: string }
    readonly tax_amount: string
    readonly order_level_discount: string
    readonly localized_fields: readonly []
  }
}
