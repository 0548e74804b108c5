/** A paid, authorized or pending checkout. What of its money moved is counted from its sessions. */
export interface Order {
  readonly id: string
  /** Like "#1001". */
  readonly number: string
  readonly shop: string
  readonly checkoutId: string
  /** Id of the payment session that paid it. */
  sessionId: string
  amount: number
  currency: string
  readonly lines: readonly PricedLine[]
  readonly email?: string
  readonly createdAt: number
}

/** All amounts in minor units of the checkout's currency. */
export interface PricedLine {
  readonly id: string
  readonly sku: string
  readonly title: string
  readonly quantity: number
  readonly unitPrice: number
  /** Of the whole line. */
  readonly price: number
}
