import type { PaymentBody } from '../session-requests/bodies'

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
