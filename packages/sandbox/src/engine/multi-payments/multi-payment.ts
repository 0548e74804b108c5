import type { CheckoutInput } from '../checkouts/checkout'

/** One part: the page that it is paid on, and what of each item it pays, in the order of the items. */
export interface PaymentPart {
  readonly checkoutToken: string
  readonly amount: number
  readonly prices: readonly number[]
  readonly sellerPrices: readonly number[]
}

/**
 * A sum that is paid in parts (developer.craftgate.io/api/payment/multi-payments). Amounts are minor units, dates
 * milliseconds of the sandbox clock.
 */
export interface MultiPayment {
  readonly id: number
  readonly merchant: string
  readonly token: string
  readonly createdAt: number
  expiresAt: number
  readonly maximumSplitPaymentCount?: number
  /** What the page of each part is opened with; the price is the whole. */
  readonly page: CheckoutInput
  readonly parts: PaymentPart[]
  end?: 'COMPLETED' | 'EXPIRED'
  /** The shopper was sent back to the merchant. */
  returned?: true
}
