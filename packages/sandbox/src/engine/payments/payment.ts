import type { PaymentCard } from '../cards/card'
import type { FraudParams } from '../fraud/fraud-check'
import type { Loan } from '../loans/loan'
import type { Loyalty } from '../loyalty/loyalty'
import type { MethodName } from '../methods/method'

export type PaymentStatus = 'FAILURE' | 'SUCCESS' | 'INIT_THREEDS' | 'CALLBACK_THREEDS' | 'WAITING'
export type PaymentPhase = 'AUTH' | 'PRE_AUTH' | 'POST_AUTH'

/** One basket item of a payment. Amounts are minor units. */
export interface Transaction {
  readonly id: number
  readonly name?: string
  readonly externalId?: string
  readonly price: number
  paidPrice: number
  readonly walletPrice?: number
  subMerchantMemberId?: number
  subMerchantMemberPrice?: number
  /** Days until its money may be paid out, where the item or its seller says other than the POS. */
  readonly blockageDay?: number
  /** When it may be, where the merchant changed that. */
  blockageResolvedAt?: number
  /** The merchant lets the seller be paid. */
  approved?: boolean
  /** A payout has a part of it, so that its approval and its seller stay as they are. */
  payoutStarted?: boolean
}

export interface Failure {
  readonly code: string
  readonly group?: string
  readonly description: { readonly tr: string; readonly en: string }
}

export interface PaymentPos {
  readonly id: number
  readonly alias: string
  readonly name: string
  readonly bankId: number
}

/** One attempt to pay. Amounts are minor units, dates are milliseconds of the sandbox clock. */
export interface Payment {
  readonly id: number
  readonly merchant: string
  readonly createdAt: number
  readonly price: number
  /** What the card is charged; for a captured pre-authorization what was captured. */
  paidPrice: number
  /** What of paidPrice the buyer's wallet paid. */
  readonly walletPrice?: number
  readonly currency: string
  /** Of the charge; where the shopper chooses at a bank's page, one until then. */
  installment: number
  readonly conversationId?: string
  readonly externalId?: string
  readonly orderId: string
  readonly buyerMemberId?: number
  readonly paymentGroup: string
  readonly paymentChannel?: string
  readonly source: 'API' | 'CHECKOUT_FORM' | 'PAY_BY_LINK'
  /** What a merchant's link sold. */
  readonly productId?: number
  readonly checkoutToken?: string
  readonly method: MethodName
  phase: PaymentPhase
  status: PaymentStatus
  readonly threeDS: boolean
  mdStatus?: number
  /** When the bank lets a pre-authorization go that was not captured. */
  readonly holdsUntil?: number
  /** A test keeps the payment in its status, until it is released; `mdStatus` is what the bank will have said. */
  held?: { readonly mdStatus?: number }
  /**
   * What a WAITING payment of another method than a card waits for: the shopper, who is at the provider's page, the
   * money, or the merchant: to complete what the shopper approved, to approve a loan, or to ask for it again. At
   * `decidedAt` the clock decides: somebody took too long, the money comes.
   */
  awaits?: 'shopper' | 'funds' | 'completion' | 'approval' | 'verification'
  decidedAt?: number
  /** When a pre-authorization was captured. */
  capturedAt?: number
  /** Absent where no bank's POS takes the money. */
  pos?: PaymentPos
  /** How often it was tried again, on a second POS. */
  retryCount?: number
  readonly requestedPosAlias?: string
  /** Ten-thousandths of a percent. */
  merchantRate: number
  bankRate: number
  /** Days until the bank pays it out. */
  blockageDay?: number
  marginPercent: number
  /** Absent where nobody pays by card; known once an app has chosen it. */
  card?: PaymentCard
  fraud?: { readonly id: number; readonly ruleId: number; readonly action: 'BLOCK' | 'REVIEW'; open: boolean }
  authCode?: string
  hostReference?: string
  transId?: string
  error?: Failure
  readonly clientIp?: string
  readonly fraudParams?: FraudParams
  /** The reward that pays a part. */
  readonly loyalty?: Loyalty
  /** No sale: it proves a card, and goes back at once. */
  readonly cardVerification?: true
  /** The money goes into the buyer's wallet. */
  readonly deposit?: { readonly walletTransactionId: number }
  /** A lender pays. */
  readonly loan?: Loan
  /** What a test made the API say instead of the truth. */
  tampered?: { readonly price?: number; readonly currency?: string }
  readonly transactions: Transaction[]
}
