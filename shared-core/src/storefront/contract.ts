// The JSON that a storefront asks a shop for, the same from every shop: `@craftgate-commerce/storefront` draws it, and so may
// a page of your own. Version 1: fields may be added to it, none is taken away or gets another meaning.

import type { MethodGroup } from '../methods/method'

/** Raised when a field is taken away or means something else; the address has it too: …/v1/installments. */
export const STOREFRONT_VERSION = 1

/** An amount of money. */
export interface StorefrontMoney {
  /** Decimal text in the currency's own digits: 1249.90 TRY, 1250 JPY, 1.250 KWD. */
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
  /** Which issued the card, where its first digits were named. */
  readonly bank?: string
  /** VISA, MASTER_CARD, AMEX, TROY … */
  readonly cardAssociation?: string
  /** CREDIT_CARD, DEBIT_CARD, PREPAID_CARD */
  readonly cardType?: string
  /** A company's card, which pays by other terms than a person's. */
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
  /** One for each card family; none where the shop sells in no instalments. */
  readonly tables: readonly StorefrontInstallmentTable[]
}

/** GET …/v1/loan-offers: what the shopping loans of the shop cost, of those lenders that tell it before an application. */
export interface StorefrontLoanOffers {
  readonly version: typeof STOREFRONT_VERSION
  /** What the offers are of. */
  readonly price: StorefrontMoney
  /** See `StorefrontInstallments.exact`. */
  readonly exact: boolean
  /** None where the shop offers no shopping loan. */
  readonly lenders: readonly StorefrontLender[]
}

/** A lender among the ways to pay of the shop. */
export interface StorefrontLender {
  /** Craftgate's name: MASLAK, ZIP, PAYCELL. */
  readonly method: string
  /** For people, in the language of the request. */
  readonly name: string
  /** One, of the lender itself, where it lends its own money. */
  readonly banks: readonly StorefrontLoanBank[]
}

/** A bank that lends by this lender. */
export interface StorefrontLoanBank {
  /** Absent for the lender itself. */
  readonly name?: string
  /** By months, the fewest first. Empty for a bank that tells its plans on its own page alone. */
  readonly plans: readonly StorefrontLoanPlan[]
}

/** Amounts are decimal text in the currency of the price. */
export interface StorefrontLoanPlan {
  /** How long. */
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
 * - `paid`, `authorized`: the money was taken, or is held.
 * - `in-review`: the merchant looks for fraud before the order goes on.
 * - `declined`: the last card or wallet was; the shopper may pay again.
 * - `expired`: nobody paid in time.
 * - `refunding`, `refunded`: the money came, and no order could take it.
 * - `needs-review`: money that no order could take, and the merchant decides about it.
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
  /** Bonus, World … */
  readonly cardFamily?: string
  /** VISA, MASTER_CARD … */
  readonly cardAssociation?: string
  /** The last four digits of the card. */
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
  /** Of the attempt to pay, as it was asked. */
  readonly reference: string
  /** See `StorefrontPaymentState`. */
  readonly state: StorefrontPaymentState
  /** What is to be paid, without interest. */
  readonly price: StorefrontMoney
  /** Why the last card or wallet was declined and what to do, for people, in the language of the request. */
  readonly declined?: string
  /** Where the shopper sends the money of `awaiting-funds`, in the shop's own words. */
  readonly instructions?: string
  /** Absent until money came. */
  readonly paid?: StorefrontPaid
  /** What went back to the shopper by now, with his share of the interest. */
  readonly refunded?: StorefrontMoney
  /** Once it is placed, for whoever is known to have placed it. */
  readonly order?: StorefrontOrder
}

/** GET …/v1/methods: what a shopper may choose from, in the shop's order. */
export interface StorefrontMethods {
  readonly version: typeof STOREFRONT_VERSION
  /** In the order of the shop's checkout. */
  readonly methods: readonly StorefrontMethod[]
}

/** card, wallet, meal-or-gift-card, bank-app, transfer, shopping-loan, carrier-billing, cash */
export type StorefrontMethodGroup = MethodGroup

/** One choice of the shopper's. */
export interface StorefrontMethod {
  /** Unique in this answer, and the same in the next. */
  readonly id: string
  /** What the shop's own API begins the payment with: Medusa's provider id, Vendure's code of a payment method. */
  readonly entry?: string
  /** What `method=` of the pay link names, by Craftgate's name; absent: the payment page, with all that it offers. */
  readonly method?: string
  /** What kind of a way it is. */
  readonly group: StorefrontMethodGroup
  /** For people, in the language of the request, as is `explanation`: one line. */
  readonly name: string
  /** What the shopper will do, in one line. */
  readonly explanation: string
  /** The money is only held, and taken later. */
  readonly isHeld: boolean
  /** The order is placed now, and paid past Craftgate; there is no pay link. */
  readonly isPaidLater: boolean
}

/** A card that the logged-in customer let Craftgate store. Its `id` says nothing at Craftgate. */
export interface StorefrontCard {
  /** What /cards/:id is asked by. */
  readonly id: string
  /** As the customer named it. */
  readonly name?: string
  /** The last four digits. */
  readonly lastFour?: string
  /** Bonus, World … */
  readonly cardFamily?: string
  /** VISA, MASTER_CARD … */
  readonly cardAssociation?: string
  /** Which issued it. */
  readonly bank?: string
  /** 12/2030 */
  readonly expiry?: string
  /** It can be deleted, but not paid with. */
  readonly expired: boolean
}

/** GET …/v1/cards, and what is left after DELETE …/v1/cards/:id or POST …/v1/cards/:id `{ "name": "…" }`. */
export interface StorefrontCards {
  readonly version: typeof STOREFRONT_VERSION
  /** Of all accounts of the shop. */
  readonly cards: readonly StorefrontCard[]
}

/** GET …/v1/wallets?page=0: those of the logged-in customer, one for each account of the shop where he has one. */
export interface StorefrontWallets {
  readonly version: typeof STOREFRONT_VERSION
  /** IANA name of the zone whose clock the shop goes by: of the moments below. */
  readonly timeZone: string
  readonly wallets: readonly StorefrontWallet[]
}

/** Money that the customer has at the shop. */
export interface StorefrontWallet {
  /** What can be spent now. */
  readonly balance: StorefrontMoney
  /** The newest first; 25 a page. */
  readonly moves: readonly StorefrontWalletMove[]
  /** Of all pages. */
  readonly moveCount: number
}

/** Money that came into the wallet or left it. */
export interface StorefrontWalletMove {
  /** When, in ISO 8601. */
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
  /** Craftgate's page, for the browser to open. */
  readonly url: string
}

/** What is answered where there is no answer; its status is that of HTTP. */
export interface StorefrontProblem {
  readonly version: typeof STOREFRONT_VERSION
  /** For programs. */
  readonly error: StorefrontProblemName
  /** For people, in the language of the request. */
  readonly message: string
}

/** Why there is no answer. */
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
