import type { Merchant } from '../../seed/seed'
import type { FraudParams } from '../fraud/fraud-check'
import type { Loan } from '../loans/loan'
import type { Loyalty } from '../loyalty/loyalty'
import type { MethodName } from '../methods/method'
import type { RoutingOptions } from '../pos/route-pos'
import type { PaymentPhase } from './payment'

export interface ChargeItem {
  readonly name?: string
  readonly externalId?: string
  readonly price: number
  readonly subMerchantMemberId?: number
  readonly subMerchantMemberPrice?: number
  readonly blockageDay?: number
}

/** What is to be paid and how, already in minor units; the API and the hosted page both end up here. */
export interface Charge {
  readonly merchant: Merchant
  /** Default CARD. */
  readonly method?: MethodName
  readonly price: number
  readonly paidPrice: number
  /** What of paidPrice the buyer's wallet pays. */
  readonly walletPrice?: number
  readonly currency: string
  readonly installment: number
  readonly phase: Exclude<PaymentPhase, 'POST_AUTH'>
  readonly items: readonly ChargeItem[]
  readonly source: 'API' | 'CHECKOUT_FORM' | 'PAY_BY_LINK'
  /** What a merchant's link sells. */
  readonly productId?: number
  readonly threeDS: boolean
  readonly conversationId?: string
  readonly externalId?: string
  readonly orderId?: string
  readonly buyerMemberId?: number
  readonly paymentGroup?: string
  readonly paymentChannel?: string
  readonly posAlias?: string
  readonly routing?: RoutingOptions
  /** False: a refusal is not tried again on a second POS. */
  readonly retry?: boolean
  readonly clientIp?: string
  readonly fraudParams?: FraudParams
  readonly checkoutToken?: string
  /** The reward that pays a part. */
  readonly loyalty?: Loyalty
  /** A lender pays, by the loans' own call. */
  readonly loan?: Loan
  /** No sale: it proves a card, and goes back at once. */
  readonly cardVerification?: true
  /** The money goes into the buyer's wallet. */
  readonly deposit?: boolean
}
