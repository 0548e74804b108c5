// What this storefront asks of a shop. Each shop platform has one implementation in a folder of its own; the pages
// know only this file.
import type { StorefrontMethod } from '@craftgate-commerce/storefront'
import type { Price } from '../money/price'

export type Language = 'tr' | 'en'

export interface Collection {
  readonly slug: string
  readonly name: string
  readonly description: string
}

export interface ProductCard {
  readonly slug: string
  readonly name: string
  readonly picture?: string
  readonly price: Price
  /** There are dearer variants. */
  readonly isFrom: boolean
  readonly inStock: boolean
}

export interface OptionGroup {
  readonly id: string
  readonly name: string
  readonly options: readonly { readonly id: string; readonly name: string }[]
}

export interface Variant {
  readonly id: string
  readonly name: string
  readonly sku: string
  readonly price: Price
  readonly stock: 'in' | 'low' | 'out'
  readonly optionIds: readonly string[]
}

export interface Product {
  readonly slug: string
  readonly name: string
  readonly description: string
  readonly picture?: string
  readonly collection?: Pick<Collection, 'slug' | 'name'>
  readonly groups: readonly OptionGroup[]
  readonly variants: readonly Variant[]
}

export interface OrderLine {
  readonly id: string
  readonly name: string
  readonly productSlug?: string
  readonly picture?: string
  readonly quantity: number
  readonly unitPrice: Price
  /** What the line costs after its own discounts. */
  readonly total: Price
}

export interface Totals {
  readonly subtotal: Price
  readonly shipping: Price
  /** Negative amounts. */
  readonly discounts: readonly { readonly name: string; readonly amount: Price }[]
  readonly total: Price
}

export interface Cart extends Totals {
  readonly code: string
  readonly lines: readonly OrderLine[]
  readonly pieces: number
  readonly coupons: readonly string[]
  readonly shippingOptionId?: string
}

export type CartProblem =
  | 'out-of-stock'
  | 'coupon-unknown'
  | 'coupon-expired'
  | 'coupon-used-up'
  /** The code is good, but gives nothing on this cart. */
  | 'coupon-not-now'
  | 'refused'

export type CartChange =
  | { readonly ok: true; readonly cart: Cart | undefined }
  /** `available`: how many pieces the shop still has. */
  | { readonly ok: false; readonly problem: CartProblem; readonly available?: number }

export interface ShippingOption {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly price: Price
}

/** The shopper's choice, as <craftgate-methods> tells it. */
export type PaymentChoice = Pick<StorefrontMethod, 'id' | 'entry' | 'method' | 'isPaidLater'>

export interface Contact {
  readonly firstName: string
  readonly lastName: string
  readonly email: string
  readonly phone: string
}

export interface Address {
  readonly street: string
  readonly district: string
  readonly province: string
  readonly postalCode: string
  readonly country: string
}

/** Who the invoice is made out to: a company, or whoever orders. */
export interface Invoice {
  readonly address: Address
  /** T.C. kimlik numarası of a person who told it. */
  readonly identityNumber?: string
  readonly company?: {
    readonly name: string
    readonly taxOffice: string
    /** Vergi kimlik numarası. */
    readonly taxNumber: string
  }
}

/** What the shopper agreed to before he pays: the preliminary information and the distance sales contract of this very order. */
export interface Consent {
  /** Of the texts, as the shop's lawyer numbers them. */
  readonly version: string
  readonly at: Date
  /** Both, as the shopper read them. */
  readonly text: string
}

/** Who buys, where the parcel goes, who the invoice is made out to, and what was agreed to. */
export interface Recipient {
  readonly contact: Contact
  readonly address: Address
  readonly invoice: Invoice
  readonly consent: Consent
}

export interface Country {
  readonly code: string
  readonly name: string
}

export type Begun =
  /** The browser goes to `payLink` now; without one the order is placed, and its money is awaited. */
  | { readonly ok: true; readonly payLink?: string; readonly reference: string }
  /** `message` is the shop's own sentence, in the language of the request. */
  | { readonly ok: false; readonly message: string }

export interface OrderPayment {
  readonly id: string
  readonly amount: Price
  readonly state: 'paid' | 'authorized' | 'in-review' | 'declined' | 'cancelled'
  readonly refunded?: Price
  readonly installment?: number
  /** How it was paid, for people; in both languages where the shop was not told which. */
  readonly paidWith?: string | { readonly tr: string; readonly en: string }
  readonly cardFamily?: string
  readonly cardAssociation?: string
  readonly lastFour?: string
  /** What the card is charged, interest included. */
  readonly paidPrice?: Price
  readonly interest?: Price
  readonly threeDS?: boolean
}

export interface Order extends Totals {
  /** The number that people say on the phone; addresses may have another one. */
  readonly code: string
  readonly state: 'open' | 'authorized' | 'paid' | 'shipped' | 'delivered' | 'cancelled'
  readonly placedAt?: Date
  readonly lines: readonly OrderLine[]
  readonly shippingName?: string
  readonly recipient?: string
  readonly address?: string
  readonly consent?: Consent
  readonly payments: readonly OrderPayment[]
}

/** Who is logged in, with the newest orders first. */
export interface Account {
  readonly name: string
  readonly email: string
  readonly orders: readonly AccountOrder[]
}

export interface AccountOrder extends Pick<Order, 'state' | 'placedAt' | 'total'> {
  /** By which `ShopBackend.order` finds it. */
  readonly id: string
  readonly number: string
}

/** How the components of @craftgate-commerce/storefront ask this shop. */
export interface ComponentSettings {
  readonly endpoint: string
  readonly headers: () => Readonly<Record<string, string>>
  /** Where a price of a product is that of a region. */
  readonly region?: string
}

export interface ShopBackend {
  components(): Promise<ComponentSettings>

  collections(): Promise<readonly Collection[]>
  products(filter: { readonly collection?: string }): Promise<readonly ProductCard[]>
  product(slug: string): Promise<Product | undefined>

  cart(): Promise<Cart | undefined>
  add(variantId: string, quantity: number): Promise<CartChange>
  /** Zero takes the line out. */
  setQuantity(lineId: string, quantity: number): Promise<CartChange>
  applyCoupon(code: string): Promise<CartChange>
  removeCoupon(code: string): Promise<CartChange>

  countries(): Promise<readonly Country[]>
  shippingOptions(): Promise<readonly ShippingOption[]>
  chooseShipping(id: string): Promise<CartChange>
  setRecipient(recipient: Recipient): Promise<void>
  /** Begins, or begins again, to pay the cart; places it where it is paid later. Without a choice as it was begun before. */
  beginPayment(choice?: PaymentChoice): Promise<Begun>
  /** False where nobody has this e-mail address and password. */
  logIn(email: string, password: string): Promise<boolean>
  logOut(): Promise<void>
  /** Undefined for a guest. */
  account(): Promise<Account | undefined>

  /** The cart that this browser began to pay, where the shop tells the order to who knows its cart. */
  cartOfPayment(reference: string): string | undefined
  /** By `StorefrontOrder.id`. Undefined when there is none, or it is somebody else's. */
  order(code: string): Promise<Order | undefined>
}
