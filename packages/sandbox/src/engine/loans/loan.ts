import type { MethodName } from '../methods/method'

/**
 * What a loan's payment still needs (developer.craftgate.io/api, Alışveriş Kredisi Ödeme Yöntemleri Ek Aksiyonlar).
 * REDIRECT_TO_URL is the fifth: the shopper has not been to the lender yet.
 */
export type LoanAction = 'NONE' | 'APPROVAL_REQUIRED' | 'WAIT_FOR_WEBHOOK' | 'VERIFY_REQUIRED'

/** The facts of a payment by shopping loan. */
export interface Loan {
  /** Started by `bnpl-payments/init`: its callback and its webhook are others than those of an alternative payment. */
  readonly ownCall: boolean
  /** The bank that the merchant chose among the lender's. */
  readonly bankCode?: string
  /** Months that the merchant chose. */
  readonly term?: number
  /** What the lender's decision comes to; NONE until there is one. */
  action: LoanAction
  /** The merchant approved it, and the lender paid. */
  approved?: true
}

/** What a lender answered when a merchant asked for plans. Amounts are minor units. */
export interface LoanOffer {
  readonly offerId: string
  readonly merchant: string
  readonly lender: MethodName
  readonly price: number
  readonly currency: string
  readonly expiresAt: number
  /** The applications that banks approved beforehand. */
  readonly preApproved: readonly { readonly bankCode: string; readonly applicationId: string }[]
}

/** A question for a buyer's loan limit that waits for the code which was sent to his phone. */
export interface LimitInquiry {
  readonly merchant: string
  readonly phone: string
  readonly expiresAt: number
}
