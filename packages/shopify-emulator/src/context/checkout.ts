/** Fields of a Shopify address, as session requests carry it. */
export interface Address {
  readonly given_name?: string
  readonly family_name: string
  readonly line1: string
  readonly line2?: string
  readonly city: string
  readonly postal_code?: string
  readonly province?: string
  readonly province_code?: string
  readonly country_code?: string
  readonly phone_number?: string
  readonly company?: string
}

export interface Customer {
  readonly email?: string
  readonly phone?: string
  readonly address: Address
}

export interface CheckoutLine {
  readonly id: string
  readonly sku: string
  quantity: number
}

/** A cart on its way to be paid. What it costs is counted when asked for; sessions keep the amount they began with. */
export interface Checkout {
  readonly id: string
  readonly shop: string
  currency: string
  /** The buyer's language. */
  locale: 'tr' | 'en'
  lines: CheckoutLine[]
  coupon?: string
  shipping?: string
  /** Stronger than the shop's capture setting. */
  readonly kind?: 'sale' | 'authorization'
  customer: Customer
  /** `group` and `session_id` of every session of this checkout. */
  readonly group: string
  readonly sessionId: string
  readonly createdAt: number
}
