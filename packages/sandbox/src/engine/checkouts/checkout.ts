import type { FraudParams } from '../fraud/fraud-check'
import type { PageMethodName } from '../methods/method'
import type { RoutingOptions } from '../pos/route-pos'

/** A hosted payment page that was asked for. Amounts are minor units, dates milliseconds of the sandbox clock. */
export interface Checkout {
  readonly token: string
  readonly merchant: string
  /** What a merchant's link sells. */
  readonly productId?: number
  readonly createdAt: number
  expiresAt: number
  readonly price: number
  readonly paidPrice: number
  readonly currency: string
  readonly phase: 'AUTH' | 'PRE_AUTH'
  readonly conversationId?: string
  readonly externalId?: string
  readonly orderId?: string
  readonly paymentGroup: string
  readonly paymentChannel?: string
  readonly buyerMemberId?: number
  readonly callbackUrl: string
  readonly merchantWebhookUrl?: string
  readonly clientIp?: string
  readonly fraudParams?: FraudParams
  readonly cardUserKey?: string
  readonly enabledInstallments?: readonly number[]
  readonly customInstallments?: readonly CustomInstallment[]
  readonly cardBrandInstallments?: Readonly<Record<string, readonly CustomInstallment[]>>
  readonly allowOnlyCreditCard: boolean
  readonly allowOnlyStoredCards: boolean
  readonly allowInstallmentOnlyCommercialCards: boolean
  readonly alwaysStoreCardAfterPayment: boolean
  readonly allowDeleteStoredCard?: boolean
  readonly disableStoreCard?: boolean
  readonly guestCheckout?: boolean
  readonly forceThreeDS: boolean
  readonly forceAuthForNonCreditCards: boolean
  /** Absent: every method of the merchant that suits. */
  readonly enabledPaymentMethods?: readonly PageMethodName[]
  readonly masterpassGsmNumber?: string
  readonly apmUserIdentity?: string | number
  readonly additionalParams?: Readonly<Record<string, unknown>>
  /** Where the page's "back to the shop" link leads. */
  readonly returnBackUrl?: string
  readonly retry?: boolean
  /** The way back leaves the frame that the page stands in. */
  readonly useTopRedirection?: boolean
  readonly items: readonly CheckoutItem[]
  readonly routing?: RoutingOptions
  /** The page loads the buyer's wallet. */
  readonly deposit?: boolean
  /** The page saves a card and sells nothing; how the bank is asked. */
  readonly cardVerification?: 'NON_THREE_DS' | 'THREE_DS' | 'NONE'
  /** The page takes one part of a sum; the token of the whole. */
  readonly multiPayment?: string
  /** The card that it saved without the bank's page. */
  savedCard?: { readonly cardUserKey?: string; readonly cardToken?: string }
}

export type CheckoutInput = Omit<Checkout, 'token' | 'createdAt' | 'expiresAt'>

export interface CheckoutItem {
  readonly name?: string
  readonly externalId?: string
  readonly price: number
  readonly subMerchantMemberId?: number
  readonly subMerchantMemberPrice?: number
  readonly blockageDay?: number
}

export interface CustomInstallment {
  readonly number: number
  readonly totalPrice: number
}
