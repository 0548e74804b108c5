// The JSON that a storefront asks a shop for, the same from every shop: `@craftgate-commerce/storefront` draws it, and so may
// a page of your own. Version 1: fields may be added to it, none is taken away or gets another meaning.

/** Raised when a field is taken away or means something else; the address has it too: …/v1/installments. */
export const STOREFRONT_VERSION = 1

/** Decimal text in the currency's own digits: 1249.90 TRY, 1250 JPY, 1.250 KWD. */
export interface StorefrontMoney {
  readonly amount: string
  /** ISO 4217. */
  readonly currency: string
}

/** One way to pay in instalments. Amounts are decimal text in the currency of the price. */
export interface StorefrontInstallment {
  /** How many; 1 is a single payment. */
  readonly count: number
  /** What the shopper pays each month. */
  readonly each: string
  /** What the shopper pays in all. */
  readonly total: string
  /** What the shopper pays above the price; below zero where this is cheaper. */
  readonly interest: string
  /** merchant: a campaign, the shopper pays the price or less. nobody: a single payment of the price. */
  readonly fundedBy: 'shopper' | 'merchant' | 'nobody'
}

/** Instalments of one card family, or of one card where the first digits were named. */
export interface StorefrontInstallmentTable {
  /** Bonus, World, Axess, Maximum, CardFinans, Paraf …; absent for cards of no family. */
  readonly cardFamily?: string
  readonly bank?: string
  readonly cardAssociation?: string
  readonly cardType?: string
  readonly commercial: boolean
  /** The payment must use 3D Secure. */
  readonly forceThreeDS: boolean
  /** By count, 1 first. */
  readonly options: readonly StorefrontInstallment[]
}

/** GET …/v1/installments */
export interface StorefrontInstallments {
  readonly version: typeof STOREFRONT_VERSION
  /** What the instalments are of. */
  readonly price: StorefrontMoney
  /**
   * True: the shop's own price, so that the payment page asks for the same to the kuruş. False: the shop was told an amount,
   * and `price` is that amount to its first three digits (1,249.90 is 1,250).
   */
  readonly exact: boolean
  readonly tables: readonly StorefrontInstallmentTable[]
}

/** What is answered where there is no answer; its status is that of HTTP. */
export interface StorefrontProblem {
  readonly version: typeof STOREFRONT_VERSION
  readonly error: StorefrontProblemName
  /** For people, in the language of the request. */
  readonly message: string
}

export type StorefrontProblemName =
  | 'not-found'
  | 'bad-subject'
  | 'bad-bin'
  | 'bad-amount'
  | 'not-sold'
  | 'nothing-to-pay'
  | 'refused'
  | 'too-many-questions'
  | 'unavailable'
