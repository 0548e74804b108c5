import type { Address, Checkout } from '../checkouts/checkout'
import type { PricedCheckout } from '../checkouts/price-checkout'
import { decimalText } from '../money/decimal-text'

// Bodies of Shopify's posts to the app, field by field (platforms/shopify.md 1.4 and 1.5).

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

/** Of a refund or capture; a void has neither amount nor currency. */
export interface TransactionBody {
  readonly id: string
  readonly gid: string
  /** Id of the original payment session, of captured payments too. */
  readonly payment_id: string
  readonly amount?: string
  readonly currency?: string
  readonly test: boolean
  readonly merchant_locale: string
  readonly proposed_at: string
}

export interface PaymentFacts extends Pick<PaymentBody, 'id' | 'gid' | 'kind' | 'test' | 'merchant_locale'> {
  readonly proposed_at: string
  readonly cancelUrl: string
}

export function paymentBody(checkout: Checkout, priced: PricedCheckout, facts: PaymentFacts): PaymentBody {
  const { currency, group } = checkout
  const { cancelUrl, kind, proposed_at, id, gid, ...rest } = facts
  return {
    ...{ id, gid, group, session_id: checkout.sessionId },
    ...{ amount: decimalText(priced.total, currency), currency, ...rest },
    payment_method: { type: 'offsite', data: { cancel_url: cancelUrl } },
    ...{ proposed_at, kind },
    customer: customerOf(checkout, priced.method !== undefined),
    transaction_metadata: {
      shipping: { price: decimalText(priced.shipping, currency), discount: decimalText(0, currency) },
      tax_amount: decimalText(0, currency),
      order_level_discount: decimalText(priced.discount, currency),
      localized_fields: [],
    },
  }
}

/** Digital goods are not sent anywhere: without a shipping method there is no shipping address. */
function customerOf({ customer, locale }: Checkout, shipped: boolean): PaymentBody['customer'] {
  const { email, phone, address } = customer
  if (!email && !phone) return undefined
  return {
    ...(email ? { email } : {}),
    ...(phone ? { phone_number: phone } : {}),
    locale: locale === 'tr' ? 'tr-TR' : 'en-US',
    billing_address: address,
    ...(shipped ? { shipping_address: address } : {}),
  }
}
