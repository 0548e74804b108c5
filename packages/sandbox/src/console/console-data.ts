/** Amounts are decimal texts, moments are ISO 8601 in sandbox time. */
export interface ConsoleData {
  readonly url: string
  readonly now: string
  /** 1 is the wall clock, 0 stands still. */
  readonly timeScale: number
  readonly merchants: readonly MerchantKeys[]
  readonly payments: readonly PaymentLine[]
  readonly checkouts: readonly CheckoutLine[]
  readonly refunds: readonly RefundLine[]
  readonly webhooks: readonly WebhookLine[]
  readonly requests: readonly RequestLine[]
  readonly faultSettings: ConsoleSwitches
}

export interface MerchantKeys {
  readonly name: string
  readonly apiKey: string
  readonly secretKey: string
  readonly callbackKey: string
  readonly webhookKey: string
  readonly webhookUrl?: string
}

export interface PaymentLine {
  readonly id: number
  readonly at: string
  readonly price: string
  readonly paidPrice: string
  readonly currency: string
  readonly installment: number
  readonly status: string
  readonly phase: string
  readonly refundStatus?: string
  readonly cardBrand?: string
  readonly lastFour?: string
  readonly method: string
  readonly threeDS: boolean
  readonly source: string
  readonly conversationId?: string
  readonly fraudAction?: string
  /** Error group or code of a failed payment. */
  readonly error?: string
}

export interface CheckoutLine {
  readonly token: string
  readonly at: string
  readonly expiresAt: string
  readonly price: string
  readonly currency: string
  readonly state: string
  readonly externalId?: string
  readonly pageUrl: string
}

export interface RefundLine {
  readonly id: number
  readonly at: string
  readonly paymentId: number
  readonly transactionId?: number
  readonly amount: string
  readonly currency: string
  readonly kind: string
  readonly status: string
  readonly conversationId?: string
}

export interface WebhookLine {
  readonly id: string
  readonly at: string
  readonly eventType: string
  readonly status: string
  readonly payloadId: string
  readonly state: string
  /** When the next attempt is due, while there is one. */
  readonly dueAt?: string
  readonly deliveries: readonly DeliveryLine[]
}

export interface DeliveryLine {
  readonly at: string
  readonly url: string
  readonly status?: number
  readonly error?: string
  readonly ms: number
}

export interface RequestLine {
  readonly at: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly ms: number
  /** What the answer said was wrong, or the fault that ate it. */
  readonly note?: string
}

/** Switches that stay on until turned off. */
export const switchNames = [
  'dropCallbacks',
  'duplicateCallbacks',
  'dropWebhooks',
  'duplicateWebhooks',
  'reorderWebhooks',
  'pauseWebhooks',
] as const

export type SwitchName = (typeof switchNames)[number]

export interface ConsoleSwitches extends Readonly<Record<SwitchName, boolean>> {
  readonly nextPayment?: string
  readonly nextRefund?: string
  /** Faults waiting for their request, in words. */
  readonly faults: readonly string[]
}
