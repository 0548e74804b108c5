export type EventType =
  | 'API_AUTH'
  | 'API_VERIFY_AND_AUTH'
  | 'CHECKOUTFORM_AUTH'
  | 'THREEDS_VERIFY'
  | 'REFUND'
  | 'REFUND_TX'
  | 'BKM_EXPRESS_PAYMENT_NOTIFICATION'
  | 'PAYOUT_COMPLETED'
  | 'AUTOPILOT'
  | 'WALLET_CREATED'
  | 'WALLET_TX_CREATED'
  | 'BANK_ACCOUNT_TRACKING_RECORD'
  | 'BNPL_NOTIFICATION'
  | 'MULTI_PAYMENT_COMPLETED'
  | 'MULTI_PAYMENT_EXPIRED'

/** One attempt to deliver; `status` is the merchant's HTTP status, absent when nobody answered. */
export interface Delivery {
  readonly at: number
  readonly url: string
  readonly status?: number
  readonly error?: string
  readonly ms: number
}

/** pending: more attempts to come. skipped: no address is known. lost: dropped by a fault setting. */
export type EventState = 'pending' | 'delivered' | 'given-up' | 'skipped' | 'lost'

export interface WebhookEvent {
  readonly id: string
  readonly merchant: string
  readonly eventType: EventType
  readonly eventTime: string
  /** Seconds since 1970. */
  readonly eventTimestamp: number
  readonly status: 'SUCCESS' | 'FAILURE'
  readonly payloadId: string
  /** What some types tell beside the id; it is not signed. */
  readonly payload?: Readonly<Record<string, unknown>>
  /** The bare `{token}` that init's merchantWebhookUrl asks for: other address, no signature. */
  readonly tokenOnlyUrl?: string
  dueAt: number
  state: EventState
  readonly deliveries: Delivery[]
}
