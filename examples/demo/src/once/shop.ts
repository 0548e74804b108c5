// A shop as its customer and its merchant see it, through its public APIs only. Amounts are in kuruş.

export interface OnceShop {
  readonly name: string
  /** Where its customers come back to after paying. */
  readonly storefrontUrl: string | undefined
  /** Somebody new. */
  customer(): Customer
  merchant(): Promise<Merchant>
}

export interface Basket {
  /** SKU -> pieces. */
  readonly goods: Readonly<Record<string, number>>
  readonly coupon?: string
  readonly shipping: 'standard' | 'free'
}

export interface Begun {
  readonly reference: string
  readonly payLink: string
}

/** What the customer is told of an order after paying. */
export interface Bought {
  /** What the merchant finds the order by. */
  readonly order: string
  /** The number that people say. */
  readonly number: string
  readonly total: number
  readonly installment: number
  /** What the card was charged. */
  readonly paidPrice: number
  readonly interest: number
  /** E.g. "Bonus Visa •••• 0002", "Papara". */
  readonly paidWith: string
}

export interface Customer {
  /** Fills the cart, says where to send it, and how. Returns what is to be paid. */
  fill(basket: Basket): Promise<number>
  begin(phase: 'AUTH' | 'PRE_AUTH'): Promise<Begun>
  bought(reference: string): Promise<Bought>
}

/** What the merchant sees of an order. */
export interface Sale {
  readonly state: 'authorized' | 'paid' | 'other'
  readonly authorized: number
  readonly captured: number
  readonly refunded: number
}

export type Refund =
  | { readonly done: true; readonly amount: number }
  | { readonly done: false; readonly refusal: string }

export interface Merchant {
  sale(order: string): Promise<Sale>
  capture(order: string): Promise<void>
  /** As much as this shop gives back for one of the two mugs. */
  refundMug(order: string): Promise<Refund>
  refund(order: string, amount: number): Promise<Refund>
}
