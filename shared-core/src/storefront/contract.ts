// The JSON that a storefront asks a shop for, the same from every shop: `@craftgate-commerce/storefront` draws it, and so may
// a page of your own. Version 1: fields may be added to it, none is taken away or gets another meaning.

import type { MethodGroup } from '../methods/method'

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

/** GET …/v1/loan-offers: what the shopping loans of the shop cost, of those lenders that tell it before an application. */
export interface StorefrontLoanOffers {
  readonly version: typeof STOREFRONT_VERSION
  /** What the offers are of. */
  readonly price: StorefrontMoney
  /** See `StorefrontInstallments.exact`. */
  readonly exact: boolean
  readonly lenders: readonly StorefrontLender[]
}

export interface StorefrontLender {
  /** Craftgate's name: MASLAK, ZIP, PAYCELL. */
  readonly method: string
  /** For people, in the language of the request. */
  readonly name: string
  /** One, of the lender itself, where it lends its own money. */
  readonly banks: readonly StorefrontLoanBank[]
}

export interface StorefrontLoanBank {
  readonly name?: string
  /** By months, the fewest first. Empty for a bank that tells its plans on its own page alone. */
  readonly plans: readonly StorefrontLoanPlan[]
}

/** Amounts are decimal text in the currency of the price. */
export interface StorefrontLoanPlan {
  readonly months: number
  /** What the shopper pays each month. */
  readonly each: string
  /** What the shopper pays in all. */
  readonly total: string
  /** What the shopper pays above the price. */
  readonly interest: string
}

/**
 * How an attempt to pay stands.
 * - `open`: nobody has paid; the shopper left the payment page, or is still there.
 * - `waiting`: Craftgate could not be asked now.
 * - `bank-decides`: the shopper has done his part at the bank, which has not said yet whether it pays. Nobody pays again.
 * - `awaiting-funds`: the money comes later (bank transfer, shopping loan, on delivery); the order is placed.
 * - `paid-otherwise`: this attempt paid for nothing, and its order is placed all the same.
 * - `refunding`, `refunded`: the money came, and no order could take it. `needs-review`: the merchant decides about it.
 */
export type StorefrontPaymentState =
  | 'open'
  | 'waiting'
  | 'bank-decides'
  | 'awaiting-funds'
  | 'paid'
  | 'authorized'
  | 'in-review'
  | 'declined'
  | 'expired'
  | 'paid-otherwise'
  | 'refunding'
  | 'refunded'
  | 'needs-review'

/** What was paid, and how. Amounts are decimal text in the currency of the price. */
export interface StorefrontPaid {
  /** What the card is charged (or holds, of an authorization), interest included. */
  readonly amount: string
  /** Instalment interest in it; absent when there is none. */
  readonly interest?: string
  /** How many instalments; 1 is a single payment. */
  readonly installment?: number
  /** Craftgate's name: CARD, PAPARA … */
  readonly method?: string
  /** How it was paid, for people, in the language of the request: Papara, Bonus Visa •••• 0002. */
  readonly paidWith?: string
  /** The part that was paid in points of the card. */
  readonly pointsUsed?: string
  /** The part that the shopper's wallet paid. */
  readonly walletShare?: string
  readonly cardFamily?: string
  readonly cardAssociation?: string
  readonly lastFour?: string
}

/** A placed order, told to the shopper who placed it alone. */
export interface StorefrontOrder {
  /** What the shop's own API finds it by: Medusa's id, Vendure's code. */
  readonly id: string
  /** What people read. */
  readonly number: string
}

/** GET …/v1/payments/:reference, for whoever holds the reference of an attempt to pay. Nothing in it is personal. */
export interface StorefrontPayment {
  readonly version: typeof STOREFRONT_VERSION
  readonly reference: string
  readonly state: StorefrontPaymentState
  /** What is to be paid, without interest. */
  readonly price: StorefrontMoney
  /** Why the last card or wallet was declined and what to do, for people, in the language of the request. */
  readonly declined?: string
  /** Where the shopper sends the money of `awaiting-funds`, in the shop's own words. */
  readonly instructions?: string
  readonly paid?: StorefrontPaid
  /** What went back to the shopper by now, with his share of the interest. */
  readonly refunded?: StorefrontMoney
  readonly order?: StorefrontOrder
}

/** GET …/v1/methods: what a shopper may choose from, in the shop's order. */
export interface StorefrontMethods {
  readonly version: typeof STOREFRONT_VERSION
  readonly methods: readonly StorefrontMethod[]
}

/** card, wallet, meal-or-gift-card, bank-app, transfer, shopping-loan, carrier-billing, cash */
export type StorefrontMethodGroup = MethodGroup

export interface StorefrontMethod {
  /** Unique in this answer, and the same in the next. */
  readonly id: string
  /** What the shop's own API begins the payment with: Medusa's provider id, Vendure's code of a payment method. */
  readonly entry?: string
  /** What `method=` of the pay link names, by Craftgate's name; absent: the payment page, with all that it offers. */
  readonly method?: string
  readonly group: StorefrontMethodGroup
  /** For people, in the language of the request, as is `explanation`: one line. */
  readonly name: string
  readonly explanation: string
  /** The money is only held, and taken later. */
  readonly isHeld: boolean
  /** The order is placed now, and paid past Craftgate; there is no pay link. */
  readonly isPaidLater: boolean
}

/** A card that the logged-in customer let Craftgate store. Its `id` says nothing at Craftgate. */
export interface StorefrontCard {
  readonly id: string
  /** As the customer named it. */
  readonly name?: string
  readonly lastFour?: string
  readonly cardFamily?: string
  readonly cardAssociation?: string
  readonly bank?: string
  /** 12/2030 */
  readonly expiry?: string
  readonly expired: boolean
}

/** GET …/v1/cards, and what is left after DELETE …/v1/cards/:id or POST …/v1/cards/:id `{ "name": "…" }`. */
export interface StorefrontCards {
  readonly version: typeof STOREFRONT_VERSION
  readonly cards: readonly StorefrontCard[]
}

/** GET …/v1/wallets?page=0: those of the logged-in customer, one for each account of the shop where he has one. */
export interface StorefrontWallets {
  readonly version: typeof STOREFRONT_VERSION
  readonly wallets: readonly StorefrontWallet[]
}

export interface StorefrontWallet {
  readonly balance: StorefrontMoney
  /** The newest first; 25 a page. */
  readonly moves: readonly StorefrontWalletMove[]
  /** Of all pages. */
  readonly moveCount: number
}

export interface StorefrontWalletMove {
  /** ISO 8601. */
  readonly at?: string
  /** Why, for people, in the language of the request. */
  readonly name: string
  /** Craftgate's: PAYMENT_REDEEM, DEPOSIT_FROM_CARD … */
  readonly type: string
  /** Decimal text; below zero for money that left the wallet. */
  readonly amount: string
}

/** POST …/v1/wallets/top-up `{ "amount": "250.00", "currency": "TRY" }`: the page on which the customer fills his wallet. */
export interface StorefrontTopUp {
  readonly version: typeof STOREFRONT_VERSION
  readonly url: string
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
  | 'no-payment'
  | 'bad-subject'
  | 'bad-bin'
  | 'bad-amount'
  | 'bad-name'
  | 'bad-body'
  | 'log-in'
  | 'no-card'
  | 'card-not-renamed'
  | 'no-wallets'
  | 'incomplete-account'
  | 'not-sold'
  | 'nothing-to-pay'
  | 'refused'
  | 'too-many-questions'
  | 'unavailable'
